"""The paragraphs of a note: add, change, move, delete; say that one was read again."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_unless
from accounts.policy import Actor
from accounts.refusals import Stale
from reporting.actions.notes import locked as locked_note
from reporting.models import Note, Paragraph
from reporting.note_intake import read_paragraph
from reporting.papers.latest import figures_of, shown
from reporting.papers.living import readings
from reporting.snapshots.canonical import digest, to_text


def add_paragraph(note: Note, sent: Mapping[str, Any], *, by: Actor) -> Paragraph:
    """Put a paragraph behind the one that is named, or at the end."""
    refuse_unless(policy.may_write_papers(by))
    with acting(by):
        others = list(locked_note(note).paragraphs.order_by("position"))
        content = read_paragraph(sent, others, is_new=True)
        after = content.pop("after")
        place = next((each.position for each in others if each.key == after), len(others))
        note.paragraphs.filter(position__gt=place).update(position=F("position") + 1)
        return Paragraph.objects.create(
            note=note,
            position=place + 1,
            updated_by=by.user,
            seen=seen_now(note, content["text"]),
            **content,
        )


def change_paragraph(
    paragraph: Paragraph, sent: Mapping[str, Any], *, base_version: int | None = None, by: Actor
) -> Paragraph:
    """Change its words or its kind; `base_version` is the version that was read.

    New words outdate the translations. Who wrote them has seen how their figures read.
    """
    refuse_unless(policy.may_write_papers(by))
    with acting(by):
        note = locked_note(paragraph.note)
        held = locked(paragraph, base_version)
        others = list(note.paragraphs.exclude(pk=held.pk))
        content = read_paragraph(sent, others, is_new=False)
        if content["text"] != held.text:
            held.text_version += 1
            held.seen = seen_now(note, content["text"])
        elif content["kind"] == held.kind:
            return held
        held.text, held.kind = content["text"], content["kind"]
        save(held, by)
    return held


def move_paragraph(paragraph: Paragraph, *, up: bool, by: Actor) -> Paragraph:
    """Change places with its neighbour; the first stays first and the last last."""
    refuse_unless(policy.may_write_papers(by))
    with acting(by):
        note = locked_note(paragraph.note)
        held = note.paragraphs.get(pk=paragraph.pk)
        side = {"position__lt": held.position} if up else {"position__gt": held.position}
        order = "-position" if up else "position"
        other = note.paragraphs.filter(**side).order_by(order).first()
        if other is not None:
            note.paragraphs.filter(pk=held.pk).update(position=other.position)
            note.paragraphs.filter(pk=other.pk).update(position=held.position)
            held.position = other.position
    return held


def delete_paragraph(
    paragraph: Paragraph, *, base_version: int | None = None, reason: str = "", by: Actor
) -> None:
    """Take it out with its translations; the history keeps both, and why."""
    refuse_unless(policy.may_write_papers(by))
    with acting(by, reason.strip()):
        note = locked_note(paragraph.note)
        held = locked(paragraph, base_version)
        place = held.position
        held.delete()
        note.paragraphs.filter(position__gt=place).update(position=F("position") - 1)


def read_again(paragraph: Paragraph, *, read: str, by: Actor) -> Paragraph:
    """Somebody has read the words around figures that read otherwise now: they hold.

    `read` is the digest of text and figures on the reader's page: nobody stands for figures
    that changed meanwhile.
    """
    refuse_unless(policy.may_write_papers(by))
    with acting(by):
        locked_note(paragraph.note)
        held = locked(paragraph)
        now = seen_now(held.note, held.text)
        if read != reading_digest(held.text, now):
            raise Stale("stale", _("The text or a figure changed meanwhile. Read it again."), held)
        if now != held.seen:
            held.seen = now
            save(held, by)
    return held


def locked(paragraph: Paragraph, base_version: int | None = None) -> Paragraph:
    """The paragraph as it stands now, held; nobody overwrites unseen."""
    rows = Paragraph.objects.select_related("note__round").select_for_update(of=("self",))
    held = rows.get(pk=paragraph.pk)
    if base_version is not None and held.version != base_version:
        raise Stale("stale_version", _("The paragraph was changed since you read it."), held)
    return held


def save(paragraph: Paragraph, by: Actor) -> None:
    """The next version, in the name of who wrote it."""
    paragraph.version += 1
    paragraph.updated_by = by.user
    paragraph.save()


def seen_now(note: Note, text: str) -> dict[str, str]:
    """How the figures of a text read now."""
    return readings(text, figures_of(shown(note.round)))


def reading_digest(text: str, read: Mapping[str, str]) -> str:
    """Of a text and how its figures read, as one."""
    return digest(to_text([text, dict(read)]))
