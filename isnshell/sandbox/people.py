"""The people of the tenant: identities with names, jobs, places and managers."""

from __future__ import annotations

import random
import unicodedata
from datetime import datetime, timedelta

from attrs import frozen

from .words import CITIES, DEPARTMENTS, NAMES

COUNT = 320
COMPANY = "northwind.example"
# Letters that do not decompose into a base letter and a mark.
_PLAIN = str.maketrans({"ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "æ": "ae", "đ": "d", "Đ": "D", "ı": "i"})


@frozen
class Identity:
    """One person."""

    id: str
    alias: str
    first_name: str
    last_name: str
    display_name: str
    email: str
    department: str
    title: str
    city: str
    country: str
    manager_id: str | None
    manager_name: str | None
    employee_number: str
    lifecycle_state: str
    start_date: datetime


def make_people(seed: int, now: datetime) -> tuple[Identity, ...]:
    """The identities of a seed: heads of departments first, each person's manager before the person."""
    dice = random.Random(f"{seed}:people")
    people: list[Identity] = []
    aliases: set[str] = set()
    heads: dict[str, Identity] = {}
    chief = _person(dice, now, 0, aliases, "Executive Office", "Chief Executive Officer", None)
    people.append(chief)
    for department, title, _, _ in DEPARTMENTS:
        heads[department] = _person(dice, now, len(people), aliases, department, title, chief)
        people.append(heads[department])
    shares = [share for *_, share in DEPARTMENTS]
    while len(people) < COUNT:
        department, _, titles, _ = dice.choices(DEPARTMENTS, shares)[0]
        people.append(_person(dice, now, len(people), aliases, department, dice.choice(titles), heads[department]))
    return tuple(people)


def _person(
    dice: random.Random,
    now: datetime,
    number: int,
    aliases: set[str],
    department: str,
    title: str,
    manager: Identity | None,
) -> Identity:
    city, country, origins = dice.choice(CITIES)
    given, family = NAMES[dice.choice(origins)]
    first, last = dice.choice(given), dice.choice(family)
    display = f"{first} {last}"
    if first in _SHORT and dice.random() < 0.5:
        display = f'{first} "{_SHORT[first]}" {last}'
    alias = base = f"{plain(first)}.{plain(last)}"
    while alias in aliases:
        alias = f"{base}{dice.randrange(2, 99)}"
    aliases.add(alias)
    return Identity(
        id=f"2c9180{dice.getrandbits(104):026x}",
        alias=alias,
        first_name=first,
        last_name=last,
        display_name=display,
        email=f"{alias}@{COMPANY}",
        department=department,
        title=title,
        city=city,
        country=country,
        manager_id=manager.id if manager else None,
        manager_name=manager.display_name if manager else None,
        employee_number=f"{100_000 + number * 7}",
        lifecycle_state="active" if number < 12 or dice.random() < 0.93 else "inactive",
        start_date=now - timedelta(days=dice.randrange(20, 4000), seconds=dice.randrange(86_400)),
    )


def plain(name: str) -> str:
    """A name as account names spell it: `Bartłomiej Dąbrowski` -> `bartlomiej.dabrowski`."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return letters.lower().replace(" ", ".").replace("'", "")


_SHORT = {
    "Charlotte": "Charlie",
    "Daniel": "Dan",
    "Henry": "Harry",
    "James": "Jim",
    "Katharina": "Käthe",
    "José": "Pepe",
    "François": "Fanfan",
    "Wojciech": "Wojtek",
}
