from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from regions.foreign import language_name
from regions.languages import CODES
from regions.queries import read_query
from reporting.actions.notes import hold_back, release
from reporting.actions.translations import review_translation, take_back_review, translate
from reporting.models import Paragraph, ParagraphTranslation
from reporting.papers.living import look_at
from reporting.papers.wording import Worded, worded
from reporting.staff.attempts import attempt
from reporting.staff.judged import settled
from reporting.staff.notes.editing import (
    Read,
    before,
    name_of,
    read_translated,
    translated,
)
from reporting.staff.notes.forms import TranslationForm
from reporting.staff.notes.lines import parity, parity_words
from reporting.staff.notes.scene import NoteScene
from reporting.staff.views.note_paragraphs import is_looking, paragraph_named
from reporting.staff.views.notes import begun, noted
from reporting.staff.views.request_forms import by


@permitted(policy.may_write_papers)
@require_http_methods(["GET", "HEAD", "POST"])
def language(request: HttpRequest, code: str, language: str) -> HttpResponse:
    """Every paragraph beside its translation, to be read and stood for one by one."""
    read_query(request, {})
    scene = begun(request, code)
    if language not in CODES or (language == "en" and request.method != "POST"):
        raise Http404
    if request.method != "POST":
        return listed(request, scene, language)
    try:
        act(request, scene, language)
    except Refused as refusal:
        return listed(request, begun(request, code), language, refusal)
    if "from_note" in request.POST or language == "en":
        return redirect(f"{scene.url()}#languages")
    return redirect(f"{request.get_full_path()}#{request.POST.get('key', '')}")


def act(request: HttpRequest, scene: NoteScene, language: str) -> None:
    """Hold the language back or release it; stand for one translation, or take that back."""
    who = by(request)
    if "hold_back" in request.POST:
        hold_back(noted(scene), language, by=who)
        messages.success(request, _("The language is held back."))
    elif "release" in request.POST:
        release(noted(scene), language, by=who)
        messages.success(request, _("The language is released."))
    elif "take_back" in request.POST:
        take_back_review(translation_named(request, scene, language), by=who)
        messages.success(request, _("The translation is a draft again."))
    else:
        found = translation_named(request, scene, language)
        review_translation(found, read=request.POST.get("read", ""), by=who)
        messages.success(request, _("The translation is marked as reviewed."))


def translation_named(
    request: HttpRequest, scene: NoteScene, language: str
) -> ParagraphTranslation:
    """The translation that a form names."""
    found = row_of(paragraph_named(scene, request.POST.get("key", "")), language).translation
    if found is None:
        raise Http404
    return found


def row_of(paragraph: Paragraph, language: str) -> Worded:
    """A paragraph in a language."""
    return next(worded([paragraph], language))


def listed(
    request: HttpRequest, scene: NoteScene, language: str, refusal: Refused | None = None
) -> HttpResponse:
    """The page of a language."""
    rows = list(worded(scene.paragraphs, language))
    said = [each for each in rows if each.paragraph.kind != Paragraph.Kind.EXHIBIT]
    context = {
        "scene": scene,
        "code": language,
        "name": language_name(language),
        "headline": parity_words(said) if said else language_name(language),
        "parity": parity(scene, language, {}),
        "rows": [
            (row.paragraph, name_of(scene, row.paragraph), scene.reading[row.paragraph.key], each)
            for row in said
            for each in [translated(scene, row)]
        ],
        "refusal": refusal,
    }
    return render(request, "reporting/staff/note/language.html", context, status=status_of(refusal))


@permitted(policy.may_write_papers)
@require_http_methods(["GET", "HEAD", "POST"])
def translation(request: HttpRequest, code: str, key: str, language: str) -> HttpResponse:
    """Write a paragraph in another language, beside its original."""
    read_query(request, {})
    scene = begun(request, code)
    found = paragraph_named(scene, key)
    if language not in ParagraphTranslation.LANGUAGES or found.kind == Paragraph.Kind.EXHIBIT:
        raise Http404
    row = row_of(found, language)
    stands = given(row)
    made = {"language": language, "name": language_name(language)}
    form = TranslationForm(settled(request, stands), initial=stands, **made)
    if is_looking(request):
        return written(request, scene, row, form)

    def save() -> ParagraphTranslation:
        of_version = form.cleaned_data["of_version"] or 0
        versions = {"of_version": of_version, "base_version": form.base_version}
        return translate(found, language, form.cleaned_data["text"], **versions, by=by(request))

    done, refusal = attempt(form, save, lambda current: given(row_as_it_stands(row, current)))
    if done is None:
        if refusal is not None:
            scene = begun(request, code)
            row = row_of(paragraph_named(scene, key), language)
        return written(request, scene, row, form, refusal)
    messages.success(request, _("The translation is saved as a draft."))
    return redirect(f"{scene.url('note-language', language=language)}#{key}")


def given(row: Worded) -> dict[str, Any]:
    """A translation as the controls have it."""
    found = row.translation
    text, version = (found.text, found.version) if found else ("", 0)
    return {"text": text, "version": version, "of_version": row.paragraph.text_version}


def row_as_it_stands(row: Worded, current: Any) -> Worded:
    """What stands now, as a late form is told: the translation, or the original without one."""
    if isinstance(current, ParagraphTranslation):
        return Worded(current.paragraph, row.language, current)
    return Worded(current, row.language, None)


def written(
    request: HttpRequest,
    scene: NoteScene,
    row: Worded,
    form: TranslationForm,
    refusal: Refused | None = None,
) -> HttpResponse:
    """The page with what is typed."""
    text = " ".join(str(form["text"].value() or "").split())
    status = 200 if is_looking(request) else 422 if form.errors else status_of(refusal)
    original = look_at(row.paragraph, scene.figures).pieces(row.paragraph.text)
    context = {
        "scene": scene,
        "paragraph": row.paragraph,
        "name": name_of(scene, row.paragraph),
        "tongue": language_name(row.language),
        "code": row.language,
        "state": row.state,
        "form": form,
        "original": Read(original, []),
        "read": read_translated(scene, row, text) if text else None,
        "before": before(scene, row.paragraph.key),
        "refusal": refusal,
    }
    return render(request, "reporting/staff/note/translation.html", context, status=status)
