from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Blocked, Refused
from regions.foreign import language_name
from regions.languages import CODES
from regions.queries import read_query
from reporting import note_blockers as blockers
from reporting.actions.notes import issue_note
from reporting.models import IssuedNote, Publication
from reporting.note_blockers import Planned
from reporting.papers.latest import figures_of, standing
from reporting.papers.wording import worded
from reporting.staff.attempts import attempt
from reporting.staff.notes.forms import IssueForm
from reporting.staff.notes.issuing import notes_on, others
from reporting.staff.notes.scene import NoteScene
from reporting.staff.views.notes import begun, noted
from reporting.staff.views.request_forms import by

MOST: Final = 20
"""Blockers that are listed; more are counted."""


@permitted(policy.may_write_papers)
@require_http_methods(["GET", "HEAD", "POST"])
def issue(request: HttpRequest, code: str) -> HttpResponse:
    """What stands in the way, what to note, the typed words; then the text is kept for good."""
    language = read_query(request, {"language": list(CODES)}).get("language", "en")
    scene = begun(request, code)
    publication = standing(scene.round)
    form = IssueForm(request.POST or None, words=words_for(scene, publication, language))

    def act() -> IssuedNote:
        if publication is None:
            raise Blocked(blockers.to_issue(plan_on(scene, None, language)))
        said = {name: form.cleaned_data[name] for name in ("with_untranslated", "reason")}
        return issue_note(publication, language, **said, by=by(request))

    done, refusal = attempt(form, act)
    if done is None:
        return drawn(request, scene, publication, language, form, refusal)
    facts = {"language": language_name(language), "number": done.number}
    messages.success(request, _("The note is issued in %(language)s, issue %(number)d.") % facts)
    return redirect(scene.url())


def words_for(scene: NoteScene, publication: Publication | None, language: str) -> str:
    """Which round, which publication, which language."""
    number = publication.number if publication else 0
    return f"ISSUE {scene.round.code} VERSION {number} {language.upper()}"


def plan_on(scene: NoteScene, publication: Publication | None, language: str) -> Planned:
    """The issue as the page shows it, before anything is ticked."""
    rows = list(worded(scene.paragraphs, language))
    return Planned(noted(scene), publication, language, rows, figures_of(publication))


def drawn(
    request: HttpRequest,
    scene: NoteScene,
    publication: Publication | None,
    language: str,
    form: IssueForm,
    refusal: Refused | None,
) -> HttpResponse:
    """The page of an issue in a language."""
    planned = plan_on(scene, publication, language)
    found = blockers.to_issue(planned)
    issued = IssuedNote.objects.filter(publication=publication, language=language)
    context = {
        "scene": scene,
        "publication": publication,
        "tongue": language_name(language),
        "code": language,
        "others": others(scene, language),
        "blockers": [each for each in found if each.code not in blockers.WITH_LEAVE][:MOST],
        "untranslated": [each for each in found if each.code in blockers.WITH_LEAVE],
        "notes": notes_on(planned),
        "issues": list(issued.defer("text").select_related("issued_by")),
        "form": form,
        "words": form.expected,
        "refusal": refusal,
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "reporting/staff/note/issue.html", context, status=status)
