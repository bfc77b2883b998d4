"""All published answers, each with its words and evidence: where a followed number ends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _

from checklist.models.answers import Constraint
from reporting import headlines
from reporting.constraint_groups import LABELS
from reporting.pages.answers import AnswerRow, answer_row
from reporting.pages.editions import Reading
from reporting.pages.filtering import DUE, KINDS, LEVEL_WORDS, FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, area, named, shown_title, titled, trail
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.tiles import team_address, team_name
from reporting.pages.verdicts import verdict_word
from reporting.scorecards import from_record

Row = Mapping[str, Any]


@dataclass(frozen=True)
class ItemAnswers:
    """The answers to one item that stand on this page of the list."""

    code: str
    title: str
    url: str
    answers: list[AnswerRow]


@dataclass(frozen=True)
class AnswersPage:
    """Answers by item, a part of them at a time."""

    head: Head
    filters: FilterBar
    groups: list[ItemAnswers]
    part: Page


def answers_page(reading: Reading) -> AnswersPage:
    """The answers that the filters leave."""
    return AnswersPage(
        head=answers_head(reading),
        filters=answer_filters(reading),
        groups=list(by_item(reading)),
        part=reading.page,
    )


def answers_head(reading: Reading) -> Head:
    """How many there are; under filters the sentence counts what they leave."""
    whole = from_record(reading.section["tally"])
    sentence = headlines.all_answers(whole)
    if reading.filters:
        sentence = headlines.chosen_answers(reading.total, whole.total)
    return Head(
        title=_("Answers"),
        headline=reading.says("page", sentence, whole.total, whole.full),
        eyebrow=for_session(reading),
        crumbs=trail(reading, *steps(reading), Crumb(_("Answers"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def steps(reading: Reading) -> Iterator[Crumb]:
    """The way here from the pillars; a chosen item names its pillar and itself."""
    yield Crumb(_("Pillars"), reading.to("pillars"))
    item = chosen(reading, "items", "item")
    pillar = chosen(reading, "pillars", "pillar", item["pillar"] if item else "")
    if pillar:
        yield Crumb(titled(pillar), reading.to("pillar", code=pillar["code"]))
    if item:
        yield Crumb(titled(item), reading.to("item", code=item["code"]))


def chosen(reading: Reading, collection: str, name: str, code: str = "") -> Row | None:
    """The record that a filter names."""
    wanted = code or reading.filters.get(name)
    return next((row for row in reading.section[collection] if row["code"] == wanted), None)


def answer_filters(reading: Reading) -> FilterBar:
    """By office, pillar, verdict and reason; an item or one constraint comes with the address."""
    section = reading.section
    return filter_bar(
        reading,
        "answers",
        office=(_("Office"), [Option(row["code"], area(row)) for row in section["offices"]]),
        pillar=(_("Pillar"), [Option(row["code"], titled(row)) for row in section["pillars"]]),
        kind=(_("Verdict"), options(KINDS)),
        reason=(_("Held back by"), options(LABELS)),
        asked=(_("Asked of"), options(LEVEL_WORDS)),
        due=(_("Next step"), options(DUE)),
    )


def options(words: Mapping[str, Any]) -> list[Option]:
    """Codes with their words."""
    return [Option(code, str(word)) for code, word in words.items()]


def by_item(reading: Reading) -> Iterator[ItemAnswers]:
    """The rows of this page under their items; the list is in the order of the checklist."""
    items = {row["code"]: row for row in reading.section["items"]}
    for code, rows in groupby(reading.rows, key=lambda row: str(row["item"])):
        answers = [named_answer(reading, row) for row in rows]
        url = reading.to("item", code=code)
        yield ItemAnswers(code, shown_title(items[code]), url, answers)


def named_answer(reading: Reading, row: Row) -> AnswerRow:
    """An answer under the name of its team, its office, or the whole organisation."""
    name, code = who(reading, row), row["subject"]
    if row["who"]:
        url = team_address(reading, row["who"])
        return answer_row(row, name=team_name(row["who"]), code=code, url=url)
    return answer_row(row, name=name, code=code, url=reading.to("office", code=row["office"]))


def who(reading: Reading, row: Row) -> str:
    """Whom an answer is about."""
    if row["who"]:
        return named(row["who"])
    if row["level"] == "G":
        return _("UN-Habitat as a whole")
    office = chosen(reading, "offices", "office", row["office"])
    return area(office) if office else str(row["subject"])


def answers_sheet(reading: Reading) -> Sheet:
    """The list as data, with its words and the addresses of its evidence."""
    columns = [
        Column(_("Item"), "#indicator+code"),
        Column(_("Question"), "#indicator+name"),
        Column(_("Code"), "#org+code"),
        Column(_("Who answers"), "#org+name"),
        Column(_("Office"), "#org+office+code"),
        Column(_("Verdict"), "#status"),
        Column(_("Verdict before"), "#status+before"),
        Column(_("Constraints"), "#cause+list"),
        Column(_("What they say"), "#description"),
        Column(_("Next step"), "#activity+description"),
        Column(_("Next step due"), "#date+due"),
        Column(_("Evidence"), "#meta+source"),
    ]
    titles = {row["code"]: titled(row) for row in reading.section["items"]}
    rows = (answer_cells(reading, row, titles) for row in reading.rows)
    return Sheet(_("Answers"), columns, rows)


def answer_cells(reading: Reading, row: Row, titles: Mapping[str, str]) -> Sequence[Cell]:
    """One answer; a withheld one has only its verdict."""
    return [
        row["item"],
        titles[row["item"]],
        row["subject"],
        who(reading, row),
        row["office"],
        verdict_word(row["kind"]),
        verdict_word(row["before"]) if row["before"] else "",
        "; ".join(str(Constraint(code).label) for code in row.get("constraints", ())),
        row.get("narrative") or row.get("not_applicable_reason") or "",
        row.get("next_step", ""),
        row.get("next_step_due") or "",
        "; ".join(evidence_words(piece) for piece in row.get("evidence", ())),
    ]


def evidence_words(piece: Row) -> str:
    """A piece of evidence as one line: its title and where it is found."""
    return ", ".join(part for part in (piece["title"], piece["url"] or piece["reference"]) if part)
