"""The review of a submission: one line is read and decided, and the next one that waits follows."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from checklist.actions.reviews import LineDecision, decide
from checklist.forms import NoteForm, ReturnForm, SampleForm
from checklist.models import Submission
from checklist.pages.review.briefs import narrowed
from checklist.pages.review.page import Scene, review_page, scene_of
from regions.filters import Filter, make_filter
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
    scene = scene_of(seen(request, int(number)))
    asked = asked_of(request, scene)
    if request.method == "POST":
        return decided(request, scene, asked)
    return drawn(request, scene, asked)


def asked_of(request: HttpRequest, scene: Scene) -> dict[str, str]:
    """What the address asks: a line of this submission, a page of the list, its filters."""
    pillars = {each.pillar for each in scene.briefs}
    known = {"line": None, "page": None, "pillar": pillars, "decision": DECISIONS}
    asked = read_query(request, known)
    if "line" in asked:
        line_in(scene, asked["line"])
    return asked


def line_in(scene: Scene, number: str) -> int:
    """The number of a line of this submission; any other is not found."""
    if not number.isdecimal() or int(number[:6]) not in {each.number for each in scene.briefs}:
        raise Http404
    return int(number)


def drawn(
    request: HttpRequest,
    scene: Scene,
    asked: Mapping[str, str],
    refusal: Refused | None = None,
    **forms: Any,
) -> HttpResponse:
    """The page, with what was typed and why it was refused, if it was."""
    actor = request.actor  # type: ignore[attr-defined]
    page = review_page(scene, asked, actor, timezone.localdate())
    kept = {name: asked[name] for name in KEPT if name in asked}
    unchanged = page.unchanged
    initial = {"expected": unchanged.confirmed_waiting}
    context = {
        "page": page,
        "form": ReturnForm(),
        "note_form": NoteForm(to="office"),
        "internal_form": NoteForm(to="internal"),
        "sample_form": SampleForm(sample=unchanged.sample, initial=initial),
        **forms,
        "refusal": refusal,
        "filters": filters_of(scene, asked),
        "chosen": list(kept.values()),
        "clear_url": reverse("submission", args=[scene.submission.pk]),
        "keep": f"&{urlencode(kept)}" if kept else "",
        "keys": keys(decides=page.acts.may_decide),
    }
    faulty = any(form.errors for form in forms.values())
    status = 422 if faulty else status_of(refusal)
    return render(request, "checklist/review.html", context, status=status)


def filters_of(scene: Scene, asked: Mapping[str, str]) -> list[Filter]:
    """The two filters of the list."""
    pillars = sorted({each.pillar for each in scene.briefs})
    words = [_("To decide"), _("Accepted"), _("Returned"), _("Superseded"), _("Taken back")]
    return [
        make_filter("pillar", _("Pillar"), [(code, code) for code in pillars], asked),
        make_filter("decision", _("State"), zip(DECISIONS, words, strict=True), asked),
    ]


def keys(*, decides: bool) -> list[dict[str, str]]:
    """The keys of the page, as they are listed on it."""
    acts = {"a": _("accept"), "r": _("return")} if decides else {}
    words = {
        "j": _("next"),
        "k": _("previous"),
        **acts,
        "e": _("open evidence"),
        "?": _("all keys"),
    }
    return [{"key": key, "does": does} for key, does in words.items()]


def decided(request: HttpRequest, scene: Scene, asked: dict[str, str]) -> HttpResponse:
    """One line accepted or returned."""
    line = line_in(scene, request.POST.get("line", ""))
    asked["line"] = str(line)
    returns = request.POST.get("decision") == "return"
    form = ReturnForm(request.POST if returns else None)
    if returns and not form.is_valid():
        return drawn(request, scene, asked, form=form)
    choice = LineDecision(line, "return", form.reason) if returns else LineDecision(line, "accept")
    try:
        decide(scene.submission, [choice], by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        return drawn(request, again(request, scene), asked, refusal, form=form)
    words = _("Line %(line)s is returned.") if returns else _("Line %(line)s is accepted.")
    messages.success(request, words % {"line": line})
    return redirect(following(scene, asked))


def again(request: HttpRequest, scene: Scene) -> Scene:
    """The submission as it stands now, when somebody else was faster."""
    return scene_of(seen(request, scene.submission.pk))


def following(scene: Scene, asked: Mapping[str, str]) -> str:
    """The next line of the list that waits after this one, else the first; else the page itself."""
    kept = {name: asked[name] for name in KEPT if name in asked}
    order = narrowed(scene.briefs, kept)
    places = [place for place, each in enumerate(order) if str(each.number) == asked["line"]]
    place = places[0] if places else 0
    others = [*order[place + 1 :], *order[:place]]
    waits = [each.number for each in others if each.is_waiting]
    query = {"line": str(waits[0]), **kept} if waits else kept
    return f"{reverse('submission', args=[scene.submission.pk])}?{urlencode(query)}".rstrip("?")
