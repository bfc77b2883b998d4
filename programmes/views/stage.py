from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from programmes.pages.stage import StagePage, stage_page
from programmes.pages.stage_acts import Offer, offers_of
from programmes.views.documents import crumbs, known_document, sent
from regions.queries import read_query


@permitted(policy.may_see_live_data)
@require_http_methods(["GET", "HEAD", "POST"])
def stage(request: HttpRequest, number: str) -> HttpResponse:
    """Where a document stands, what is in the way of the next step, and the step itself."""
    read_query(request, {})
    day, actor = timezone.localdate(), request.actor  # type: ignore[attr-defined]
    page = stage_page(known_document(number), actor, day=day)
    offers = offers_of(page, request.POST or None, day=day, by=actor)
    if request.method != "POST":
        return drawn(request, page, offers)
    offer = asked_for(sent(request), offers)
    if not offer.form.is_valid():
        return drawn(request, page, offers, faulty=offer)
    try:
        offer.carry_out(offer.form.cleaned_data)
    except Refused as refusal:
        return drawn(request, page, offers, refusal=refusal)
    messages.success(request, offer.done)
    return redirect("programme-document-stage", number)


def asked_for(key: str, offers: list[Offer]) -> Offer:
    """The act that was asked for; one that the stage or the role does not offer is none."""
    found = next((each for each in offers if each.key == key), None)
    if found is None:
        raise BadRequest(_("The document is in another stage now, or this is not yours to do."))
    return found


def drawn(
    request: HttpRequest,
    page: StagePage,
    offers: list[Offer],
    *,
    faulty: Offer | None = None,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The page, with what was refused."""
    context = {
        "page": page,
        "offers": offers,
        "faulty": faulty,
        "refusal": refusal,
        "crumbs": crumbs(page.document, _("Stage")),
    }
    status = 422 if faulty else status_of(refusal)
    return render(request, "programmes/stage.html", context, status=status)
