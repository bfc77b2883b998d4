"""What stands in the way of an act on a note: read by the page and by the act itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.refusals import Blocker
from checklist.models import ReportingRound
from regions.foreign import language_name
from regions.sentences import listed, number
from reporting.models import Note, Paragraph, Publication
from reporting.papers import living
from reporting.papers.latest import standing
from reporting.papers.living import Known, Look, marked
from reporting.papers.wording import ENGLISH, Worded
from reporting.parity.states import State

WITH_LEAVE = ("translation_missing", "translation_outdated")
"""What is issued all the same, in English and marked, where leave is given."""


def to_begin(round_: ReportingRound) -> list[Blocker]:
    """A round has one note."""
    if not Note.objects.filter(round=round_).exists():
        return []
    return [Blocker("note_exists", _("The note of this round is begun already."))]


@dataclass(frozen=True)
class Planned:
    """An issue as it is asked for: the note in a language with the figures of a publication."""

    note: Note
    publication: Publication | None
    language: str
    rows: Sequence[Worded]
    figures: Known | None
    with_untranslated: bool = False


def to_issue(planned: Planned) -> list[Blocker]:
    """Everything that keeps the note from being issued in this language."""
    if not planned.rows:
        return [Blocker("note_empty", _("The note has no paragraph yet."))]
    return [
        *of_publication(planned),
        *held_back(planned),
        *untranslated(planned),
        *(found for each in planned.rows for found in of_text(each, planned.figures)),
    ]


def of_publication(planned: Planned) -> Iterator[Blocker]:
    """A note is issued with the figures of the publication that stands."""
    stands = standing(planned.note.round)
    if stands is None:
        words = _("The round has no publication in force. The note takes its figures from one.")
        yield Blocker("no_publication", words)
    elif planned.publication != stands:
        words = _("Publication %(number)d of the round stands now. The note is issued for that.")
        yield Blocker("not_in_force", words % {"number": stands.number})


def held_back(planned: Planned) -> Iterator[Blocker]:
    """A language that is held back is released first."""
    if planned.language in planned.note.held_back:
        words = _("The note in %(language)s is held back. Release it first.")
        yield Blocker("language_held_back", words % {"language": language_name(planned.language)})


def untranslated(planned: Planned) -> Iterator[Blocker]:
    """What has no translation of the text as it stands; with leave it is issued in English."""
    if planned.with_untranslated or planned.language == ENGLISH:
        return
    states = [each.state for each in planned.rows if not each.is_ready]
    missing, outdated = states.count(State.MISSING), states.count(State.OUTDATED)
    if missing:
        words = ngettext(
            "%(n)s paragraph is not translated.", "%(n)s paragraphs are not translated.", missing
        )
        yield Blocker("translation_missing", words % {"n": number(missing)})
    if outdated:
        words = ngettext(
            "%(n)s translation renders an older text.",
            "%(n)s translations render an older text.",
            outdated,
        )
        yield Blocker("translation_outdated", words % {"n": number(outdated)})


def of_text(each: Worded, figures: Known | None) -> Iterator[Blocker]:
    """Figures that the publication does not have, and notation that is not understood."""
    issued = each.issued
    is_exhibit = each.paragraph.kind == Paragraph.Kind.EXHIBIT
    pieces = Look(figures, issued["language"], is_exhibit=is_exhibit).pieces(issued["text"])
    found = {kind: written(pieces, kind) for kind in living.STOPS}
    for kind, (code, words) in STOPPED.items():
        if found[kind]:
            facts = {"key": each.paragraph.key, "written": listed(found[kind])}
            yield Blocker(code, str(words()) % facts)


def written(pieces: living.Pieces, kind: str) -> list[str]:
    """How what is marked stands in the notation, each once."""
    return list(dict.fromkeys(each.written for each in marked(pieces) if each.kind == kind))


STOPPED = {
    living.UNKNOWN: (
        "figure_unknown",
        lambda: _("Paragraph “%(key)s”: the publication has no %(written)s."),
    ),
    living.BROKEN: (
        "notation_broken",
        lambda: _("Paragraph “%(key)s”: %(written)s is not understood."),
    ),
    living.MISPLACED: (
        "exhibit_misplaced",
        lambda: _("Paragraph “%(key)s”: a table or chart stands alone, not as %(written)s."),
    ),
}
