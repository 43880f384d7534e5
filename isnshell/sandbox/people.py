"""The people of the tenant: identities with names, jobs, places and managers."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import Any

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


class Crowd(Sequence[Identity]):
    """As many identities as wanted: the people that everything is about, then others, each made when it is asked for.

    Args:
        core: The first ones.
        size: How many in all.
        seed: Same seed, same people.
        now: Moment that start dates are relative to.
    """

    def __init__(self, core: Sequence[Identity], size: int, seed: int, now: datetime) -> None:
        self._core = core
        self._size = max(size, len(core))
        self._seed, self._now = seed, now
        self._heads = {person.department: person for person in core[1 : len(DEPARTMENTS) + 1]}
        self._ids = {person.id: number for number, person in enumerate(core)}

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(self._size))]
        if not 0 <= index < self._size:
            raise IndexError(index)
        return self._core[index] if index < len(self._core) else self._make(index)

    def __iter__(self) -> Iterator[Identity]:
        yield from self._core
        yield from map(self._make, range(len(self._core), self._size))

    def find(self, id: str) -> int | None:
        """The number of the identity of this id, without making the others."""
        if id in self._ids:
            return self._ids[id]
        # The ids of the others carry their number
        number = int(id[8:16], 16) if len(id) == 32 and all(c in "0123456789abcdef" for c in id[8:16]) else -1
        return number if len(self._core) <= number < self._size and self.id(number) == id else None

    def id(self, number: int) -> str:
        """The id of an identity."""
        if number < len(self._core):
            return self._core[number].id
        return f"2c918086{number:08x}{self._bits(number).hex()[:16]}"

    def _bits(self, number: int) -> bytes:
        return blake2b(b"%d:%d" % (self._seed, number), digest_size=16).digest()

    def _make(self, number: int) -> Identity:
        bits = self._bits(number)
        city, country, origins = CITIES[bits[8] % len(CITIES)]
        given, family = NAMES[origins[bits[9] % len(origins)]]
        first, last = given[bits[10] % len(given)], family[bits[11] % len(family)]
        department, _, titles, _ = DEPARTMENTS[bits[12] % len(DEPARTMENTS)]
        alias = f"{_quick_plain(first)}.{_quick_plain(last)}{number}"
        manager = self._heads[department]
        return Identity(
            id=f"2c918086{number:08x}{bits.hex()[:16]}",
            alias=alias,
            first_name=first,
            last_name=last,
            display_name=f"{first} {last}",
            email=f"{alias}@{COMPANY}",
            department=department,
            title=titles[bits[13] % len(titles)],
            city=city,
            country=country,
            manager_id=manager.id,
            manager_name=manager.display_name,
            employee_number=f"{100_000 + number * 7}",
            lifecycle_state="active" if bits[14] < 238 else "inactive",
            start_date=self._now - timedelta(days=20 + bits[15] * 15, seconds=number % 86_400),
        )


def plain(name: str) -> str:
    """A name as account names spell it: `Bartłomiej Dąbrowski` -> `bartlomiej.dabrowski`."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return letters.lower().replace(" ", ".").replace("'", "")


_quick_plain = lru_cache(maxsize=1024)(plain)

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
