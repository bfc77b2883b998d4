"""Chance that falls the same way every time: drawn from words, not from a running generator.

What is drawn for one answer does not depend on what was drawn before it, so the same answer
comes out whether one office is made or all of them.
"""

import math
import uuid
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final, TypeVar

SEED: Final = "habitat-reform demonstration 1"
WHOLE: Final = 2**64

Choice = TypeVar("Choice")


def drawn(*words: object) -> float:
    """A number from 0 up to but not including 1, always the same for the same words."""
    return int.from_bytes(_digest(8, words)) / WHOLE


def happens(share: float, *words: object) -> bool:
    """Whether something that happens in this share of all cases happens in this one."""
    return drawn(*words) < share


def pick(choices: Sequence[Choice], *words: object) -> Choice:
    """One of the choices, each as likely as the others."""
    return choices[int(drawn(*words) * len(choices))]


def leaning(*words: object) -> float:
    """A number around 0 that is seldom beyond 2: three draws together are near a bell curve."""
    return sum(drawn(*words, part) for part in range(3)) * 2 - 3


def identity(*words: object) -> uuid.UUID:
    """An id for a record that must be the same in every demonstration."""
    return uuid.UUID(bytes=_digest(16, words), version=4)


def likelihood(score: float) -> float:
    """A score as a share: 0 is a half, 2 nearly nine tenths."""
    return 1 / (1 + math.exp(-score))


def _digest(size: int, words: tuple[object, ...]) -> bytes:
    text = "|".join(map(str, (SEED, *words)))
    return blake2b(text.encode(), digest_size=size).digest()
