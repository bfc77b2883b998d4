from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.reading import read_date
from accounts.refusals import Faults, Invalid, Refused
from programmes.keeping.forms import sent_by
from regions.queries import read_query
from reporting.actions.follow_ups import close_request, follow_up, reopen_request
from reporting.actions.requests import change_request, record_request
from reporting.models import BoardRequest
from reporting.request_intake import content_of, read_scene
from reporting.staff.attempts import attempt
from reporting.staff.judged import Judged, Values, settled
from reporting.staff.request_forms import CloseForm, ReopenForm, RequestChangeForm, RequestForm
from reporting.staff.requests import address, texts_as_fields
from reporting.staff.views.requests import drawn_request, follow_up_form, seen, told_in


@permitted(policy.may_keep_requests)
@require_http_methods(["GET", "HEAD", "POST"])
def new_request(request: HttpRequest) -> HttpResponse:
    """Record what a member asked for."""
    read_query(request, {})
    form = RequestForm(sent_by(request), scene=read_scene())
    done, refusal = attempt(form, lambda: record_request(form.sent, by=by(request)))
    if done is not None:
        messages.success(request, _("The request is on record."))
        return redirect(address(done))
    return drawn(request, form, None, refusal)


@permitted(policy.may_keep_requests)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, session: str, number: str) -> HttpResponse:
    """Correct what was recorded."""
    read_query(request, {})
    found = seen(request, session, number)
    stands = given(found)
    form = RequestChangeForm(settled(request, stands), initial=stands, scene=read_scene())

    def correct() -> BoardRequest:
        said = {"base_version": form.base_version, "reason": form.cleaned_data["reason"]}
        return change_request(found, form.sent, **said, by=by(request))

    done, refusal = attempt(form, correct, given)
    if done is not None:
        messages.success(request, _("The request is changed; the history keeps both."))
        return redirect(address(done))
    return drawn(request, form, found, refusal)


def given(found: BoardRequest) -> dict[str, Any]:
    """A request as the controls have it."""
    content = content_of(found)
    lists = {name: " ".join(content[name]) for name in ("items", "countries")}
    texts = texts_as_fields("asked", found.asked)
    return {**content, **lists, **texts, "version": found.version}


@permitted(policy.may_keep_requests)
@require_POST
def follow(request: HttpRequest, session: str, number: str) -> HttpResponse:
    """Say what was done and where the request stands."""
    found = asked_for(request, session, number)
    form = follow_up_form(found, settled(request, told_in(found)))

    def act() -> BoardRequest:
        data = form.cleaned_data
        said = {name: data[name] for name in ("to", "answered_in", "reason")}
        return follow_up(
            found, words=form.texts, **said, base_version=form.base_version, by=by(request)
        )

    words = _("The follow-up is on record. The Board reads it in the next publication.")
    return done_or_drawn(request, found, ("follow_up", form), act, words, told_in)


@permitted(policy.may_keep_requests)
@require_POST
def close(request: HttpRequest, session: str, number: str) -> HttpResponse:
    """Close an answered request on a day."""
    found, form = asked_for(request, session, number), CloseForm(request.POST)

    def act() -> BoardRequest:
        day = day_of(form.cleaned_data["closed_on"])
        return close_request(found, closed_on=day, base_version=form.base_version, by=by(request))

    words = _("The request is closed. The next publication says so, and carries it no further.")
    return done_or_drawn(request, found, ("close", form), act, words)


@permitted(policy.may_keep_requests)
@require_POST
def reopen(request: HttpRequest, session: str, number: str) -> HttpResponse:
    """Take up a closed request again."""
    found, form = asked_for(request, session, number), ReopenForm(request.POST)

    def act() -> BoardRequest:
        reason = form.cleaned_data["reason"]
        return reopen_request(found, reason=reason, base_version=form.base_version, by=by(request))

    words = _("The request is under way again and is carried on.")
    return done_or_drawn(request, found, ("reopen", form), act, words)


def asked_for(request: HttpRequest, session: str, number: str) -> BoardRequest:
    """The request of an address that takes no parameters."""
    read_query(request, {})
    return seen(request, session, number)


def by(request: HttpRequest) -> policy.Actor:
    """Who acts."""
    actor: policy.Actor = request.actor  # type: ignore[attr-defined]
    return actor


def version_read(found: BoardRequest) -> Values:
    """What a form is made on that asks for nothing that is on record."""
    return {"version": found.version}


def day_of(text: str) -> date | None:
    """The day that was said; today where none was."""
    faults = Faults()
    day = read_date(text, "/closed_on", faults)
    if faults.found:
        raise Invalid(faults.found)
    return day


def done_or_drawn(
    request: HttpRequest,
    found: BoardRequest,
    named: tuple[str, Judged],
    act: Callable[[], BoardRequest],
    words: str,
    stands: Callable[[BoardRequest], Values] = version_read,
) -> HttpResponse:
    """Back to the page of the request, or the page with what was refused."""
    name, form = named
    done, refusal = attempt(form, act, stands)
    if done is None:
        now = seen(request, found.session.code, str(found.number))
        return drawn_request(request, now, {name: form}, refusal)
    messages.success(request, words)
    return redirect(address(found))


def drawn(
    request: HttpRequest, form: RequestForm, found: BoardRequest | None, refusal: Refused | None
) -> HttpResponse:
    """The form with its faults."""
    context = {
        "form": form,
        "found": found,
        "url": address(found) if found else "",
        "refusal": refusal,
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "reporting/staff/request_form.html", context, status=status)
