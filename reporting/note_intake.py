"""The text of a note as a door brings it: read strictly, every fault named.

A paragraph is one line of plain text; what its notation means is judged when the note is issued,
so that a draft may be saved half done.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.reading import read_choice, read_prose
from accounts.refusals import Faults, Invalid
from regions.texts import has_direction_marks
from reporting.field_reading import Content, Reader, plain, read_day, read_fields
from reporting.models import Note, Paragraph
from reporting.papers.notation import Words, parse

TEXT_LIMIT: Final = 5000
REASON_LIMIT: Final = 2000
KEY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
KEY_LIMIT: Final = 40
RESERVED: Final = ("masthead", "new", "languages", "issue")
"""Words that an address of the note has in the place of a paragraph."""


def one_line(read: Callable[..., Any]) -> Reader:
    """A text without line ends; other spaces, such as one that does not break, stay."""

    def reader(value: Any, at: str, faults: Faults, _scene: Any) -> str:
        return re.sub(r"[ \t\n]+", " ", read(value, at, faults)).strip(" ")

    return reader


def title(limit: int) -> Reader:
    """A line of the masthead; marks of direction belong to narratives."""
    read = one_line(read_prose(limit))

    def reader(value: Any, at: str, faults: Faults, scene: Any) -> str:
        text: str = read(value, at, faults, scene)
        if has_direction_marks(text):
            words = _("The text has marks of direction, which nobody sees.")
            faults.add(at, "bad_character", words)
        return text

    return reader


TEXT: Final = one_line(read_prose(TEXT_LIMIT))
PARAGRAPH: Final[Mapping[str, Reader]] = {
    "kind": plain(read_choice(tuple(Paragraph.Kind.values), "unknown_kind")),
    "text": TEXT,
}
NEW: Final[Mapping[str, Reader]] = {**PARAGRAPH, "key": title(KEY_LIMIT), "after": title(KEY_LIMIT)}
MASTHEAD: Final[Mapping[str, Reader]] = {
    "symbol": title(30),
    "checklist_symbol": title(30),
    "dated_on": read_day,
    "agenda_item": title(20),
    "basis": title(200),
}


def read_all(
    sent: Mapping[str, Any], readers: Mapping[str, Reader], required: Sequence[str], faults: Faults
) -> Content:
    """The fields that were sent, as far as they can be read."""
    return read_fields(sent, readers, {"dated_on": None}, required, faults, None)


def done(content: Content, faults: Faults) -> Content:
    """What was read, or every fault of it."""
    if faults.found:
        raise Invalid(faults.found)
    return content


def read_masthead(sent: Mapping[str, Any]) -> Content:
    """What stands at the head of the note; any of it may come late."""
    faults = Faults()
    content = read_all(sent, MASTHEAD, (), faults)
    day = content["dated_on"]
    content["dated_on"] = date.fromisoformat(day) if day else None
    return done(content, faults)


def read_paragraph(
    sent: Mapping[str, Any], others: Sequence[Paragraph], *, is_new: bool
) -> Content:
    """A paragraph beside the others of its note."""
    faults = Faults()
    content = read_all(sent, NEW if is_new else PARAGRAPH, ("kind", "text"), faults)
    if content["kind"] == Paragraph.Kind.TITLE and any(
        each.kind == Paragraph.Kind.TITLE for each in others
    ):
        faults.add("/kind", "title_taken", _("The note has a title already."))
    if is_new:
        judge_place(content, [each.key for each in others], faults)
    return done(content, faults)


def judge_place(content: Content, keys: Sequence[str], faults: Faults) -> None:
    """The key is new to the note, and what it follows stands there."""
    key = content["key"]
    if not key:
        content["key"] = key_from(content["text"], keys)
    elif not KEY.fullmatch(key) or key in RESERVED:
        words = _("Use small letters, digits and hyphens, such as “arab-states”.")
        faults.add("/key", "unknown_key", words)
    elif key in keys:
        faults.add("/key", "key_taken", _("Another paragraph has this key."))
    if content["after"] and content["after"] not in keys:
        faults.add("/after", "no_such_paragraph", _("There is no such paragraph."))


def key_from(text: str, keys: Sequence[str]) -> str:
    """A key of the first words, with a number where it is taken."""
    plain_words = "".join(each.text for each in parse(text) if isinstance(each, Words))
    words = slugify(plain_words).split("-")[:5]
    stem = "-".join(words).replace("_", "-").strip("-")[: KEY_LIMIT - 4] or "paragraph"
    taken = {*keys, *RESERVED}
    candidates = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in candidates if each not in taken)


def read_translation(text: str) -> str:
    """A text in another language."""
    faults = Faults()
    content = read_all({"text": text}, {"text": TEXT}, ("text",), faults)
    return str(done(content, faults)["text"])


def read_reason(reason: str, *, is_needed: bool) -> str:
    """Why the note is issued again; every reader of the papers sees it."""
    faults = Faults()
    said = str(TEXT(reason, "/reason", faults, None))
    if is_needed and not said:
        words = _("Say what is better in this issue; every reader of the paper sees it.")
        faults.add("/reason", "reason_required", words)
    if len(said) > REASON_LIMIT:
        words = _("The reason may have %(n)d characters.") % {"n": REASON_LIMIT}
        faults.add("/reason", "too_long", words)
    done({}, faults)
    return said


def content_of(note: Note) -> Content:
    """The masthead on record."""
    return {name: getattr(note, name) for name in MASTHEAD}
