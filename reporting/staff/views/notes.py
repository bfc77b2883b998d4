from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from checklist.models import ReportingRound
from regions.queries import read_query
from reporting.actions.notes import begin_note, change_masthead, note_before
from reporting.models import Note
from reporting.staff.attempts import attempt
from reporting.staff.judged import settled
from reporting.staff.notes.forms import MastheadForm, masthead_given
from reporting.staff.notes.lines import COLUMNS, headline, lines, parities
from reporting.staff.notes.scene import NoteScene
from reporting.staff.views.request_forms import by


@permitted(policy.may_write_papers)
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, code: str) -> HttpResponse:
    """The paragraphs of the note as they read now, or the button that begins it."""
    read_query(request, {})
    scene, refusal = scene_of(request, code), None
    if request.method == "POST":
        try:
            begin_note(scene.round, by=by(request))
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The note is begun."))
            return redirect("note-text", code=code)
    return drawn(request, scene, refusal)


def drawn(request: HttpRequest, scene: NoteScene, refusal: Refused | None = None) -> HttpResponse:
    """The page of the note."""
    context = {
        "scene": scene,
        "headline": headline(scene),
        "lines": list(lines(scene)),
        "parities": parities(scene) if scene.note else [],
        "states": [str(state.label) for state in COLUMNS],
        "before": None if scene.note else note_before(scene.round),
        "refusal": refusal,
    }
    return render(request, "reporting/staff/note/note.html", context, status=status_of(refusal))


@permitted(policy.may_write_papers)
@require_http_methods(["GET", "HEAD", "POST"])
def masthead(request: HttpRequest, code: str) -> HttpResponse:
    """Symbol, date and agenda item, as they become known."""
    read_query(request, {})
    scene = begun(request, code)
    found = noted(scene)
    stands = masthead_given(found)
    form = MastheadForm(settled(request, stands), initial=stands)

    def change() -> Note:
        return change_masthead(found, form.sent, base_version=form.base_version, by=by(request))

    done, refusal = attempt(form, change, masthead_given)
    if done is not None:
        messages.success(request, _("The masthead is changed."))
        return redirect("note-text", code=code)
    context = {"scene": scene, "form": form, "refusal": refusal}
    status = 422 if form.errors else status_of(refusal)
    return render(request, "reporting/staff/note/masthead.html", context, status=status)


def scene_of(request: HttpRequest, code: str) -> NoteScene:
    """A round that this reader may see, with its note."""
    visible = ReportingRound.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    round_ = get_object_or_404(visible.select_related("session"), code=code)
    notes = Note.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    return NoteScene(round_, notes.filter(round=round_).select_related("round").first())


def begun(request: HttpRequest, code: str) -> NoteScene:
    """The same, of a note that is begun."""
    scene = scene_of(request, code)
    if scene.note is None:
        raise Http404
    return scene


def noted(scene: NoteScene) -> Note:
    """The note of a scene in which it is begun."""
    if scene.note is None:
        raise Http404
    return scene.note
