"""The page of one item: its text, who answers it how, and with what evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally, Verdict
from checklist.models import ChecklistItem
from reporting import headlines
from reporting.pages.answers import AnswerRow, answer_row
from reporting.pages.editions import Reading
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import (
    Crumb,
    Fact,
    Standing,
    area,
    named,
    noted_english,
    shown_title,
    standing,
    titled,
    trail,
)
from reporting.pages.requests import RequestsPart, requests_part
from reporting.pages.tiles import team_address, team_name
from reporting.pages.verdicts import verdict_word
from reporting.pages.words import as_sentence, capital, in_order, listed, sentences
from reporting.scorecards import from_record

Row = Mapping[str, Any]


@dataclass(frozen=True)
class OfficeAnswers:
    """The answers of one office to the item."""

    name: str
    url: str
    standing: Standing
    answers: list[AnswerRow]


@dataclass(frozen=True)
class ItemPage:
    """One item."""

    head: Head
    filters: FilterBar
    facts: list[Fact]
    standing: Standing
    groups: list[OfficeAnswers]
    shown: int
    asked: int
    requests: RequestsPart | None


def item_page(reading: Reading) -> ItemPage:
    """The answers that pass the filters, by office."""
    groups = [group for group in office_groups(reading) if group.answers]
    return ItemPage(
        head=item_head(reading),
        filters=item_filters(reading),
        facts=list(item_facts(reading)),
        standing=chosen_standing(reading),
        groups=groups,
        shown=sum(len(group.answers) for group in groups),
        asked=len(reading.section["answers"]),
        requests=requests_part(reading, item=reading.section["item"]["code"]),
    )


def chosen_standing(reading: Reading) -> Standing:
    """How the item stands everywhere, or at the office chosen."""
    office = reading.filters.get("office")
    if office is None:
        return standing(reading.section, rtl=reading.rtl)
    row = next(row for row in reading.section["offices"] if row["code"] == office)
    return standing(row, rtl=reading.rtl)


def item_head(reading: Reading) -> Head:
    """How the item stands, and at which office highest."""
    item, found = reading.section["item"], chosen_standing(reading)
    offices = [(area(row), from_record(row["tally"])) for row in reading.section["offices"]]
    extremes = "" if "office" in reading.filters else headlines.extremes(offices)
    pillar = reading.section["pillar"]
    return Head(
        title=titled(item),
        headline=shown_title(item),
        lead=sentences(
            full_sentence(found.tally, reading),
            extremes and as_sentence(extremes),
            headlines.unassessed(found.tally),
        ),
        eyebrow=for_session(reading),
        crumbs=trail(
            reading,
            Crumb(_("Pillars"), reading.to("pillars")),
            Crumb(titled(pillar), reading.to("pillar", code=pillar["code"])),
            Crumb(item["code"]),
        ),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def full_sentence(tally: Tally, reading: Reading) -> str:
    """How many answers are full, and how many were."""
    before = chosen_standing(reading).before
    facts = {"full": tally.full, "counted": tally.counted}
    words = ngettext(
        "%(full)s of %(counted)s answer is full.",
        "%(full)s of %(counted)s answers are full.",
        tally.counted,
    )
    if before is None:
        return words % facts
    more = _("In %(round)s %(full)s of %(counted)s were.")
    earlier = {"round": reading.round_before, "full": before.full, "counted": before.counted}
    return sentences(words % facts, more % earlier)


def item_filters(reading: Reading) -> FilterBar:
    """By office, verdict; a constraint comes with the address."""
    offices = [Option(row["code"], area(row)) for row in reading.section["offices"]]
    kinds = [Option(str(kind), verdict_word(kind)) for kind in Verdict]
    codes = {"code": reading.section["item"]["code"]}
    return filter_bar(
        reading, "item", codes, office=(_("Office"), offices), kind=(_("Verdict"), kinds)
    )


def item_facts(reading: Reading) -> Iterator[Fact]:
    """What the checklist says of the item; wording and certainty are those of a reconstruction."""
    item = reading.section["item"]
    yield Fact(_("Code"), item["code"])
    yield Fact(_("Asked of"), level_words(item["levels"]))
    if item["evidence"]:
        yield Fact(_("Evidence that would prove it"), noted_english(item["evidence"]))
    if item["mandate"]:
        yield Fact(_("Mandate and sources"), noted_english(item["mandate"]))
    certainty = ChecklistItem.Certainty(item["certainty"]).label
    yield Fact(_("Certainty of the wording"), capital(certainty))


def level_words(levels: Sequence[str]) -> str:
    """Who is asked."""
    words = {
        "G": _("UN-Habitat as a whole"),
        "R": _("each regional office"),
        "C": _("each country team"),
    }
    return listed([words[level] for level in levels])


def office_groups(reading: Reading) -> Iterator[OfficeAnswers]:
    """The answers by office, each under the name of who gave it."""
    teams = {row["code"]: row for row in reading.section["teams"]}
    for office in reading.section["offices"]:
        answers = [row for row in reading.section["answers"] if passes(reading, row, office)]
        rows = [named_answer(reading, row, office, teams) for row in answers]
        yield OfficeAnswers(
            name=area(office),
            url=reading.to("office", code=office["code"]),
            standing=standing(office, rtl=reading.rtl),
            answers=sorted(rows, key=lambda row: in_order(row.name)),
        )


def passes(reading: Reading, answer: Row, office: Row) -> bool:
    """Whether an answer is this office's and passes every filter."""
    filters = reading.filters
    return bool(
        answer["office"] == office["code"]
        and filters.get("office") in (None, answer["office"])
        and filters.get("kind") in (None, answer["kind"])
        and filters.get("constraint") in (None, *answer.get("constraints", ()))
    )


def named_answer(reading: Reading, answer: Row, office: Row, teams: Mapping[str, Row]) -> AnswerRow:
    """An answer under the name of its team, office, or the whole organisation."""
    if answer["team"]:
        team = teams[answer["team"]]
        url = team_address(reading, team)
        return answer_row(answer, name=team_name(team), code=answer["team"], url=url)
    url = reading.to("office", code=office["code"])
    name = _("UN-Habitat as a whole") if answer["level"] == "G" else named(office)
    return answer_row(answer, name=name, code=answer["subject"], url=url)
