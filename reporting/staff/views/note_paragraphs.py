from collections.abc import Callable
from functools import partial
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.past import history_of
from accounts.refusals import Refused
from regions.queries import read_query
from reporting.actions.paragraphs import (
    add_paragraph,
    change_paragraph,
    delete_paragraph,
    move_paragraph,
    read_again,
)
from reporting.models import Paragraph
from reporting.staff.attempts import attempt
from reporting.staff.judged import settled
from reporting.staff.notes.editing import before, name_of, read_typed, translations
from reporting.staff.notes.forms import (
    DeleteForm,
    NewParagraphForm,
    ParagraphForm,
    paragraph_given,
)
from reporting.staff.notes.picker import find
from reporting.staff.notes.scene import NoteScene
from reporting.staff.views.notes import begun, drawn, noted
from reporting.staff.views.request_forms import by

SILENT: Final = ("note", "seen", "text_version")
"""What a change of words brings with it, and a reader of the history need not hear."""
LOOKING: Final = ("look", "insert")
"""Buttons that change nothing on record: see how it reads, look for figures, put one in."""


@permitted(policy.may_write_papers)
@require_http_methods(["GET", "HEAD", "POST"])
def paragraph(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Write a paragraph: how it reads now beside what is typed, and last round's beside both."""
    read_query(request, {})
    scene = begun(request, code)
    found = paragraph_named(scene, key)
    stands = paragraph_given(found)
    form = ParagraphForm(typed(request, settled(request, stands)), initial=stands)
    if is_looking(request):
        return edited(request, scene, form, found)

    def change() -> Paragraph:
        return change_paragraph(found, form.sent, base_version=form.base_version, by=by(request))

    done, refusal = attempt(form, change, paragraph_given)
    if done is None:
        return edited(request, scene, form, found, refusal)
    messages.success(request, _("The paragraph is saved."))
    return redirect(f"{scene.url()}#{key}")


@permitted(policy.may_write_papers)
@require_http_methods(["GET", "HEAD", "POST"])
def new_paragraph(request: HttpRequest, code: str) -> HttpResponse:
    """Write one more paragraph."""
    read_query(request, {})
    scene = begun(request, code)
    others = [(each.key, f"{name_of(scene, each)}: {each.key}") for each in scene.paragraphs]
    sent = typed(request, settled(request, {}))
    form = NewParagraphForm(sent, initial={"kind": Paragraph.Kind.TEXT}, others=others)
    if is_looking(request):
        return edited(request, scene, form)
    add = partial(add_paragraph, noted(scene), by=by(request))
    done, refusal = attempt(form, lambda: add(form.sent))
    if done is None:
        return edited(request, scene, form, None, refusal)
    messages.success(request, _("The paragraph is added."))
    return redirect(f"{scene.url()}#{done.key}")


@permitted(policy.may_write_papers)
@require_POST
def act(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Move a paragraph, delete it, or say that it was read again."""
    read_query(request, {})
    scene = begun(request, code)
    found, who = paragraph_named(scene, key), by(request)
    acts: dict[str, Callable[[], Any]] = {
        "up": partial(move_paragraph, found, up=True, by=who),
        "down": partial(move_paragraph, found, up=False, by=who),
        "read": partial(read_again, found, read=request.POST.get("read", ""), by=who),
    }
    name = request.POST.get("act", "")
    if name == "delete":
        return delete(request, scene, found)
    if name not in acts:
        raise Http404
    try:
        acts[name]()
    except Refused as refusal:
        return drawn(request, begun(request, code), refusal)
    return redirect(f"{scene.url()}#{key}")


def delete(request: HttpRequest, scene: NoteScene, found: Paragraph) -> HttpResponse:
    """On the version that was read, for the reason that was given."""
    form = DeleteForm(request.POST)
    if not form.is_valid():
        return edited(
            request, scene, ParagraphForm(initial=paragraph_given(found)), found, delete=form
        )
    said = {"base_version": form.base_version, "reason": form.cleaned_data["reason"]}
    try:
        delete_paragraph(found, **said, by=by(request))
    except Refused as refusal:
        return drawn(request, begun(request, scene.round.code), refusal)
    messages.success(request, _("The paragraph is deleted; the history keeps it."))
    return redirect(scene.url())


def paragraph_named(scene: NoteScene, key: str) -> Paragraph:
    """A paragraph by its key."""
    for each in scene.paragraphs:
        if each.key == key:
            return each
    raise Http404


def is_looking(request: HttpRequest) -> bool:
    """Whether a button was pressed that changes nothing on record."""
    return request.method == "POST" and any(name in request.POST for name in LOOKING)


def typed(request: HttpRequest, data: dict[str, Any] | None) -> dict[str, Any] | None:
    """What was typed, with the figure that is put in at its end."""
    if data is None or not request.POST.get("insert"):
        return data
    text = str(data.get("text", ""))
    space = "" if not text or text.endswith((" ", "\n")) else " "
    return {**data, "text": f"{text}{space}{request.POST['insert'][:200]}"}


def edited(
    request: HttpRequest,
    scene: NoteScene,
    form: ParagraphForm,
    found: Paragraph | None = None,
    refusal: Refused | None = None,
    delete: DeleteForm | None = None,
) -> HttpResponse:
    """The page with what is typed."""

    def asked_for(name: str) -> str:
        return str(form[name].value() or "")

    has_faults = bool(form.errors or (delete and delete.errors))
    status = 200 if is_looking(request) else 422 if has_faults else status_of(refusal)
    context = {
        "scene": scene,
        "form": form,
        "found": found,
        "name": name_of(scene, found) if found else _("New paragraph"),
        "read": read_typed(
            scene, asked_for("text"), asked_for("kind"), found.seen if found else None
        ),
        "figures": find(scene.figures, asked_for("group"), asked_for("find")),
        "is_searched": "insert" in request.POST or request.POST.get("look") == "figures",
        "before": before(scene, found.key) if found else None,
        "translations": translations(scene, found) if found else [],
        "delete": delete or (DeleteForm(initial={"version": found.version}) if found else None),
        "history": history_of(found, ignored=SILENT) if found else [],
        "refusal": refusal,
    }
    return render(request, "reporting/staff/note/paragraph.html", context, status=status)
