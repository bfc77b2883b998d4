"""A note on a line: to the office, or among the secretariat only."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import policy
from accounts.doors import permitted
from accounts.refusals import Refused
from checklist.actions.notes import add_note
from checklist.forms import NoteForm
from checklist.models import SubmissionLine
from checklist.pages.review.page import scene_of
from checklist.views.review import KEPT, asked_of, drawn, line_in, seen

FORMS = {"office": "note_form", "internal": "internal_form"}


@permitted(policy.may_see_live_data)
@require_POST
def write(request: HttpRequest, number: str, line: str) -> HttpResponse:
    """Keep a note and go back to its line; what cannot be kept stays typed."""
    scene = scene_of(seen(request, int(number)))
    asked = {**asked_of(request, scene), "line": str(line_in(scene, line))}
    to = request.POST.get("to", "")
    if to not in FORMS:
        raise Http404
    form = NoteForm(request.POST, to=to)
    if not form.is_valid():
        return drawn(request, scene, asked, None, **{FORMS[to]: form})
    lines = SubmissionLine.objects.select_related("submission")
    found = get_object_or_404(lines, submission=scene.submission, number=int(line))
    internal, text = to == "internal", form.cleaned_data["text"]
    try:
        add_note(found, text, is_internal=internal, by=request.actor)  # type: ignore[attr-defined]
    except Refused as refusal:
        return drawn(request, scene, asked, refusal)
    messages.success(request, said(is_internal=internal))
    return redirect(back(number, asked))


def said(*, is_internal: bool) -> str:
    """Who sees the note now."""
    if is_internal:
        return _("The note is kept. The office does not see it.")
    return _("The note is kept. The office and the secretariat see it.")


def back(number: str, asked: dict[str, str]) -> str:
    """The line again, at its notes, with the filters of the list."""
    kept = {name: asked[name] for name in ("line", *KEPT) if name in asked}
    return f"{reverse('submission', args=[int(number)])}?{urlencode(kept)}#notes"
