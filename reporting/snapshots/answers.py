"""The answers as they are published: accepted ones whole, any other as not assessed.

What the secretariat has not accepted is withheld, not only hidden: its words, constraints and
evidence never enter the publication.
"""

from collections.abc import Iterable
from operator import itemgetter
from typing import Any, Final

from checklist.compliance import Verdict
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


def read_tallies(round_: ReportingRound) -> list[Record]:
    """How many answers of each kind, by item and office, as they are published."""
    keys = ("item__pillar__code", "item__code", "office__code")
    tallies = Answer.objects.in_round(round_).tally_by(*keys, accepted_only=True)
    return [
        {"pillar": pillar, "item": item, "office": office, "tally": as_record(tally)}
        for (pillar, item, office), tally in sorted(tallies.items(), key=itemgetter(0))
    ]


def read_team_tallies(round_: ReportingRound) -> list[Record]:
    """The same by team and pillar."""
    answers = Answer.objects.in_round(round_).filter(team__isnull=False)
    tallies = answers.tally_by("team__code", "item__pillar__code", accepted_only=True)
    return [
        {"team": team, "pillar": pillar, "tally": as_record(tallies[team, pillar])}
        for team, pillar in sorted(tallies)
    ]
