"""The answers of a country team: the finding over them, the table, and the same as data."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from checklist.compliance import Tally
from reporting.headlines import constraint
from reporting.headlines.country import answers as answers_headline
from reporting.pages.answers import AnswerGroup, team_answers
from reporting.pages.editions import Reading
from reporting.pages.parts import named, titled
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.verdicts import verdict_word
from reporting.scorecards import from_record
from reporting.snapshots.movement import Move

Row = Mapping[str, Any]


@dataclass(frozen=True)
class TeamAnswers:
    """The answers by pillar."""

    title: str
    team: str
    groups: list[AnswerGroup]


def answers_of(reading: Reading) -> TeamAnswers | None:
    """What the team was asked and what it says; none where no team is asked."""
    section = reading.section
    if section["team"] is None:
        return None
    return TeamAnswers(
        title=reading.says("answers", headline(reading, from_record(section["tally"]))),
        team=named(section["team"]),
        groups=list(team_answers(reading)),
    )


def headline(reading: Reading, tally: Tally) -> str:
    """How many are full, and how many moved."""
    moved = Counter(row["move"] for row in reading.section["answers"])
    return answers_headline(tally, moved[Move.UP], moved[Move.DOWN], reading.round_before)


def answers_sheet(reading: Reading) -> Sheet:
    """Every answer of the team with its words and evidence, in their own language."""
    columns = [
        Column(_("Pillar"), "#indicator+group+code"),
        Column(_("Code"), "#indicator+code"),
        Column(_("Item"), "#indicator+name"),
        Column(_("Verdict"), "#indicator+value"),
        Column(_("Last round"), "#indicator+value+before"),
        Column(_("What the country team says"), "#description"),
        Column(_("Language"), "#description+language"),
        Column(_("Why not full"), "#cause"),
        Column(_("Next step"), "#activity+next"),
        Column(_("Due"), "#date+due"),
        Column(_("Evidence"), "#meta+evidence"),
    ]
    return Sheet(_("Answers and their evidence"), columns, answer_cells(reading))


def answer_cells(reading: Reading) -> Iterator[list[Cell]]:
    """In the order of the checklist."""
    titles = {item["code"]: titled(item) for item in reading.section["items"]}
    for row in reading.section["answers"]:
        yield [
            *(row["pillar"], row["item"], titles[row["item"]]),
            verdict_word(row["kind"]),
            verdict_word(row["before"]) if row["before"] else None,
            row.get("narrative") or row.get("not_applicable_reason"),
            row.get("language"),
            "; ".join(constraint(each) for each in row.get("constraints", ())),
            row.get("next_step"),
            row.get("next_step_due"),
            "; ".join(evidence_words(each) for each in row.get("evidence", ())),
        ]


def evidence_words(record: Row) -> str:
    """A piece of evidence by its title, and its address or reference."""
    place = record["url"] or record["reference"]
    return f"{record['title']} ({place})" if place else str(record["title"])
