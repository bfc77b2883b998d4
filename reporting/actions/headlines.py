"""Word a headline anew before publication, or go back to the sentence that its rule makes."""

from collections.abc import Mapping
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_blocked, refuse_unless
from accounts.policy import Actor
from accounts.refusals import Faults, Invalid, Stale
from checklist.actions.rounds import locked
from checklist.models import ReportingRound
from programmes.intake.content import digest
from regions.languages import CODES
from regions.texts import has_control_characters, has_direction_marks
from reporting import publication_blockers
from reporting.headline_check import strange_of
from reporting.models import ReplacedHeadline
from reporting.pages.words import listed
from reporting.rebuilding import Spoken, preview_pages

LIMIT: Final = 300

Pages = Mapping[str, Spoken]
"""What the page of the headline says in each language."""


def replace_headline(
    round_: ReportingRound,
    section: str,
    slot: str,
    texts: Mapping[str, str],
    *,
    base: str | None = None,
    by: Actor,
) -> ReplacedHeadline:
    """Put words in the place of the rule's sentence; a language left empty keeps that sentence.

    A number that the sentence of the rule does not name, nor its figures, is refused. `base` is
    the digest of the words that stood when the writer began.
    """
    refuse_unless(policy.may_run_rounds(by))
    with acting(by):
        refuse_blocked(publication_blockers.to_preview(locked(round_)))
        refuse_stale(words_on(round_, section, slot), base)
        pages = preview_pages(round_, section)
        refuse_blocked(publication_blockers.to_replace(slot, pages))
        said = checked(texts, pages, slot)
        fields = {"texts": said, "replaced_by": by.user, "replaced_at": timezone.now()}
        replaced, _made = ReplacedHeadline.objects.update_or_create(
            round=round_, section=section, slot=slot, defaults=fields
        )
    return replaced


def restore_headline(
    round_: ReportingRound, section: str, slot: str, *, base: str | None = None, by: Actor
) -> None:
    """Back to the sentence of the rule; `base` as above."""
    refuse_unless(policy.may_run_rounds(by))
    with acting(by):
        refuse_blocked(publication_blockers.to_preview(locked(round_)))
        refuse_stale(words_on(round_, section, slot), base)
        ReplacedHeadline.objects.filter(round=round_, section=section, slot=slot).delete()


def words_on(round_: ReportingRound, section: str, slot: str) -> dict[str, str]:
    """The words that stand in the place of the sentence, by language; none if it stands itself."""
    replaced = ReplacedHeadline.objects.filter(round=round_, section=section, slot=slot)
    return replaced.values_list("texts", flat=True).first() or {}


def refuse_stale(stands: Mapping[str, str], base: str | None) -> None:
    """Nobody's words are overwritten, or thrown away, unseen."""
    if base is not None and base != digest(stands):
        raise Stale("stale_version", _("The text changed meanwhile. Read it again."), stands)


def checked(texts: Mapping[str, str], pages: Pages, slot: str) -> dict[str, str]:
    """The words as they are stored, or every fault of them."""
    said = {code: " ".join(texts.get(code, "").split()) for code in CODES}
    said = {code: text for code, text in said.items() if text}
    faults = Faults()
    if "en" not in said:
        faults.add("/en", "required", _("The words in English are needed."))
    for code, text in said.items():
        judge(text, code, pages[code], slot, faults)
    if faults.found:
        raise Invalid(faults.found)
    return said


def judge(text: str, code: str, page: Spoken, slot: str, faults: Faults) -> None:
    """The words in one language."""
    if len(text) > LIMIT:
        words = _("A headline may have %(n)d characters.") % {"n": LIMIT}
        faults.add(f"/{code}", "too_long", words)
    if has_control_characters(text) or has_direction_marks(text):
        faults.add(f"/{code}", "bad_character", _("It holds characters that nobody sees."))
    strange = strange_of(text, page, slot, code)
    if strange:
        words = _("The page does not bear out: %(numbers)s.") % {"numbers": listed(strange)}
        faults.add(f"/{code}", "headline_disagrees", words)
