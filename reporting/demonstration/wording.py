"""The sentences of the demonstration: chosen from data files, filled with years and numbers."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from reporting.demonstration.calendar import Stage
from reporting.demonstration.chance import happens, pick
from reporting.demonstration.teams import Team
from reporting.demonstration.verdicts import Question

DATA: Final = Path(__file__).parent / "data"
NUMBERS: Final = ("two", "three", "four")
OFFICES_WRITE_IN: Final = {"ROAS": "ar", "ROLAC": "es"}
OWN_LANGUAGE: Final = 0.6
"""Share of the answers that are written in a team's own language where there are words for it."""


@cache
def items() -> dict[str, Any]:
    """Sentences by item, or by item and subject where one subject has its own."""
    return {**_read("country_items"), **_read("office_items")}


@cache
def remarks() -> dict[str, Any]:
    """Sentences that belong to no item."""
    return _read("remarks")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text())


def blocks(question: Question) -> list[dict[str, Any]]:
    """What there is for a question, the nearer first."""
    keys = (f"{question.item}/{question.subject}", question.item)
    return [items()[key] for key in keys if key in items()]


def language_of(question: Question, kind: str) -> str:
    """The language an answer is written in: the subject's own where words exist, else English."""
    own = question.team.language if question.team else OFFICES_WRITE_IN.get(question.office, "en")
    near = next(block for block in blocks(question) if any(kind in part for part in _parts(block)))
    if own not in near or kind not in near[own]:
        return "en"
    return own if happens(OWN_LANGUAGE, "language", question.item, question.subject) else "en"


def _parts(block: dict[str, Any]) -> list[dict[str, Any]]:
    return [part for part in block.values() if isinstance(part, dict)]


def sentence(question: Question, part: str, language: str, stage: Stage, *words: object) -> str:
    """One sentence of a part (`full`, `partial`, `not_started`, `next`) for a question."""
    found = next(b[language][part] for b in blocks(question) if part in b.get(language, {}))
    period = question.team.period_on(stage.freezes_on) if question.team else None
    usable = [each for each in found if period or "{period}" not in each]
    key = (question.item, question.subject, part, *words)
    span = f"{period[0]:%Y}–{period[1]:%Y}" if period else ""
    return filled(pick(usable, "sentence", *key), stage.year, period=span, key=key)


def filled(text: str, year: int, *, period: str = "", key: Sequence[object]) -> str:
    """A sentence with its years and numbers, which begins with a capital."""
    number = pick(NUMBERS, "number", *key)
    text = text.format(year=year, last=year - 1, period=period, n=number)
    return text[:1].upper() + text[1:]


def has_own_words(question: Question) -> bool:
    """Whether the sentences are the subject's own, which need no other beside them."""
    return f"{question.item}/{question.subject}" in items()


def because(constraint: str, language: str, *words: object) -> str:
    """Why an answer is not full, in a sentence."""
    return pick(remarks()["because"][language][constraint], "because", *words)


def next_step(question: Question, language: str, stage: Stage) -> str:
    """What is to be done next."""
    if language == "en":
        return sentence(question, "next", language, stage, stage.code)
    return pick(remarks()["next"][language], "next", question.item, question.subject)


def not_applicable(reason: str, team: Team) -> str:
    """Why an item does not apply."""
    return pick(remarks()["not_applicable"][team.language][reason], reason, team.code)


def proof_title(question: Question, number: int, *words: object) -> str:
    """What a piece of evidence is called; two of one answer have two names."""
    titles = next(block["proof"] for block in blocks(question) if "proof" in block)
    first = titles.index(pick(titles, "proof", question.item, question.subject, *words))
    return titles[(first + number) % len(titles)]


def contribution(team: str, level: str) -> str:
    """What UN-Habitat does in a framework, in one line; seldom told where the part is light."""
    found = remarks()["contribution"].get(level)
    if not found or (level == "light" and happens(0.6, "no contribution", team)):
        return ""
    return filled(pick(found, "contribution", team), 2024, key=("contribution", team))


def return_reason(*words: object) -> str:
    """Why a line goes back to the office."""
    return pick(remarks()["returns"]["texts"], "return", *words)
