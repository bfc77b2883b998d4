"""The sheet as one request sees it: the office's answers, the open one, the page."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.doors import status_of
from accounts.policy import Actor
from accounts.refusals import Refused
from checklist.answer_forms import SheetForm
from checklist.content import content_of
from checklist.models import Answer, ReportingRound
from checklist.models.answers import Progress
from checklist.pages.comparison import Row
from checklist.pages.proposal import proposal_for
from checklist.pages.sheet import sheet_page
from checklist.pages.sheet_answer import initial_of, open_answer
from checklist.pages.sheet_briefs import Brief, briefs_of, lacking
from checklist.pages.sheet_walk import BY_SUBJECT, Walk, walk_through
from checklist.pages.sheet_work import left_words
from regions.models import RegionalOffice
from regions.queries import read_query


@dataclass
class Sheet:
    """What a request to the sheet is about: the office's answers and the open one."""

    actor: Actor
    round: ReportingRound
    office: RegionalOffice
    briefs: list[Brief]
    walk: Walk
    is_unlocked: bool

    @cached_property
    def answer(self) -> Answer | None:
        """The open answer, as it stands now."""
        current = self.walk.current
        if current is None:
            return None
        visible = Answer.objects.visible_to(self.actor).in_round(self.round)
        full = visible.select_related("round", "item", "office", "team", "updated_by")
        full = full.select_related("proposal_reply__replied_by")
        return get_object_or_404(full, item__code=current.item, subject=current.subject)


def sheet_of(
    request: HttpRequest, actor: Actor, round_: ReportingRound, office: RegionalOffice
) -> Sheet:
    """The answers of the office, and the one that the address chooses."""
    briefs = briefs_of(round_, office)
    items, subjects = {each.item for each in briefs}, {each.subject for each in briefs}
    known = {"item": items, "subject": subjects, "by": (BY_SUBJECT,), "write": ("1",)}
    asked = read_query(request, known)
    walk = walk_through(briefs, asked)
    if walk is None:
        raise Http404
    return Sheet(actor, round_, office, briefs, walk, "write" in asked)


def first_form(sheet: Sheet) -> SheetForm | None:
    """The form as the page opens with it; a draft already says what it lacks."""
    answer = sheet.answer
    if answer is None:
        return None
    initial = initial_of(answer)
    if answer.progress == Progress.EMPTY:
        initial["language"] = sheet.actor.user.language or initial["language"]
    missing = lacking(content_of(answer)) if answer.progress == Progress.DRAFT else ()
    if not missing:
        return SheetForm(answer=answer, initial=initial)
    form = SheetForm({name: value or "" for name, value in initial.items()}, answer=answer)
    form.add_faults(list(missing))
    return form


def drawn(
    request: HttpRequest,
    sheet: Sheet,
    form: SheetForm | None,
    *,
    refusal: Refused | None = None,
    conflict: list[Row] | None = None,
) -> HttpResponse:
    """The page, with what was typed and why it was refused, if it was."""
    answer, opened = sheet.answer, None
    if answer is not None and form is not None and sheet.walk.current is not None:
        unlocked = sheet.is_unlocked or request.method == "POST"
        values = {"evidence": form["evidence"].value()}
        opened = open_answer(answer, sheet.walk.current.name, values, unlocked=unlocked)
    today = timezone.localdate()
    page = sheet_page(sheet.round, sheet.office, sheet.briefs, sheet.walk, opened, today)
    proposal = proposal_for(answer, said(form, answer), today) if answer and opened else None
    refused = bool(request.method == "POST" and form is not None and form.errors)
    context: dict[str, Any] = {
        "page": page,
        "form": form,
        "refused": refused,
        "refusal": refusal,
        "conflict": conflict or [],
        "proposal": proposal,
        "overrule_reason": request.POST.get("overrule_reason", ""),
        "left": left_words(page.work),
        "address": sheet.walk.address(sheet.walk.current),
        "keys": keys(),
    }
    status = 422 if refused else status_of(refusal)
    return render(request, "checklist/sheet.html", context, status=status)


def said(form: SheetForm | None, answer: Answer) -> str:
    """The verdict that the form shows: what was typed, else what stands."""
    return str((form and form["kind"].value()) or answer.kind)


def keys() -> list[dict[str, str]]:
    """The keys of the page, as they are listed on it."""
    words = {
        "j": _("next answer"),
        "k": _("previous answer"),
        "s": _("save"),
        "c": _("same as last round"),
        "?": _("this list"),
    }
    return [{"key": key, "does": does} for key, does in words.items()]
