from collections.abc import Mapping
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.policy import Actor
from accounts.refusals import Invalid, Refused, Stale
from checklist import blockers
from checklist.actions.answers import save
from checklist.answer_forms import AmendmentForm, initial_of
from checklist.models import Answer, Pillar, ReportingRound
from checklist.models.answers import Progress
from checklist.models.checklists import Kind
from checklist.pages.answers import answer_page
from checklist.pages.comparison import Row, evidence_in, rows_between
from checklist.pages.words import subject_name
from checklist.views.rounds import seen
from regions.filters import Filter, chosen_words, make_filter
from regions.languages import in_language
from regions.models import RegionalOffice
from regions.queries import PAGE, page_of, read_query
from regions.templatetags.marks import STEPS, VERDICTS

COLUMNS: Final = {"pillar": "item__pillar__code", "progress": "progress", "kind": "kind"}


@permitted(policy.may_see_live_data)
def of_office(request: HttpRequest, code: str, office: str) -> HttpResponse:
    """The answers an office is responsible for in a round."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    round_, found = seen(request, code), get_object_or_404(RegionalOffice, code=office)
    may_answer = policy.may_answer_for(actor, found.pk)
    if not (may_answer or policy.may_see_every_office(actor)):
        raise Http404
    choices = choices_of(round_)
    asked = read_query(
        request, {**{name: dict(known) for name, known in choices.items()}, PAGE: None}
    )
    answers = Answer.objects.visible_to(actor).in_round(round_).filter(office=found)
    narrowed = {column: asked[name] for name, column in COLUMNS.items() if name in asked}
    page = page_of(answers.filter(**narrowed).select_related("item__pillar", "team"), asked)
    filters = filters_of(choices, asked)
    context = {
        "round": round_,
        "office": found,
        "may_answer": may_answer,
        "page": page,
        "rows": [(each, subject_name(each.subject, each.team)) for each in page],
        "filters": filters,
        "chosen": chosen_words(filters),
        "clear_url": reverse("office-answers", args=[round_.code, found.code]),
    }
    return render(request, "checklist/office_answers.html", context)


def choices_of(round_: ReportingRound) -> dict[str, list[tuple[str, str]]]:
    """What the list can be narrowed to."""
    pillars = Pillar.objects.filter(checklist=round_.checklist_id).values_list("code", "titles")
    return {
        "pillar": [(code, in_language(titles)) for code, titles in pillars],
        "progress": [(step.value, str(STEPS[step])) for step in Progress],
        "kind": [(kind.value, str(VERDICTS[kind])) for kind in Kind],
    }


def filters_of(
    choices: Mapping[str, list[tuple[str, str]]], asked: Mapping[str, str]
) -> list[Filter]:
    """The filters above the list."""
    labels = {"pillar": _("Pillar"), "progress": _("Progress"), "kind": _("Verdict")}
    return [make_filter(name, labels[name], known, asked) for name, known in choices.items()]


@permitted(policy.may_see_live_data)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, code: str, item: str, subject: str) -> HttpResponse:
    """One answer; the secretariat corrects it here, with a reason."""
    read_query(request, {})
    found = seen_answer(request, code, item, subject)
    may_amend = policy.may_review(request.actor)  # type: ignore[attr-defined]
    if request.method != "POST":
        return drawn(request, found, AmendmentForm(answer=found, initial=initial_of(found)))
    if not may_amend:
        raise Http404
    form = AmendmentForm(request.POST, answer=found)
    if not form.is_valid():
        return drawn(request, found, form)
    return corrected(request, found, form)


def seen_answer(request: HttpRequest, code: str, item: str, subject: str) -> Answer:
    """The answer, if this reader may see it."""
    visible = Answer.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    full = visible.select_related("round", "item__pillar", "team", "office", "updated_by")
    return get_object_or_404(full, round__code=code, item__code=item, subject=subject)


def corrected(request: HttpRequest, found: Answer, form: AmendmentForm) -> HttpResponse:
    """Save the correction, or say why not and keep what was typed."""
    data = form.cleaned_data
    try:
        save(
            found,
            form.values,
            base_version=data["base_version"],
            reason=data["reason"],
            by=request.actor,  # type: ignore[attr-defined]
        )
    except Invalid as refused:
        form.add_faults(refused.faults)
        return drawn(request, found, form)
    except Stale as refused:
        return conflicting(request, refused, form)
    except Refused as refused:
        return drawn(request, found, form, refusal=refused)
    messages.success(request, _("The answer is corrected. The office’s words stay beside it."))
    return redirect("answer", found.round.code, found.item.code, found.subject)


def conflicting(request: HttpRequest, refusal: Stale, form: AmendmentForm) -> HttpResponse:
    """Somebody else changed it: both values side by side, and the form on the version that stands.

    Saving again then overwrites knowingly; both stay in the history.
    """
    current = refusal.current
    now = seen_answer(request, current.round.code, current.item.code, current.subject)
    typed = request.POST.copy()
    typed["base_version"] = str(now.version)
    form.data = typed
    stands = initial_of(now)
    both = rows_between(stands, form.values, evidence_in([stands, form.values]))
    changed = [row for row in both if row.is_changed]
    return drawn(request, now, form, refusal=refusal, conflict=changed)


def drawn(
    request: HttpRequest,
    found: Answer,
    form: AmendmentForm,
    *,
    refusal: Refused | None = None,
    conflict: list[Row] | None = None,
) -> HttpResponse:
    """The page of an answer with its form."""
    may_amend = policy.may_review(request.actor)  # type: ignore[attr-defined]
    in_the_way = blockers.to_amend(found) if may_amend else []
    context: dict[str, Any] = {
        "page": answer_page(
            found,
            actor=request.actor,  # type: ignore[attr-defined]
            may_amend=may_amend,
            blockers=in_the_way,
        ),
        "form": form,
        "refusal": refusal,
        "conflict": conflict or [],
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "checklist/answer.html", context, status=status)
