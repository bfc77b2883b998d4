"""What a publication needs of the one before: kinds to compare with, and the trend.

It is taken from the file of that publication, never from the answers of its round, which may
have been corrected since.
"""

import json
from typing import Any, Final

from checklist.models import ReportingRound
from reporting.models import Publication
from reporting.scorecards import as_record, summed
from reporting.snapshots.canonical import unpacked
from reporting.snapshots.plain import Record

ROUNDS_SHOWN: Final = 6
"""A trend shows the last six rounds."""


def publication_before(round_: ReportingRound) -> Publication | None:
    """The publication in force of the last round before this one."""
    earlier = Publication.objects.in_force().filter(round__code__lt=round_.code)
    return earlier.select_related("round").latest_first().first()


def file_of(publication: Publication | None) -> Record | None:
    """The file of a publication, read back."""
    return json.loads(unpacked(publication.canonical)) if publication else None


def previous(publication: Publication | None, file: Record | None) -> Record | None:
    """What is compared with; nothing at the first publication."""
    if publication is None or file is None:
        return None
    kept = ("session", "tallies", "team_tallies", "constraints")
    return {
        "round": publication.round.code,
        "number": publication.number,
        "sha256": publication.sha256,
        "kinds": kinds(file["answers"]),
        "digests": {item["code"]: item["digest"] for item in file["checklist"]["items"]},
        **{name: file[name] for name in kept},
    }


def kinds(answers: list[Record]) -> dict[str, dict[str, str]]:
    """The kind of each answer, by item and subject."""
    found: dict[str, dict[str, str]] = {}
    for answer in answers:
        found.setdefault(answer["item"], {})[answer["subject"]] = answer["kind"]
    return found


def trend(file: Record | None, records: Record) -> list[Record]:
    """The tallies of the last rounds by office and pillar, oldest first, this one last."""
    earlier: list[Any] = file["trend"] if file else []
    return [*earlier, _point(records)][-ROUNDS_SHOWN:]


def _point(records: Record) -> Record:
    """This round as one point of the trend, at the day of its session."""
    sums = summed(records["tallies"], lambda row: (row["office"], row["pillar"]))
    session, round_ = records["session"], records["round"]
    return {
        "round": round_["code"],
        "day": session["opens_on"] if session else round_["freezes_on"],
        "tallies": [
            {"office": office, "pillar": pillar, "tally": as_record(tally)}
            for (office, pillar), tally in sums.items()
        ],
    }
