"""Checks before a publication that rest on its preview: was it drawn, do its headlines hold."""

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.models import Answer, ReportingRound
from regions.numbers import moment
from regions.sentences import language
from reporting.headline_check import judged
from reporting.models import Publication, ReplacedHeadline
from reporting.staff.check import Check


def preview_checks(round_: ReportingRound) -> list[Check]:
    """Was the preview seen, and do the headlines agree with it."""
    preview = preview_of(round_)
    return [seen(round_, preview), headlines(round_, preview)]


def preview_of(round_: ReportingRound) -> Publication | None:
    """The preview that was drawn last, without its contents."""
    drawn = Publication.previews.filter(round=round_).select_related("round")
    return drawn.defer("canonical", "manifest").first()


def seen(round_: ReportingRound, preview: Publication | None) -> Check:
    """Whether somebody looked at what would be published, as it stands now."""
    if preview is None:
        found = _("Read the pages as a member of the Board before they are published")
        return Check("warn", _("No preview was drawn"), found)
    url = reverse("overview", kwargs={"preview": round_.code})
    at = moment(timezone.localtime(preview.published_at), language())
    drawn = _("Drawn %(moment)s") % {"moment": at}
    changed = Answer.objects.in_round(round_).aggregate(last=Max("updated_at"))["last"]
    if changed is not None and changed > preview.published_at:
        return Check("warn", _("Answers changed after the preview was drawn"), drawn, url)
    return Check("accepted", _("The preview shows the answers as they stand"), drawn, url)


def headlines(round_: ReportingRound, preview: Publication | None) -> Check:
    """Words in the place of a rule's sentence, held against the pages of the preview."""
    if preview is None:
        return unchecked(ReplacedHeadline.objects.filter(round=round_).count())
    found = judged(preview)
    wrong = [each for each in found if not each.agrees]
    if wrong:
        return disagreeing(len(wrong), [each.replaced.texts["en"] for each in wrong])
    lost = [each for each in found if not each.is_there]
    return lost_headlines(len(lost)) if lost else agreeing(len(found))


def agreeing(count: int) -> Check:
    """Every one of them is borne out."""
    if not count:
        return Check("accepted", _("No headline is replaced"), "")
    passed = ngettext(
        "%(n)d replaced headline agrees with the figures of its page",
        "%(n)d replaced headlines agree with the figures of their pages",
        count,
    )
    return Check("accepted", passed % {"n": count}, "")


def unchecked(count: int) -> Check:
    """Without a preview there is nothing to hold them against before the act does."""
    if not count:
        return agreeing(0)
    title = ngettext(
        "%(n)d replaced headline is not checked yet",
        "%(n)d replaced headlines are not checked yet",
        count,
    )
    return Check("warn", title % {"n": count}, _("Draw the preview to see whether they agree"))


def disagreeing(count: int, texts: list[str]) -> Check:
    """Publishing refuses them."""
    title = ngettext(
        "%(n)d replaced headline does not agree with its page",
        "%(n)d replaced headlines do not agree with their pages",
        count,
    )
    return Check("stop", title % {"n": count}, " · ".join(texts))


def lost_headlines(count: int) -> Check:
    """A page that is gone, or that has another headline now: the words are not used."""
    title = ngettext(
        "%(n)d replaced headline has no place any more",
        "%(n)d replaced headlines have no place any more",
        count,
    )
    return Check("warn", title % {"n": count}, _("Its page is published with the rule’s sentence"))
