from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Invalid, Refused
from checklist.models import ReportingRound
from regions.queries import read_query
from reporting.actions.headlines import replace_headline, restore_headline
from reporting.models import ReplacedHeadline
from reporting.rebuilding import Spoken, page_url, preview_pages
from reporting.staff.headline_forms import HeadlineForm
from reporting.staff.headlines import headline_page


@permitted(policy.may_run_rounds)
@require_http_methods(["GET", "HEAD", "POST"])
def headline(request: HttpRequest, code: str, section: str, slot: str) -> HttpResponse:
    """The sentence of the rule, the words in its place, and which figures these may name."""
    read_query(request, {})
    visible = ReportingRound.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    round_ = get_object_or_404(visible, code=code)
    pages = preview_pages(round_, section)
    if not any(slot in page.headlines for page in pages.values()):
        raise Http404
    if request.method == "POST":
        return act(request, round_, section, slot, pages)
    form = HeadlineForm(initial=texts_of(round_, section, slot))
    return drawn(request, round_, section, slot, pages, form)


def texts_of(round_: ReportingRound, section: str, slot: str) -> dict[str, str]:
    """The words that stand in the place of the sentence, by language; none if it stands itself."""
    replaced = ReplacedHeadline.objects.filter(round=round_, section=section, slot=slot)
    return replaced.values_list("texts", flat=True).first() or {}


def act(
    request: HttpRequest,
    round_: ReportingRound,
    section: str,
    slot: str,
    pages: Mapping[str, Spoken],
) -> HttpResponse:
    """Put the words in place, or go back to the sentence of the rule."""
    form = HeadlineForm(request.POST)
    form.is_valid()
    by = request.actor  # type: ignore[attr-defined]
    try:
        if "restore" in request.POST:
            restore_headline(round_, section, slot, by=by)
            messages.success(request, _("The sentence of the rule stands again."))
        else:
            replace_headline(round_, section, slot, form.texts, by=by)
            messages.success(request, _("Your words stand in the preview."))
    except Invalid as refusal:
        form.take(refusal.faults)
        return drawn(request, round_, section, slot, pages, form)
    except Refused as refusal:
        return drawn(request, round_, section, slot, pages, form, refusal)
    return redirect(page_url(round_, section, slot))


def drawn(
    request: HttpRequest,
    round_: ReportingRound,
    section: str,
    slot: str,
    pages: Mapping[str, Spoken],
    form: HeadlineForm,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The page with its form."""
    context = {
        "round": round_,
        "page": headline_page(pages, slot, page_url(round_, section, slot)),
        "form": form,
        "is_replaced": bool(texts_of(round_, section, slot)),
        "refusal": refusal,
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "reporting/staff/headline.html", context, status=status)
