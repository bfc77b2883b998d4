from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from accounts import blockers, policy
from accounts.actions.tokens import Issued, make, revoke, rotate
from accounts.doors import permitted
from accounts.forms.tokens import RotateForm, TokenForm
from accounts.models import ApiToken
from accounts.owners import possible_owners
from accounts.pages import tokens as shown
from accounts.refusals import Refused
from regions.queries import page_of, read_query

READ_OR_WRITE = ["GET", "HEAD", "POST"]


def seen(request: HttpRequest, number: str) -> ApiToken:
    """The token, if this person manages it; another office's is not there."""
    visible = ApiToken.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    full = visible.select_related("user", "office", "created_by", "replaced_by")
    return get_object_or_404(full, pk=int(number))


@permitted(policy.may_manage_tokens)
def tokens(request: HttpRequest) -> HttpResponse:
    """The tokens that work, the first to end first; below them those that ended."""
    actor = request.actor  # type: ignore[attr-defined]
    asked, now = read_query(request, {"page": None}), timezone.now()
    page = page_of(shown.working(actor, now), asked)
    context = {
        "page": page,
        "rows": shown.rows(page, now),
        "ended": shown.rows(shown.ended(actor, now), now),
        "warning": shown.warning(actor, now),
    }
    return render(request, "accounts/tokens.html", context)


@permitted(policy.may_manage_tokens)
@require_http_methods(READ_OR_WRITE)
@sensitive_variables("issued")
def new(request: HttpRequest) -> HttpResponse:
    """Make a token; the page that answers shows its secret, and no page after it."""
    read_query(request, {})
    actor = request.actor  # type: ignore[attr-defined]
    form = TokenForm(request.POST or None, by=actor, owners=possible_owners(actor))
    if request.method == "POST" and form.is_valid():
        owner, given = form.chosen, form.cleaned_data
        issued = make(
            owner.user,
            owner.office,
            name=given["name"],
            scopes=[given["scope"]],
            lasts=form.lasts,
            by=actor,
        )
        return once(request, issued)
    status = 422 if form.errors else 200
    return render(request, "accounts/token_new.html", {"form": form}, status=status)


@sensitive_variables("issued")
def once(request: HttpRequest, issued: Issued) -> HttpResponse:
    """The only page that shows the secret: the answer to the request that made it."""
    context = {"token": issued.token, "text": issued.text, "good_for": good_for(issued.token)}
    response = render(request, "accounts/token_made.html", context, status=201)
    response.headers["Cache-Control"] = "no-store"
    return response


def good_for(token: ApiToken) -> str:
    """What it is good for, in words."""
    return shown.good_for(token.scopes)


@permitted(policy.may_manage_tokens)
@require_http_methods(READ_OR_WRITE)
@sensitive_variables("issued")
def turn(request: HttpRequest, number: str) -> HttpResponse:
    """Rotate: a new secret, while the old one works on for a time."""
    token = seen(request, number)
    read_query(request, {})
    form, refusal = RotateForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            issued = rotate(token, overlap=form.overlap, by=request.actor)  # type: ignore[attr-defined]
        except Refused as refused:
            refusal = refused
        else:
            return once(request, issued)
    now = timezone.now()
    context = {
        "row": shown.row(token, now),
        "form": form,
        "blockers": blockers.to_rotate(token, now),
        "refusal": refusal,
    }
    status = 409 if refusal else 422 if form.errors else 200
    return render(request, "accounts/token_rotate.html", context, status=status)


@permitted(policy.may_manage_tokens)
@require_http_methods(READ_OR_WRITE)
def end(request: HttpRequest, number: str) -> HttpResponse:
    """Revoke: first what it means is said, then it is done."""
    token = seen(request, number)
    read_query(request, {})
    refusal = None
    if request.method == "POST":
        try:
            revoke(token, by=request.actor)  # type: ignore[attr-defined]
        except Refused as refused:
            refusal = refused
        else:
            words = _("The token “%(name)s” is revoked.") % {"name": token.name}
            messages.success(request, words)
            return redirect("tokens")
    now = timezone.now()
    context = {
        "row": shown.row(token, now),
        "blockers": blockers.to_revoke(token, now),
        "refusal": refusal,
    }
    status = 409 if refusal else 200
    return render(request, "accounts/token_revoke.html", context, status=status)
