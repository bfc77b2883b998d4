"""A note in work, of a published round with one reported figure."""

from typing import Any

from reporting.actions.notes import begin_note
from reporting.actions.paragraphs import add_paragraph
from reporting.actions.translations import translate
from reporting.models import Note, Paragraph, Publication
from tests.factories import make_actor
from tests.reporting.world import answered_round, make_figure, make_world, publish_round

SIGNED = "{reported.frameworks_signed.ROAF}"
TEXT = f"UN-Habitat signed {SIGNED} frameworks in {{area.ROAF}}.[^HSP/EB.2026/5]"


def published(**figure: Any) -> Publication:
    """A round with a figure, published."""
    make_world()
    round_ = answered_round()
    make_figure(round_, **figure)
    return publish_round(round_)


def begun(publication: Publication) -> Note:
    """Its note, without a paragraph."""
    return begin_note(publication.round, by=make_actor())


def write(note: Note, text: str = TEXT, **fields: Any) -> Paragraph:
    """A paragraph at the end of a note."""
    sent = {"kind": "text", "text": text, "key": fields.pop("key", "africa")}
    return add_paragraph(note, {**sent, **fields}, by=make_actor())


def render(paragraph: Paragraph, language: str = "fr", text: str = f"ONU-Habitat : {SIGNED}."):
    """A first translation of it."""
    version = paragraph.text_version
    return translate(paragraph, language, text, of_version=version, by=make_actor())


def keys(note: Note) -> list[str]:
    """The paragraphs in their order."""
    return list(note.paragraphs.order_by("position").values_list("key", flat=True))
