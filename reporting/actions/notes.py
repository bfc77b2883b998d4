"""The note of a round: begin it, give it its masthead, hold a language back, issue it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_blocked, refuse_unless
from accounts.policy import Actor
from accounts.refusals import Blocked, Blocker, Fault, Invalid, Stale
from checklist.actions.rounds import locked as locked_round
from checklist.actions.rounds import shared
from checklist.models import ReportingRound
from regions.languages import CODES
from reporting import note_blockers as blockers
from reporting.models import IssuedNote, Note, Paragraph, ParagraphTranslation, Publication
from reporting.note_blockers import Planned
from reporting.note_intake import content_of, read_masthead, read_reason
from reporting.papers.latest import figures_of, light, standing
from reporting.papers.living import readings
from reporting.papers.wording import issue_record, paragraphs_of, worded
from reporting.snapshots.canonical import digest, to_text


def begin_note(round_: ReportingRound, *, by: Actor) -> Note:
    """Begin with the paragraphs of the last note, as drafts in nobody's name.

    A figure that read otherwise then is marked from the first day, and so is every translation
    that nobody has stood for anew.
    """
    refuse_unless(policy.may_write_papers(by))
    with acting(by):
        round_ = locked_round(round_)
        refuse_blocked(blockers.to_begin(round_))
        note = Note.objects.create(round=round_)
        last = note_before(round_)
        if last is not None:
            carry(last, note)
    return note


def note_before(round_: ReportingRound) -> Note | None:
    """The note of the latest round before this one."""
    before = Note.objects.filter(round__code__lt=round_.code).select_related("round")
    return before.order_by("-round__code").first()


def carry(last: Note, note: Note) -> None:
    """Its paragraphs, with those translations that render them as they stand.

    A figure that nobody looked at since was read as the publication of its round has it.
    """
    figures = figures_of(standing(last.round))
    for old in paragraphs_of(last):
        same = {name: getattr(old, name) for name in ("key", "position", "kind", "text")}
        seen = readings(old.text, figures) | old.seen
        new = Paragraph.objects.create(note=note, seen=seen, **same)
        ParagraphTranslation.objects.bulk_create(
            ParagraphTranslation(
                paragraph=new, language=each.language, text=each.text, of_version=new.text_version
            )
            for each in old.translations.all()
            if each.of_version >= old.text_version
        )


def change_masthead(
    note: Note, sent: Mapping[str, Any], *, base_version: int | None = None, by: Actor
) -> Note:
    """Fill in what stands at its head; `base_version` is the version that was read."""
    refuse_unless(policy.may_write_papers(by))
    with acting(by):
        held = locked(note, base_version)
        content = read_masthead(sent)
        if content != content_of(held):
            for name, value in content.items():
                setattr(held, name, value)
            held.version += 1
            held.save()
    return held


def locked(note: Note, base_version: int | None = None) -> Note:
    """The note as it stands now, held until the act is done; nobody overwrites unseen."""
    held = Note.objects.select_related("round").select_for_update(of=("self",)).get(pk=note.pk)
    if base_version is not None and held.version != base_version:
        raise Stale("stale_version", _("The masthead was changed since you read it."), held)
    return held


def hold_back(note: Note, language: str, *, by: Actor) -> Note:
    """A language that is held back is not issued."""
    return set_held_back(note, language, True, by)


def release(note: Note, language: str, *, by: Actor) -> Note:
    """It may be issued again."""
    return set_held_back(note, language, False, by)


def set_held_back(note: Note, language: str, is_held_back: bool, by: Actor) -> Note:
    """One of the six languages; what is so already writes no history."""
    refuse_unless(policy.may_write_papers(by))
    refuse_unknown(language)
    with acting(by):
        held = locked(note)
        if (language in held.held_back) != is_held_back:
            others = [each for each in held.held_back if each != language]
            held.held_back = sorted([*others, language]) if is_held_back else others
            held.save()
    return held


def issue_note(
    publication: Publication,
    language: str,
    *,
    with_untranslated: bool = False,
    reason: str = "",
    at: datetime | None = None,
    by: Actor,
) -> IssuedNote:
    """Issue the note of the publication's round in a language, for good.

    What is not translated is issued in English and marked, with leave only. A further issue says
    why; the older one stays readable.
    """
    refuse_unless(policy.may_write_papers(by))
    refuse_unknown(language)
    with acting(by, reason.strip()):
        planned = plan_of(publication, language, with_untranslated=with_untranslated)
        refuse_blocked(blockers.to_issue(planned))
        last = last_issue(publication, language)
        said = read_reason(reason, is_needed=last is not None)
        number = last.number + 1 if last else 1
        text = to_text(issue_record(planned.note, planned.rows, language, number))
        refuse_unchanged(planned, last)
        see(planned)
        return IssuedNote.objects.create(
            publication=publication,
            language=language,
            number=number,
            text=text,
            sha256=digest(text),
            reason=said,
            issued_by=by.user,
            issued_at=at or timezone.now(),
        )


def plan_of(publication: Publication, language: str, *, with_untranslated: bool) -> Planned:
    """The note as it stands, held, in a round that is not published or withdrawn meanwhile."""
    round_ = shared(publication.round_id)
    found = Note.objects.filter(round=round_).first()
    if found is None:
        raise Blocked([Blocker("note_missing", _("The round has no note yet."))])
    note = locked(found)
    rows = list(worded(paragraphs_of(note), language))
    has_names = light(Publication.objects.filter(pk=publication.pk)).exists()
    figures = figures_of(publication) if has_names else None
    return Planned(note, publication, language, rows, figures, with_untranslated)


def see(planned: Planned) -> None:
    """Who issues the note has read every figure in it, were it the first to look at it."""
    new = []
    for each in (row.paragraph for row in planned.rows):
        seen = readings(each.text, planned.figures) | each.seen
        if seen != each.seen:
            each.seen = seen
            new.append(each)
    Paragraph.objects.bulk_update(new, ["seen"])


def last_issue(publication: Publication, language: str) -> IssuedNote | None:
    """The latest issue of the note in a language for a publication."""
    issues = IssuedNote.objects.filter(publication=publication, language=language)
    return issues.order_by("-number").first()


def refuse_unchanged(planned: Planned, last: IssuedNote | None) -> None:
    """A new issue says something new."""
    if last is None:
        return
    same = to_text(issue_record(planned.note, planned.rows, planned.language, last.number))
    if same == last.text:
        words = _("Nothing changed since the last issue in this language.")
        raise Blocked([Blocker("note_unchanged", words)])


def refuse_unknown(language: str) -> None:
    """Papers are in the six languages."""
    if language not in CODES:
        words = _("The papers are in six languages; this is none of them.")
        raise Invalid([Fault("/language", "unknown_language", words)])
