"""The page of one item: its text, who answers it how, and with what evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.paginator import Page
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally, Verdict
from checklist.models import ChecklistItem
from reporting import headlines
from reporting.pages.answer_list import named_answer
from reporting.pages.answers import AnswerRow
from reporting.pages.editions import Reading
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.head import Head, notices, publication_facts
from reporting.pages.item_rounds import Wording, office_trends, trends_title, wordings
from reporting.pages.parts import (
    Crumb,
    Fact,
    Standing,
    area,
    noted_english,
    shown_title,
    standing,
    titled,
    trail,
)
from reporting.pages.requests import RequestsPart, requests_part
from reporting.pages.trends import Trend
from reporting.pages.verdicts import verdict_word
from reporting.pages.words import as_sentence, capital, listed, sentences
from reporting.scorecards import from_record


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
    trends_title: str
    trends: list[Trend]
    rounds: list[str]
    wordings: list[Wording]
    groups: list[OfficeAnswers]
    part: Page
    answers_title: str
    asked: int
    requests: RequestsPart | None


def item_page(reading: Reading) -> ItemPage:
    """The answers that pass the filters, by office."""
    return ItemPage(
        head=item_head(reading),
        filters=item_filters(reading),
        facts=list(item_facts(reading)),
        standing=chosen_standing(reading),
        trends_title=trends_title(reading),
        trends=office_trends(reading),
        rounds=[point["round"] for point in reading.section["trend"]],
        wordings=list(wordings(reading)),
        groups=[group for group in office_groups(reading) if group.answers],
        part=reading.page,
        answers_title=answers_title(reading),
        asked=from_record(reading.section["tally"]).total,
        requests=requests_part(reading, item=reading.section["item"]["code"]),
    )


def answers_title(reading: Reading) -> str:
    """How many answers there are, or how many of them the filters leave."""
    asked = from_record(reading.section["tally"])
    if not reading.filters:
        return reading.says("answers", headlines.all_answers(asked))
    return headlines.chosen_answers(reading.total, asked.total)


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
        headline=finding(reading, found),
        lead=sentences(
            full_sentence(found.tally, reading),
            extremes and as_sentence(extremes),
            headlines.unassessed(found.tally),
        ),
        eyebrow=shown_title(item),
        crumbs=trail(
            reading,
            Crumb(_("Pillars"), reading.to("pillars")),
            Crumb(titled(pillar), reading.to("pillar", code=pillar["code"])),
            Crumb(item["code"]),
        ),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def finding(reading: Reading, found: Standing) -> str:
    """How many answers are full; narrowed to an office the rule speaks of that office."""
    code = reading.section["item"]["code"]
    words = headlines.part(code, found.tally, found.before, reading.round_before)
    if reading.filters:
        return words
    return reading.says("page", words, found.tally.full, found.tally.counted)


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
    """The answers of this page of the list by office, each under the name of who gave it."""
    for office in reading.section["offices"]:
        rows = [row for row in reading.rows if row["office"] == office["code"]]
        yield OfficeAnswers(
            name=area(office),
            url=reading.to("office", code=office["code"]),
            standing=standing(office, rtl=reading.rtl),
            answers=[named_answer(reading, row) for row in rows],
        )
