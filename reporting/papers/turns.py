"""Who makes a paper: one at a time each, and few papers at once."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Final, TypeVar

from django.db import connection
from django.utils.translation import gettext as _

Found = TypeVar("Found")

AT_ONCE: Final = 2
"""So many papers are made at the same moment: each may need a few hundred megabytes."""

SECONDS: Final = 5.0
"""So long somebody waits for a paper that another is making."""

PAUSE: Final = 0.1

AGAIN: Final = 3
"""Seconds after which it is worth asking again."""


class StillMaking(Exception):
    """The paper is being made; it can be asked for again in a moment."""

    @property
    def message(self) -> str:
        """What to do about it."""
        return _("The paper is being made. Ask again in a moment.")


def in_turn(
    name: str, find: Callable[[], Found | None], make: Callable[[], Found], seconds: float = SECONDS
) -> Found:
    """What is there already or gets there while one waits; else what one makes oneself."""
    ends = time.monotonic() + seconds
    while True:
        with turn(name) as is_mine:
            if is_mine:
                return find() or make()
        found = find()
        if found is not None:
            return found
        if time.monotonic() > ends:
            raise StillMaking
        time.sleep(PAUSE)


@contextmanager
def turn(name: str) -> Iterator[bool]:
    """Whether it is one's turn: nobody makes this one, and not too many are being made."""
    mine = lock(name)
    place = next((each for each in places() if lock(each)), "") if mine else ""
    try:
        yield bool(place)
    finally:
        for held in filter(None, (place, name if mine else "")):
            unlock(held)


def places() -> Iterator[str]:
    """The places at which papers are made."""
    return (f"paper-place-{number}" for number in range(AT_ONCE))


def lock(name: str) -> bool:
    """Hold a name for this connection, if nobody else holds it."""
    return _ask("SELECT pg_try_advisory_lock(%s)", name)


def unlock(name: str) -> None:
    """Let it go."""
    _ask("SELECT pg_advisory_unlock(%s)", name)


def _ask(query: str, name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(query, [number_of(name)])
        (answer,) = cursor.fetchone()
        return bool(answer)


def number_of(name: str) -> int:
    """The number by which the database knows a name: 63 bits of its digest."""
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big") >> 1
