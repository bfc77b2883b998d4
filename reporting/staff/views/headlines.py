from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from checklist.models import ReportingRound
from programmes.intake.content import digest
from regions.languages import CODES
from regions.queries import read_query
from reporting.actions.headlines import replace_headline, restore_headline, words_on
from reporting.models import ReplacedHeadline
from reporting.rebuilding import Spoken, page_url, preview_pages
from reporting.staff.attempts import attempt
from reporting.staff.headline_forms import HeadlineForm
from reporting.staff.headlines import headline_page
from reporting.staff.judged import settled


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
    stands = given(words_on(round_, section, slot))
    form = HeadlineForm(settled(request, stands), initial=stands)
    act, words = act_of(request, form, (round_, section, slot))
    _done, refusal = attempt(form, act, given)
    if request.method != "POST" or refusal or form.errors:
        return drawn(request, round_, section, slot, pages, form, refusal)
    messages.success(request, words)
    return redirect(page_url(round_, section, slot))


def act_of(
    request: HttpRequest, form: HeadlineForm, at: tuple[ReportingRound, str, str]
) -> tuple[Callable[[], Any], str]:
    """What the button does, on the words that were read, and what is said when it is done."""
    by = request.actor  # type: ignore[attr-defined]

    def restore() -> None:
        restore_headline(*at, base=form.cleaned_data["base"], by=by)

    def put() -> ReplacedHeadline:
        return replace_headline(*at, form.texts, base=form.cleaned_data["base"], by=by)

    if "restore" in request.POST:
        return restore, _("The sentence of the rule stands again.")
    return put, _("Your words stand in the preview.")


def given(texts: Mapping[str, str]) -> dict[str, str]:
    """The words that stand as the controls have them."""
    return {**{code: texts.get(code, "") for code in CODES}, "base": digest(texts)}


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
        "is_replaced": bool(words_on(round_, section, slot)),
        "refusal": refusal,
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "reporting/staff/headline.html", context, status=status)
