from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Refused
from regions.filters import Filter, chosen_words, make_filter
from regions.queries import PAGE, page_of, read_query
from reporting.actions.reviews import review_text, take_back
from reporting.models.reviews import TRANSLATED
from reporting.parity.judging import count_all, read_reviews
from reporting.parity.states import State
from reporting.parity.texts import KINDS, Text, read_texts
from reporting.staff.languages import language_page, languages_page, note_counts


@require_safe
@permitted(policy.may_see_publications)
def languages(request: HttpRequest) -> HttpResponse:
    """How far each language is; the Board is told of the interface, for records are live data."""
    read_query(request, {})
    actor = request.actor  # type: ignore[attr-defined]
    may_review, may_write = policy.may_review_translations(actor), policy.may_write_papers(actor)
    live = (count_all(), note_counts()) if policy.may_see_live_data(actor) else ({}, None)
    page = languages_page(*live, may_review=may_review, may_write=may_write)
    return render(request, "reporting/staff/languages.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(policy.may_review_translations)
def language(request: HttpRequest, language: str) -> HttpResponse:
    """The texts of one language beside their English, to be reviewed one by one."""
    if language not in TRANSLATED:
        raise Http404
    asked = read_query(request, {"kind": list(KINDS), "state": State.values, PAGE: None})
    if request.method != "POST":
        return drawn(request, language, asked)
    try:
        act(request, language)
    except Refused as refusal:
        return drawn(request, language, asked, refusal)
    return redirect(request.get_full_path())


def act(request: HttpRequest, language: str) -> None:
    """Stand for one translation, or take that back."""
    text = text_named(request.POST)
    by = request.actor  # type: ignore[attr-defined]
    if "take_back" in request.POST:
        take_back(text, language, by=by)
        messages.success(request, _("The translation is a draft again."))
    else:
        review_text(text, language, read=request.POST.get("read", ""), by=by)
        messages.success(request, _("The translation is marked as reviewed."))


def text_named(posted: Mapping[str, str]) -> Text:
    """The text that a form names; one that is not there is not found."""
    kind = posted.get("kind", "")
    wanted = posted.get("key"), posted.get("field")
    texts = read_texts(kind) if kind in KINDS else ()
    for text in texts:
        if (text.key, text.field) == wanted:
            return text
    raise Http404


def drawn(
    request: HttpRequest, language: str, asked: Mapping[str, str], refusal: Refused | None = None
) -> HttpResponse:
    """A part of the texts that the filters leave."""
    reviews = read_reviews()
    texts = [
        text
        for text in read_texts(asked.get("kind", ""))
        if asked.get("state") in (None, reviews.state(text, language))
    ]
    filters = filters_of(asked)
    context = {
        "page": language_page(page_of(texts, asked), reviews, language),
        "filters": filters,
        "chosen": chosen_words(filters),
        "clear_url": reverse("language", kwargs={"language": language}),
        "refusal": refusal,
    }
    return render(request, "reporting/staff/language.html", context, status=status_of(refusal))


def filters_of(asked: Mapping[str, str]) -> list[Filter]:
    """By kind of text and by state."""
    kinds = [(code, str(kind.label)) for code, kind in KINDS.items()]
    states = [(state.value, str(state.label)) for state in State]
    return [
        make_filter("kind", _("Kind of text"), kinds, asked),
        make_filter("state", _("State"), states, asked),
    ]
