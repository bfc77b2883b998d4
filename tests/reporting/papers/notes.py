"""A note as it is issued, with one of everything."""

import json
from datetime import UTC, datetime
from typing import Any

from reporting.models import IssuedNote, Publication
from reporting.snapshots.canonical import digest
from tests.factories import make_user

NOON = datetime(2026, 2, 25, 12, tzinfo=UTC)
MASTHEAD = {"symbol": "HSP/EB.2026/5", "dated_on": "2026-02-20", "agenda_item": "10"}
AFRICA = (
    "In {area.ROAF} it signed {reported.frameworks_signed.ROAF}"
    "[^Records count {counted.frameworks_signed.ROAF}.] frameworks in {register.teams} teams."
)
PARAGRAPHS = (
    ("title", "title", "Reform[^Not formally edited.]"),
    ("opening", "heading", "Introduction"),
    ("africa", "text", AFRICA),
    ("matrix", "exhibit", "{table.matrix}"),
    ("bars", "exhibit", "{chart.pillars}"),
    ("country", "heading", "Countries"),
    ("kenya", "subheading", "Kenya"),
    ("again", "text", "Of {reported.frameworks_signed.ROAF}, {answers.full} are full."),
)


def issued_text(
    language: str = "en", untranslated: tuple[str, ...] = (), **fields: Any
) -> dict[str, Any]:
    return {
        "language": language,
        "number": 1,
        "masthead": MASTHEAD,
        "basis": "",
        "paragraphs": [
            {
                "key": key,
                "kind": kind,
                "text": text,
                "language": "en" if key in untranslated else language,
            }
            for key, kind, text in PARAGRAPHS
        ],
        **fields,
    }


def issue_note(publication: Publication, language: str = "en", **fields: Any) -> IssuedNote:
    number = fields.pop("number", 1)
    text = json.dumps(issued_text(language, **fields))
    return IssuedNote.objects.create(
        publication=publication,
        language=language,
        number=number,
        reason="" if number == 1 else "A better word.",
        text=text,
        sha256=digest(text),
        issued_by=make_user(),
        issued_at=NOON,
    )
