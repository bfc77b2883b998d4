"""Attempts to break the rules that the database keeps for papers."""

from datetime import UTC, datetime
from functools import partial

from reporting.models import IssuedNote, Note, PaperFile, Paragraph, ParagraphTranslation
from tests.factories import make_round, make_user

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def note(round_=None):
    return Note.objects.create(round=round_ or make_round())


def paragraph(of, **fields):
    return Paragraph.objects.create(
        **({"note": of, "key": "africa", "position": 1, "text": "Signed."} | fields)
    )


def translation(of=None, **fields):
    said = {"paragraph": of or paragraph(note()), "language": "fr", "text": "Signé."}
    return ParagraphTranslation.objects.create(**(said | {"of_version": 1} | fields))


def issue(of, **fields):
    said = {"publication": of, "language": "en", "text": "{}", "sha256": "0" * 64}
    who = {"issued_by": make_user(), "issued_at": NOON}
    return IssuedNote.objects.create(**(said | who | fields))


def paper(of, **fields):
    said = {"publication": of, "paper": "checklist", "language": "en", "form": "pdf"}
    made = {"content": b"%PDF", "size": 4, "sha256": "0" * 64, "made_at": NOON}
    return PaperFile.objects.create(**(said | made | fields))


def twice(make, of, **other):
    """Make the same row twice, but for what may differ."""
    return [make(of), make(of, **other)]


def attempts(publication):
    """Each rule with an attempt to break it; `publication` makes one."""
    return {
        "reporting_note_round_id_key": lambda: twice(note, make_round()),
        "a_paragraph_stands_in_a_note_once": lambda: twice(paragraph, note(), position=2),
        "paragraphs_stand_in_an_order": lambda: twice(paragraph, note(), key="arab-states"),
        "a_note_has_one_title": lambda: twice(
            partial(paragraph, kind="title"), note(), key="title", position=2
        ),
        "a_paragraph_says_something": lambda: paragraph(note(), text=""),
        "a_paragraph_has_one_text_in_a_language": lambda: twice(translation, paragraph(note())),
        "a_translation_is_into_an_official_language": lambda: translation(language="en"),
        "a_translation_says_something": lambda: translation(text=""),
        "a_reviewed_translation_says_by_whom_and_when": lambda: translation(reviewed_at=NOON),
        "an_issue_has_its_own_number": lambda: twice(issue, publication()),
        "a_new_issue_says_why": lambda: issue(publication(), number=2),
        "an_issue_is_in_an_official_language": lambda: issue(publication(), language="de"),
        "an_issue_has_its_digest": lambda: issue(publication(), sha256="unknown"),
        "a_paper_is_made_once": lambda: twice(paper, publication()),
        "a_paper_has_a_known_form": lambda: paper(publication(), form="odt"),
        "a_paper_is_in_an_official_language": lambda: paper(publication(), language="de"),
        "a_paper_has_its_digest": lambda: paper(publication(), sha256="unknown"),
    }
