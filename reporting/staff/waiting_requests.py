"""Requests of the Board on pages of the room below: what is due, and what a round carries."""

from datetime import date, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.policy import Actor
from checklist.models import ReportingRound
from checklist.pages.elsewhere import Part, Waiting
from reporting.models import BoardRequest
from reporting.pages.words import number
from reporting.staff.requests import SOON, ShownRequest, shown

MOST = 10


def on_work(actor: Actor, today: date) -> Part:
    """Overdue and due within four weeks, the first due first."""
    rows = BoardRequest.objects.visible_to(actor).due_by(today + timedelta(days=SOON))
    found = [shown(each, today) for each in rows.with_links()[:MOST]]
    return Part(
        label=_("Board"),
        title=_("Requests that are due"),
        text=due_words(rows.aggregate(late=Count("pk", Q(due_on__lt=today)), all=Count("pk"))),
        rows=[waiting(each) for each in found],
        link=_("All requests of the Board"),
        url=reverse("follow-ups"),
    )


def waiting(each: ShownRequest) -> Waiting:
    """A request by its speaker and session."""
    facts = {"speaker": each.request.speaker, "session": each.request.session.name}
    label = _("%(speaker)s, %(session)s") % facts
    return Waiting(label, each.url, each.due, each.is_overdue)


def due_words(counts: dict[str, int]) -> str:
    """How many are due soon, and how many late."""
    if not counts["all"]:
        return _("No request of the Board is due in the next four weeks.")
    words = ngettext(
        "%(all)s request of the Board is due within four weeks or overdue; overdue: %(late)s.",
        "%(all)s requests of the Board are due within four weeks or overdue; overdue: %(late)s.",
        counts["all"],
    )
    return words % {name: number(value) for name, value in counts.items()}


def on_round(round_: ReportingRound, today: date) -> Part | None:
    """What sessions before that of the round have left open; nothing once it is published."""
    if round_.session is None or round_.state == ReportingRound.State.PUBLISHED:
        return None
    rows = BoardRequest.objects.waiting().filter(session__opens_on__lt=round_.session.opens_on)
    found = rows.aggregate(late=Count("pk", Q(due_on__lt=today)), all=Count("pk"))
    words = ngettext(
        "%(all)s request of earlier sessions is not answered yet; overdue: %(late)s.",
        "%(all)s requests of earlier sessions are not answered yet; overdue: %(late)s.",
        found["all"],
    )
    none = _("No request of an earlier session is open.")
    return Part(
        label=_("Board"),
        title=_("Carried from earlier sessions"),
        text=words % {name: number(each) for name, each in found.items()} if found["all"] else none,
        rows=[],
        link=_("Requests not answered yet"),
        url=f"{reverse('follow-ups')}?due=waiting",
    )
