"""The answers as they are published: accepted ones whole, any other as not assessed.

What the secretariat has not accepted is withheld, not only hidden: its words, constraints and
evidence never enter the publication.
"""

from collections.abc import Iterable
from operator import itemgetter
from typing import Any, Final

from checklist.compliance import Tally, Verdict
from checklist.models import Answer, Evidence, ReportingRound
from checklist.models.answers import Progress
from reporting.scorecards import as_record
from reporting.snapshots.plain import Record, records

WORDS: Final = (
    "narrative",
    "language",
    "constraints",
    "next_step",
    "next_step_due",
    "as_of",
    "not_applicable_reason",
    "evidence",
    "reexamined",
)
"""What is told of an accepted answer alone; of who stands for it, only that somebody does."""


def read_answers(round_: ReportingRound) -> list[Record]:
    """Every answer of the round, by item and subject, each with its evidence."""
    rows = records(
        Answer.objects.in_round(round_).order_by(
            "item__pillar__position", "item__position", "subject"
        ),
        *("kind", "subject", "level", "progress", *WORDS),
        item="item__code",
        pillar="item__pillar__code",
        office="office__code",
        team="team__code",
    )
    published = [_published(row) for row in rows]
    return list(_with_evidence(published))


def _published(row: Record) -> Record:
    if row.pop("progress") == Progress.ACCEPTED:
        return row
    withheld = {name: value for name, value in row.items() if name not in WORDS}
    return {**withheld, "kind": str(Verdict.NOT_ASSESSED)}


def _with_evidence(answers: list[Record]) -> Iterable[Record]:
    """Evidence is told in full at the answer, so that it outlives what becomes of the record."""
    known = read_evidence({each for answer in answers for each in answer.get("evidence", ())})
    for answer in answers:
        if answer.get("evidence"):
            found = [known[str(each)] for each in answer["evidence"] if str(each) in known]
            answer["evidence"] = found
        yield answer


def read_evidence(ids: set[Any]) -> dict[str, Record]:
    """Evidence by id: title, address or reference, date, and whether it was made up."""
    rows = Evidence.objects.filter(id__any_of=ids)
    columns = ("id", "kind", "title", "url", "reference", "dated_on", "is_invented")
    return {row["id"]: row for row in records(rows, *columns)}


def count_tallies(answers: Iterable[Record]) -> list[Record]:
    """How many answers of each kind, by item and office."""
    return [
        {"pillar": pillar, "item": item, "office": office, "tally": as_record(tally)}
        for (pillar, item, office), tally in tallies_by(answers, "pillar", "item", "office")
    ]


def count_team_tallies(answers: Iterable[Record]) -> list[Record]:
    """The same by team and pillar."""
    of_teams = (answer for answer in answers if answer["team"])
    return [
        {"team": team, "pillar": pillar, "tally": as_record(tally)}
        for (team, pillar), tally in tallies_by(of_teams, "team", "pillar")
    ]


def tallies_by(answers: Iterable[Record], *keys: str) -> list[tuple[tuple[str, ...], Tally]]:
    """Counted from the answers that are published, not from the table a second time.

    The secretariat decides on lines until the round is published: a decision between two
    statements would leave the numbers and the answers of a publication apart for good.
    """
    groups: dict[tuple[str, ...], dict[str, int]] = {}
    for answer in answers:
        group = groups.setdefault(tuple(answer[key] for key in keys), dict.fromkeys(Verdict, 0))
        group[answer["kind"]] += 1
    return [(key, Tally(**group)) for key, group in sorted(groups.items(), key=itemgetter(0))]
