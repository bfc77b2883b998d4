from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted
from accounts.refusals import NotAllowed, Refused
from checklist.actions.reviews import LineDecision, decide
from checklist.forms import ReturnForm
from checklist.models import Submission
from checklist.pages.filters import make_filter
from checklist.pages.review import Brief, briefs_of, review_page
from regions.queries import read_query

DECISIONS = ("waiting", "accept", "return", "superseded", "recalled")
KEPT = ("pillar", "decision")


def seen(request: HttpRequest, number: int) -> Submission:
    """The submission, if this reader may see it."""
    visible = Submission.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    full = visible.select_related("round", "office", "submitted_by")
    return get_object_or_404(full, pk=number)


@permitted(policy.may_see_live_data)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, number: str) -> HttpResponse:
    """A submission line by line; a decision leads on to the next line that waits."""
    submission = seen(request, int(number))
    briefs = briefs_of(submission)
    asked = read_query(request, known(briefs))
    if "line" in asked and int(asked["line"]) not in {each.number for each in briefs}:
        raise Http404
    if request.method == "POST":
        return decided(request, submission, briefs, asked)
    return drawn(request, submission, briefs, asked, ReturnForm())


def known(briefs: list[Brief]) -> dict[str, set[str] | tuple[str, ...] | None]:
    """What the address may ask."""
    pillars = {each.pillar for each in briefs}
    return {"line": None, "page": None, "pillar": pillars, "decision": DECISIONS}


def drawn(
    request: HttpRequest,
    submission: Submission,
    briefs: list[Brief],
    asked: Mapping[str, str],
    form: ReturnForm,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The page, with what was typed and why it was refused, if it was."""
    actor = request.actor  # type: ignore[attr-defined]
    page = review_page(submission, briefs, asked, actor, timezone.localdate())
    kept = {name: asked[name] for name in KEPT if name in asked}
    context = {
        "page": page,
        "form": form,
        "refusal": refusal,
        "filters": filters_of(briefs, asked),
        "chosen": list(kept.values()),
        "clear_url": reverse("submission", args=[submission.pk]),
        "keep": f"&{urlencode(kept)}" if kept else "",
        "keys": keys(),
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "checklist/review.html", context, status=status)


def status_of(refusal: Refused | None) -> int:
    """Nobody's fault is 200; a role is 403, a state 409."""
    if refusal is None:
        return 200
    return 403 if isinstance(refusal, NotAllowed) else 409


def filters_of(briefs: list[Brief], asked: Mapping[str, str]) -> list[object]:
    """The two filters of the list."""
    pillars = sorted({each.pillar for each in briefs})
    words = [_("To decide"), _("Accepted"), _("Returned"), _("Superseded"), _("Taken back")]
    return [
        make_filter("pillar", _("Pillar"), [(code, code) for code in pillars], asked),
        make_filter("decision", _("State"), zip(DECISIONS, words, strict=True), asked),
    ]


def keys() -> list[dict[str, str]]:
    """The keys of the page, as they are listed on it."""
    words = {
        "j": _("next"),
        "k": _("previous"),
        "a": _("accept"),
        "r": _("return"),
        "e": _("open evidence"),
        "?": _("all keys"),
    }
    return [{"key": key, "does": does} for key, does in words.items()]


def decided(
    request: HttpRequest, submission: Submission, briefs: list[Brief], asked: Mapping[str, str]
) -> HttpResponse:
    """One line accepted or returned."""
    line = request.POST.get("line", "")
    if not line.isdecimal() or int(line[:6]) not in {each.number for each in briefs}:
        raise Http404
    asked = {**asked, "line": line}
    returns = request.POST.get("decision") == "return"
    form = ReturnForm(request.POST) if returns else ReturnForm()
    if returns and not form.is_valid():
        return drawn(request, submission, briefs, asked, form)
    choice = LineDecision(
        int(line), "return" if returns else "accept", form.reason if returns else ""
    )
    try:
        decide(submission, [choice], by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        now = seen(request, submission.pk)
        return drawn(request, now, briefs_of(now), asked, form, refusal)
    words = _("Line %(line)s is returned.") if returns else _("Line %(line)s is accepted.")
    messages.success(request, words % {"line": line})
    return redirect(following(submission, briefs, asked))


def following(submission: Submission, briefs: list[Brief], asked: Mapping[str, str]) -> str:
    """The next line that waits after this one, else the first; else the page itself."""
    place = [each.number for each in briefs].index(int(asked["line"]))
    order = [*briefs[place + 1 :], *briefs[:place]]
    waits = [each.number for each in order if not each.decision]
    query = {name: asked[name] for name in KEPT if name in asked}
    if waits:
        query = {"line": str(waits[0]), **query}
    return f"{reverse('submission', args=[submission.pk])}?{urlencode(query)}".rstrip("?")


@permitted(policy.may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def chosen(request: HttpRequest, number: str) -> HttpResponse:
    """Several lines at once: first they are listed and counted, then decided together."""
    submission = seen(request, int(number))
    briefs = briefs_of(submission)
    numbers = chosen_numbers(request, briefs)
    form = ReturnForm(request.POST if request.POST.get("decision") == "return" else None)
    refusal = None
    if request.method == "POST" and (not form.is_bound or form.is_valid()):
        decision = "return" if form.is_bound else "accept"
        reason = form.reason if form.is_bound else ""
        choices = [LineDecision(each, decision, reason) for each in numbers]
        try:
            decide(submission, choices, by=request.actor)  # type: ignore[attr-defined]
        except Refused as found:
            refusal = found
        else:
            return done(request, submission, decision, len(numbers))
    context = {
        "submission": submission,
        "lines": submission.lines.filter(number__any_of=numbers[:50]).select_related(
            "answer__item"
        ),
        "numbers": numbers,
        "count": len(numbers),
        "left_out": max(len(numbers) - 50, 0),
        "form": form,
        "refusal": refusal,
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "checklist/chosen.html", context, status=status)


def chosen_numbers(request: HttpRequest, briefs: list[Brief]) -> list[int]:
    """The lines that were ticked, or every unchanged line that waits; only those that wait."""
    sent = request.POST if request.method == "POST" else request.GET
    if request.method != "POST":
        read_query(request, {"line": [str(each.number) for each in briefs], "scope": ["unchanged"]})
    if sent.get("scope") == "unchanged":
        return [each.number for each in briefs if not each.is_changed and not each.decision]
    ticked = set(sent.getlist("line"))
    if request.method == "POST":
        return sorted(each.number for each in briefs if str(each.number) in ticked)
    return sorted(x.number for x in briefs if str(x.number) in ticked and not x.decision)


def done(request: HttpRequest, submission: Submission, decision: str, count: int) -> HttpResponse:
    """Say how many were decided, and go on."""
    if decision == "return":
        words = ngettext("%(n)d line is returned.", "%(n)d lines are returned.", count)
    else:
        words = ngettext("%(n)d line is accepted.", "%(n)d lines are accepted.", count)
    messages.success(request, words % {"n": count})
    return redirect("submission", submission.pk)
