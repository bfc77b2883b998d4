from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.past import history_of
from accounts.refusals import Refused
from checklist.models import BoardSession
from regions.filters import chosen_words, make_filter
from regions.models import RegionalOffice
from regions.queries import page_of, read_query
from reporting import request_blockers as blockers
from reporting.actions.follow_ups import name_of
from reporting.models import BoardRequest
from reporting.pages.words import capital
from reporting.request_intake import answering
from reporting.staff.request_forms import LABELS, CloseForm, FollowUpForm, ReopenForm
from reporting.staff.requests import languages, narrowed, shown, steps_of, texts_as_fields


@permitted(policy.may_see_live_data)
def requests(request: HttpRequest) -> HttpResponse:
    """What members of the Board asked for at every session, the latest first."""
    choices = filter_choices()
    known = {name: dict(found) for name, (_label, found) in choices.items()}
    asked = read_query(request, {**known, "page": None})
    today = timezone.localdate()
    rows = BoardRequest.objects.visible_to(request.actor).with_links()  # type: ignore[attr-defined]
    page = page_of(narrowed(rows, asked, today), asked)
    filters = [make_filter(name, label, found, asked) for name, (label, found) in choices.items()]
    context = {
        "page": page,
        "rows": [shown(each, today) for each in page],
        "filters": filters,
        "chosen": chosen_words(filters),
        "may_keep": policy.may_keep_requests(request.actor),  # type: ignore[attr-defined]
    }
    return render(request, "reporting/staff/requests.html", context)


def filter_choices() -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """By what the list is narrowed."""
    sessions = BoardSession.objects.filter(requests__isnull=False).distinct().order_by("-opens_on")
    offices = RegionalOffice.objects.filter(requests__isnull=False).distinct().order_by("position")
    return {
        "session": (_("Session"), [(each.code, capital(each.name)) for each in sessions]),
        "state": (_("State"), words_of(BoardRequest.State)),
        "due": (_("Due"), [("waiting", _("Not answered yet")), ("overdue", _("Overdue"))]),
        "theme": (_("Theme"), words_of(BoardRequest.Theme)),
        "owner": (_("Owner"), [(each.code, each.area) for each in offices]),
    }


def words_of(codes: Any) -> list[tuple[str, str]]:
    """Codes with their words as a list begins them."""
    return [(code, capital(label)) for code, label in codes.choices]


@permitted(policy.may_see_live_data)
def one_request(request: HttpRequest, session: str, number: str) -> HttpResponse:
    """One request: what was asked, where it stands, what can be done, its history."""
    read_query(request, {})
    return drawn_request(request, seen(request, session, number), {}, None)


def seen(request: HttpRequest, session: str, number: str) -> BoardRequest:
    """The request of an address, among those this reader may see."""
    rows = BoardRequest.objects.visible_to(request.actor).with_links()  # type: ignore[attr-defined]
    found: BoardRequest | None = rows.filter(session__code=session, number=int(number)).first()
    if found is None:
        raise Http404
    return found


def drawn_request(
    request: HttpRequest, found: BoardRequest, sent: dict[str, Any], refusal: Refused | None
) -> HttpResponse:
    """The page of a request, with the form that was refused just now."""
    may_keep = policy.may_keep_requests(request.actor)  # type: ignore[attr-defined]
    context = {
        "each": shown(found, timezone.localdate()),
        "asked": languages(found.asked),
        "told": languages(found.follow_up),
        "history": history_of(found, labels=LABELS),
        "refusal": refusal,
        "conflict": next((form.conflict for form in sent.values()), ()),
        "faulty": next((form for form in sent.values() if form.errors), None),
        "may_keep": may_keep,
        **(acts_of(found, sent) if may_keep else {}),
    }
    faulty = context["faulty"] is not None
    status = 422 if faulty else status_of(refusal)
    return render(request, "reporting/staff/request.html", context, status=status)


def acts_of(found: BoardRequest, sent: dict[str, Any]) -> dict[str, Any]:
    """What can be done with it now: the form of each act that nothing stands in the way of.

    One that was sent stays, whatever came in its way: what was typed is not lost.
    """
    version = {"version": found.version}
    today = timezone.localdate().isoformat()
    forms = {
        "follow_up": (blockers.to_follow_up(found), lambda: follow_up_form(found)),
        "close": (
            blockers.to_close(found),
            lambda: CloseForm(initial={**version, "closed_on": today}),
        ),
        "reopen": (blockers.to_reopen(found), lambda: ReopenForm(initial=version)),
    }
    offered = {
        name: sent.get(name) or (None if obstacles else make())
        for name, (obstacles, make) in forms.items()
    }
    return {"can_change": not blockers.to_change(found), **offered}


def follow_up_form(found: BoardRequest, data: Any = None) -> FollowUpForm:
    """The form with what is told so far; a publication withdrawn since can stay named.

    A step that was sent stays in the list, whatever the state is by now: the act says why not.
    """
    told = told_in(found)
    names = list(dict.fromkeys([*answering(), *filter(None, [told["answered_in"]])]))
    steps = steps_of(found, (data or told)["to"])
    return FollowUpForm(data, initial=told, steps=steps, publications=names)


def told_in(found: BoardRequest) -> dict[str, Any]:
    """What is told of a request, as the controls have it."""
    words = texts_as_fields("follow_up", found.follow_up)
    answered_in = name_of(found.answered_in)
    return {"to": found.state, "answered_in": answered_in, "version": found.version, **words}
