"""Everything a publication holds, read once: the file from which all its pages are cut."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from checklist.compliance import HELD_BACK
from checklist.models import ReportingRound
from reporting.constraint_groups import groups_of
from reporting.reconciling import as_record, compared, last_reported
from reporting.snapshots import (
    alignment,
    answers,
    calendar,
    correction,
    past,
    places,
    programmes,
    questions,
    requests,
    terms,
    work_plans,
)
from reporting.snapshots.canonical import FORMAT
from reporting.snapshots.plain import Record, records


def read_records(round_: ReportingRound, head: Record, day: date) -> Record:
    """The round with all that its pages show; `head` says which publication it is.

    `day` is the day of the register: a framework runs or has ended, and an office serves a
    country, as of that day.
    """
    before = past.publication_before(round_)
    file = past.file_of(before)
    read = {
        "format": FORMAT,
        "publication": head,
        "register_as_of": day.isoformat(),
        "checklist": questions.read_checklist(round_.checklist),
        "headlines": records(round_.headlines.all(), "section", "slot", "texts"),
        **_calendar(round_),
        **_register(round_, day.isoformat()),
        "alignment_rules": alignment.published_rules(),
        "terms": terms.read_terms(),
        "findings": alignment.read_findings(day),
        "requests": requests.read_requests(round_, file, day),
        "requests_told": requests.told_as_closed(file),
        **_answers(round_),
    }
    points = past.trend(file, read)
    corrected = past.corrected(round_, head["corrects"])
    return {
        **read,
        "previous": past.previous(before, file, read),
        "trend": points,
        "wordings": past.wordings(file, points, read),
        "correction": correction.read(corrected, past.file_of(corrected), read),
    }


def _calendar(round_: ReportingRound) -> Record:
    return {
        "round": calendar.read_round(round_),
        "session": calendar.read_session(round_),
        "sessions": calendar.read_sessions(),
        "documents": calendar.read_documents(),
        "publications": calendar.read_publications(round_),
    }


def _register(round_: ReportingRound, day: str) -> Record:
    register = {
        "countries": places.read_countries(),
        "frameworks": programmes.with_part(programmes.read_frameworks(), day),
        "programme_documents": programmes.read_programme_documents(),
    }
    return {
        **register,
        "offices": places.read_offices(),
        "teams": places.read_teams(),
        "mechanisms": programmes.read_mechanisms(),
        "work_plans": work_plans.read_work_plans(),
        "figures": [as_record(each) for each in compared(last_reported(round_), register)],
    }


def _answers(round_: ReportingRound) -> Record:
    rows = answers.read_answers(round_)
    return {
        "answers": rows,
        "tallies": answers.count_tallies(rows),
        "team_tallies": answers.count_team_tallies(rows),
        "constraints": count_named(rows, "constraint", constraints_of),
        "reasons": count_named(rows, "reason", reasons_of),
    }


Codes = Callable[[Record], Iterable[str]]


def count_named(rows: list[Record], name: str, codes: Codes) -> list[Record]:
    """How many published answers of each item and office that are not full name each code."""
    named = Counter(
        (row["pillar"], row["item"], row["office"], code)
        for row in rows
        if row["kind"] in HELD_BACK
        for code in codes(row)
    )
    return [
        {"pillar": pillar, "item": item, "office": office, name: code, "answers": number}
        for (pillar, item, office, code), number in sorted(named.items())
    ]


def constraints_of(row: Record) -> list[str]:
    """What holds an answer up; it may be several things."""
    found: list[str] = row.get("constraints", [])
    return found


def reasons_of(row: Record) -> list[str]:
    """What those are about; two constraints of one group count once."""
    return groups_of(constraints_of(row))
