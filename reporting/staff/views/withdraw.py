from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Invalid, Refused
from regions.queries import read_query
from reporting import publication_blockers
from reporting.models import Publication
from reporting.pages.publications import edition_of, publication_name
from reporting.staff.headline_forms import WithdrawForm
from reporting.withdrawing import withdraw


@permitted(policy.may_run_rounds)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_publication(request: HttpRequest, round: str, number: int) -> HttpResponse:
    """What it means, why, the typed words; then a tombstone stands at the address."""
    read_query(request, {})
    visible = Publication.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    whole = visible.defer("canonical", "manifest").select_related("round")
    publication = get_object_or_404(whole, round__code=round, number=number)
    words = f"WITHDRAW {publication.round.code} VERSION {publication.number}"
    if request.method != "POST":
        return drawn(request, publication, WithdrawForm(words=words))
    form = WithdrawForm(request.POST, words=words)
    if not form.is_valid():
        return drawn(request, publication, form)
    try:
        withdraw(publication, reason=form.cleaned_data["reason"], by=request.actor)  # type: ignore[attr-defined]
    except Invalid as refusal:
        form.take(refusal.faults)
        return drawn(request, publication, form)
    except Refused as refusal:
        return drawn(request, publication, form, refusal)
    done = _("%(name)s is withdrawn.")
    messages.success(request, done % {"name": publication_name(publication)})
    return redirect("publication", round=round, number=number)


def drawn(
    request: HttpRequest,
    publication: Publication,
    form: WithdrawForm,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The page with what stands in the way, or the form."""
    others = Publication.objects.in_force().exclude(pk=publication.pk).latest_first()
    context = {
        "publication": publication,
        "name": publication_name(publication),
        "edition": edition_of(publication),
        "blockers": publication_blockers.to_withdraw(publication),
        "next": others.defer("canonical", "manifest").select_related("round").first(),
        "form": form,
        "words": form.expected,
        "refusal": refusal,
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "reporting/staff/withdraw.html", context, status=status)
