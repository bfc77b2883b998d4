from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.policy import Actor
from accounts.refusals import Invalid, Refused
from checklist.actions.submissions import review_due, submit
from checklist.models import ReportingRound
from checklist.models.answers import NARRATIVE_LIMIT
from checklist.pages.sheet_briefs import briefs_of
from checklist.pages.sheet_submit import Check, check
from checklist.pages.words import until
from checklist.views.sheet import desk
from regions.models import RegionalOffice
from regions.queries import PAGE, read_query

LINES_SHOWN = 50


class HandOverForm(forms.Form):
    """A note to the secretariat, and the receipt of what was read before the button was pressed."""

    note = forms.CharField(
        label=_("Note to the secretariat"),
        required=False,
        max_length=NARRATIVE_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    expected = forms.CharField(required=False, widget=forms.HiddenInput)


@permitted(policy.may_answer)
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, code: str, office: str) -> HttpResponse:
    """What would be handed over, line by line; then the office hands over what it read."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    round_, found = desk(request, code, office)
    asked = read_query(request, {"carried": ("1",), PAGE: None})
    briefs = briefs_of(round_, found)
    plan = check(round_, found, briefs, with_carried="carried" in asked, by=actor)
    carried = sum(each.is_carried for each in briefs)
    page = {"round": round_, "office": found, "check": plan, "carried": carried, "asked": asked}
    if request.method != "POST":
        form = HandOverForm(initial={"expected": plan.receipt})
        return drawn(request, page, form)
    return handed_over(request, page, HandOverForm(request.POST), actor)


def handed_over(
    request: HttpRequest, page: dict[str, Any], form: HandOverForm, actor: Actor
) -> HttpResponse:
    """Hand over, unless the drafts are others than those that were read."""
    plan: Check = page["check"]
    round_: ReportingRound = page["round"]
    office: RegionalOffice = page["office"]
    if not form.is_valid():
        return drawn(request, page, form)
    try:
        refuse_unread(plan, form.cleaned_data["expected"])
        note = form.cleaned_data["note"].replace("\r\n", "\n")
        sent = submit(round_, office, plan.sent, note=note, by=actor).submission
    except Refused as refusal:
        return drawn(request, page, renewed(request, plan), refusal)
    words = ngettext(
        "%(n)d answer is handed over as submission %(number)d.",
        "%(n)d answers are handed over as submission %(number)d.",
        plan.total,
    )
    messages.success(request, words % {"n": plan.total, "number": sent.pk})
    return redirect("submission", sent.pk)


def refuse_unread(plan: Check, expected: str) -> None:
    """Nobody hands over what they have not seen on this page."""
    if plan.receipt != expected:
        words = gettext("The drafts have changed since this page was drawn. Read them again below.")
        raise Refused("drafts_changed", words)


def renewed(request: HttpRequest, plan: Check) -> HandOverForm:
    """The note that was typed, with the receipt of what stands now."""
    return HandOverForm(initial={"note": request.POST.get("note", ""), "expected": plan.receipt})


def drawn(
    request: HttpRequest, page: dict[str, Any], form: HandOverForm, refusal: Refused | None = None
) -> HttpResponse:
    """The page with its lines in portions."""
    today = timezone.localdate()
    due = review_due(page["round"], timezone.now())
    lines = Paginator(page["check"].lines, LINES_SHOWN)
    context = {
        **page,
        "lines": lines.get_page(page["asked"].get(PAGE, "1")),
        "form": form,
        "refusal": refusal,
        "due_on": due,
        "due": until(due, today),
    }
    status = 422 if form.errors or isinstance(refusal, Invalid) else status_of(refusal)
    return render(request, "checklist/sheet_submit.html", context, status=status)
