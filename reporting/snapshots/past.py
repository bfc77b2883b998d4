"""What a publication needs of the one before: kinds to compare with, and the trend.

It is taken from the file of that publication, never from the answers of its round, which may
have been corrected since.
"""

import json
from typing import Any, Final

from checklist.models import ReportingRound
from reporting.models import Publication
from reporting.snapshots.canonical import unpacked
from reporting.snapshots.plain import Record

ROUNDS_SHOWN: Final = 6
"""A trend shows the last six rounds."""


def publication_before(round_: ReportingRound) -> Publication | None:
    """The publication in force of the last round before this one."""
    earlier = Publication.objects.in_force().filter(round__code__lt=round_.code)
    return earlier.select_related("round").latest_first().first()


def corrected(round_: ReportingRound, number: int | None) -> Publication | None:
    """The publication of the same round that a correction names.

    What was withdrawn is not told again beside what stands in its place.
    """
    if number is None:
        return None
    return Publication.objects.in_force().filter(round=round_, number=number).first()


def file_of(publication: Publication | None) -> Record | None:
    """The file of a publication, read back."""
    return json.loads(unpacked(publication.canonical)) if publication else None


def previous(
    publication: Publication | None, file: Record | None, records: Record
) -> Record | None:
    """What is compared with; nothing at the first publication."""
    if publication is None or file is None:
        return None
    kept = ("session", "tallies", "team_tallies", "constraints", "reasons")
    return {
        "round": publication.round.code,
        "number": publication.number,
        "sha256": publication.sha256,
        "closed_on": file["round"]["freezes_on"],
        "gone": gone(file, records),
        "titles": reworded(file, records),
        **compared(file),
        **{name: file[name] for name in kept},
    }


def compared(file: Record) -> Record:
    """What an answer is compared with: kind and number of proofs, and the words of its item."""
    kinds: dict[str, dict[str, str]] = {}
    proven: dict[str, dict[str, int]] = {}
    for answer in file["answers"]:
        kinds.setdefault(answer["item"], {})[answer["subject"]] = answer["kind"]
        if answer.get("evidence"):
            proven.setdefault(answer["item"], {})[answer["subject"]] = len(answer["evidence"])
    digests = {item["code"]: item["digest"] for item in file["checklist"]["items"]}
    return {"kinds": kinds, "proven": proven, "digests": digests}


def reworded(file: Record, records: Record) -> dict[str, dict[str, str]]:
    """How the items read before whose words have changed since, by code."""
    now = {item["code"]: item["digest"] for item in records["checklist"]["items"]}
    return {
        item["code"]: item["titles"]
        for item in file["checklist"]["items"]
        if item["code"] in now and item["digest"] != now[item["code"]]
    }


def gone(file: Record, records: Record) -> list[Record]:
    """The answers of before that nobody is asked for any more, with the names they had."""
    asked = {(answer["item"], answer["subject"]) for answer in records["answers"]}
    names = {row["code"]: row["names"] for row in [*file["offices"], *file["teams"]]}
    titles = {item["code"]: item["titles"] for item in file["checklist"]["items"]}
    kept = ("item", "pillar", "subject", "level", "office", "team", "kind")
    return [
        {
            **{name: answer[name] for name in kept},
            "titles": titles[answer["item"]],
            "names": names.get(answer["subject"], {}),
        }
        for answer in file["answers"]
        if (answer["item"], answer["subject"]) not in asked
    ]


def trend(file: Record | None, records: Record) -> list[Record]:
    """The tallies of the last rounds by office and item, oldest first, this one last."""
    earlier: list[Any] = file["trend"] if file else []
    return [*earlier, _point(records)][-ROUNDS_SHOWN:]


def _point(records: Record) -> Record:
    """This round as one point of the trend, at the day of its session, with what it asked."""
    session, round_, checklist = (records[name] for name in ("session", "round", "checklist"))
    asked = {row["item"] for row in records["tallies"]}
    return {
        "round": round_["code"],
        "day": session["opens_on"] if session else round_["freezes_on"],
        "checklist": checklist["version"],
        "digests": {
            item["code"]: item["digest"] for item in checklist["items"] if item["code"] in asked
        },
        "tallies": records["tallies"],
    }


def wordings(file: Record | None, points: list[Record], records: Record) -> dict[str, Any]:
    """How items read in the rounds of the trend that asked them otherwise, by code and digest."""
    now = {item["code"]: item["digest"] for item in records["checklist"]["items"]}
    known = wordings_of(file) if file else {}
    found: dict[str, Any] = {}
    for point in points:
        for code, digest in point["digests"].items():
            if digest != now.get(code):
                found.setdefault(code, {})[digest] = known[code][digest]
    return found


def wordings_of(file: Record) -> dict[str, Any]:
    """Every wording that a publication knows: the other ones of its trend, and its own."""
    known = {code: dict(texts) for code, texts in file["wordings"].items()}
    for item in file["checklist"]["items"]:
        known.setdefault(item["code"], {})[item["digest"]] = item["titles"]
    return known
