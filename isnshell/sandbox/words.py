"""Words that people, companies and access are made of."""

from __future__ import annotations

# Given and family names that go together, by the place people come from.
NAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "english": (
        (
            "Alice",
            "Amelia",
            "Charlotte",
            "Daniel",
            "Emily",
            "George",
            "Grace",
            "Henry",
            "James",
            "Olivia",
            "Owen",
            "Sophie",
        ),
        (
            "Bennett",
            "Carter",
            "Fletcher",
            "Hughes",
            "O'Brien",
            "O'Connor",
            "Parker",
            "Reid",
            "Taylor",
            "Walsh",
            "Wright",
        ),
    ),
    "german": (
        ("Anke", "Björn", "Friederike", "Jörg", "Jürgen", "Katharina", "Lukas", "Sören", "Ulrike", "Werner"),
        ("Bäcker", "Großmann", "Hoffmann", "Jäger", "Köhler", "Müller", "Schäfer", "Schröder", "Weiß", "Zimmermann"),
    ),
    "french": (
        ("Agnès", "Benoît", "Camille", "Chloé", "François", "Hélène", "Jérôme", "Margaux", "Théo"),
        ("Beaulieu", "Chevalier", "Dubois", "Fournier", "Garçon", "Lefèvre", "Moreau", "Rivière"),
    ),
    "spanish": (
        ("Begoña", "Íñigo", "José", "Lucía", "María", "Óscar", "Pilar", "Raúl", "Sofía"),
        ("Castaño", "Fernández", "García", "Ibáñez", "López", "Muñoz", "Núñez", "Peña"),
    ),
    "polish": (
        ("Agnieszka", "Bartłomiej", "Grażyna", "Łukasz", "Małgorzata", "Paweł", "Wojciech", "Żaneta"),
        ("Błaszczyk", "Dąbrowski", "Kowalczyk", "Łuczak", "Wiśniewski", "Wójcik", "Zając"),
    ),
    "czech": (
        ("Jiří", "Kateřina", "Ondřej", "Šárka", "Tomáš", "Zdeněk"),
        ("Černý", "Dvořák", "Kučera", "Novotná", "Růžička", "Šťastný"),
    ),
    "nordic": (
        ("Åsa", "Bjørn", "Freja", "Håkon", "Lærke", "Søren", "Øystein"),
        ("Ångström", "Bergström", "Hansen", "Kjær", "Lindqvist", "Nygård", "Sørensen"),
    ),
    "turkish": (
        ("Ayşe", "Çağla", "Emre", "Gökhan", "İpek", "Özge", "Şule"),
        ("Aydın", "Çelik", "Demir", "Güneş", "Öztürk", "Yıldız"),
    ),
    "indian": (
        ("Aarav", "Ananya", "Deepika", "Ishaan", "Kavya", "Rajesh", "Sanjay", "Vikram"),
        ("Chatterjee", "Desai", "Iyer", "Kulkarni", "Mehta", "Nair", "Patel", "Reddy"),
    ),
    "japanese": (
        ("Akira", "Haruka", "Kenji", "Mei", "Naoki", "Yūko"),
        ("Hayashi", "Itō", "Kobayashi", "Ōnishi", "Satō", "Yamamoto"),
    ),
    "vietnamese": (
        ("Hạnh", "Linh", "Minh Đức", "Phương", "Thảo", "Tuấn"),
        ("Đặng", "Lê", "Nguyễn", "Phạm", "Trần", "Vũ"),
    ),
}

# City, country, and the origins that are common there.
CITIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Austin", "US", ("english", "spanish", "vietnamese", "indian")),
    ("London", "GB", ("english", "indian", "polish", "turkish")),
    ("München", "DE", ("german", "turkish", "czech")),
    ("Zürich", "CH", ("german", "french")),
    ("Paris", "FR", ("french", "vietnamese")),
    ("Kraków", "PL", ("polish",)),
    ("Madrid", "ES", ("spanish",)),
    ("København", "DK", ("nordic",)),
    ("Pune", "IN", ("indian",)),
    ("Tokyo", "JP", ("japanese",)),
)

# Department, what its head is called, what its people do (a comma in a title is meant), its share of all.
DEPARTMENTS: tuple[tuple[str, str, tuple[str, ...], int], ...] = (
    (
        "Engineering",
        "Vice President, Engineering",
        ("Software Engineer", "Senior Software Engineer", "Test Engineer"),
        22,
    ),
    ("Finance", "Chief Financial Officer", ("Accountant", "Financial Analyst", "Accounts Payable Clerk"), 12),
    ("Human Resources", "Director, Human Resources", ("HR Business Partner", "Recruiter", "Payroll Specialist"), 9),
    (
        "Information Technology",
        "Director, IT",
        ("Systems Administrator", "Network Engineer", "Service Desk Analyst"),
        14,
    ),
    ("Sales", "Vice President, Sales", ("Account Executive", "Sales Engineer", "Sales Operations Analyst"), 16),
    ("Customer Support", "Director, Customer Support", ("Support Engineer", "Support Analyst"), 12),
    ("Legal", "General Counsel", ("Counsel", "Contracts Manager"), 4),
    ("Manufacturing", "Plant Manager", ("Production Planner", "Quality Inspector", "Shift Lead"), 11),
)
