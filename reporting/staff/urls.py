"""The staff's pages on what is reported: figures, publishing, register, history."""

from django.urls import path

from regions.converters import NUMBER
from reporting.staff.views import (
    alignment,
    alignment_acts,
    figure_forms,
    figures,
    headlines,
    history,
    languages,
    measures,
    note_issue,
    note_languages,
    note_paragraphs,
    notes,
    preview,
    publish,
    register,
    request_forms,
    requests,
    withdraw,
)

REQUEST = f"follow-up/<slug:session>/<{NUMBER}:number>/"
"""A request of the Board by its session and its number there."""

NOTE = "rounds/<str:code>/note/"
"""The note to the Board on a round."""

urlpatterns = [
    path("rounds/<str:code>/publish/", publish.publish_round, name="publish"),
    path(NOTE, notes.note, name="note-text"),
    path(f"{NOTE}masthead/", notes.masthead, name="note-masthead"),
    path(f"{NOTE}new/", note_paragraphs.new_paragraph, name="note-new"),
    path(f"{NOTE}issue/", note_issue.issue, name="note-issue"),
    path(
        f"{NOTE}languages/<slug:language>/",
        note_languages.language,
        name="note-language",
    ),
    path(f"{NOTE}<slug:key>/", note_paragraphs.paragraph, name="note-paragraph"),
    path(f"{NOTE}<slug:key>/act/", note_paragraphs.act, name="note-act"),
    path(
        f"{NOTE}<slug:key>/<slug:language>/",
        note_languages.translation,
        name="note-translation",
    ),
    path("rounds/<str:code>/preview/draw/", preview.draw, name="preview-draw"),
    path(
        "rounds/<str:code>/headlines/<str:section>/<slug:slot>/",
        headlines.headline,
        name="headline",
    ),
    path(
        "publications/<slug:round>/<int:number>/withdraw/",
        withdraw.withdraw_publication,
        name="withdraw",
    ),
    path("languages/", languages.languages, name="languages"),
    path("languages/<slug:language>/", languages.language, name="language"),
    path("figures/", figures.figures, name="figures"),
    path("figures/new/", figure_forms.new_figure, name="figure-new"),
    path("figures/measures/", measures.measures, name="measures"),
    path("figures/measures/<slug:slug>/", measures.measure, name="measure"),
    path(f"figures/<{NUMBER}:number>/", figures.figure, name="figure"),
    path(f"figures/<{NUMBER}:number>/change/", figure_forms.change, name="figure-change"),
    path(
        f"figures/<{NUMBER}:number>/reconcile/",
        figure_forms.reconcile_figure,
        name="figure-reconcile",
    ),
    path(
        f"figures/<{NUMBER}:number>/undo-reconciliation/",
        figure_forms.undo,
        name="figure-undo-reconciliation",
    ),
    path("follow-up/", requests.requests, name="follow-ups"),
    path("follow-up/new/", request_forms.new_request, name="follow-up-new"),
    path(REQUEST, requests.one_request, name="follow-up"),
    path(f"{REQUEST}change/", request_forms.change, name="follow-up-change"),
    path(f"{REQUEST}tell/", request_forms.follow, name="follow-up-tell"),
    path(f"{REQUEST}close/", request_forms.close, name="follow-up-close"),
    path(f"{REQUEST}reopen/", request_forms.reopen, name="follow-up-reopen"),
    path("alignment/", alignment.alignment, name="alignment"),
    path("alignment/calendar/", alignment.alignment_calendar, name="alignment-calendar"),
    path("alignment/rules/<str:code>/", alignment.alignment_rule, name="alignment-rule"),
    path(
        "alignment/rules/<str:code>/dismiss/<path:subject>/",
        alignment_acts.alignment_dismiss,
        name="alignment-dismiss",
    ),
    path(
        "alignment/rules/<str:code>/restore/<path:subject>/",
        alignment_acts.alignment_restore,
        name="alignment-restore",
    ),
    path("alignment/offices/<str:code>/", alignment.alignment_office, name="alignment-office"),
    path("alignment/countries/<str:code>/", alignment.alignment_country, name="alignment-country"),
    path("register/", register.register, name="register"),
    path("register/<slug:slug>/", register.register_kind, name="register-kind"),
    path("register/<slug:slug>/<str:key>/", register.register_record, name="register-record"),
    path("history/", history.history, name="history"),
    path("history/<slug:slug>/<str:key>/", history.history_record, name="history-record"),
]
