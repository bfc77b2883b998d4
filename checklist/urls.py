"""Pages of the staff: what waits, submissions, rounds, answers."""

from django.urls import URLPattern, path

from checklist.views import (
    amendments,
    answers,
    chosen,
    my_work,
    notes,
    recall,
    review,
    rounds,
    sheet,
    sheet_cover,
    sheet_submit,
    submissions,
    unchanged,
    whole,
    workbook,
    workbook_preview,
)
from regions.converters import NUMBER

OFFICE = "rounds/<str:code>/offices/<str:office>/"
WORKBOOK = f"{OFFICE}workbook/"

urlpatterns: list[URLPattern] = [
    path("my-work/", my_work.my_work, name="my-work"),
    path("submissions/", submissions.submissions, name="submissions"),
    path(f"submissions/<{NUMBER}:number>/", review.review, name="submission"),
    path(f"submissions/<{NUMBER}:number>/chosen/", chosen.chosen, name="submission-chosen"),
    path(f"submissions/<{NUMBER}:number>/sample/", unchanged.sample, name="submission-sample"),
    path(
        f"submissions/<{NUMBER}:number>/accept-confirmed/",
        unchanged.accept,
        name="submission-accept-confirmed",
    ),
    path(
        f"submissions/<{NUMBER}:number>/return-unconfirmed/",
        whole.return_carried,
        name="submission-return-unconfirmed",
    ),
    path(f"submissions/<{NUMBER}:number>/undo-bulk/", unchanged.undo, name="submission-undo-bulk"),
    path(f"submissions/<{NUMBER}:number>/return-all/", whole.return_all, name="submission-return"),
    path(f"submissions/<{NUMBER}:number>/close/", whole.close, name="submission-close"),
    path(
        f"submissions/<{NUMBER}:number>/lines/<{NUMBER}:line>/notes/",
        notes.write,
        name="submission-note",
    ),
    path(f"submissions/<{NUMBER}:number>/recall/", recall.take_back, name="submission-recall"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/<str:code>/", rounds.round_, name="round"),
    path("rounds/<str:code>/open/", rounds.act, {"name": "open"}, name="round-open"),
    path("rounds/<str:code>/freeze/", rounds.act, {"name": "freeze"}, name="round-freeze"),
    path("rounds/<str:code>/reopen/", rounds.act, {"name": "reopen"}, name="round-reopen"),
    path(OFFICE, sheet.answer_sheet, name="answer-sheet"),
    path(f"{OFFICE}answers/", answers.of_office, name="office-answers"),
    path(f"{OFFICE}submit/", sheet_submit.hand_over, name="answer-sheet-submit"),
    path(
        f"{OFFICE}items/<str:item>/evidence/<uuid:evidence>/",
        sheet_cover.cover,
        name="answer-sheet-evidence",
    ),
    path(WORKBOOK, workbook.workbook, name="office-workbook"),
    path(f"{WORKBOOK}download/", workbook.download, name="office-workbook-download"),
    path(f"{WORKBOOK}<uuid:key>/", workbook_preview.preview, name="office-workbook-preview"),
    path(f"{WORKBOOK}<uuid:key>/marked/", workbook_preview.marked, name="office-workbook-marked"),
    path("rounds/<str:code>/answers/<str:item>/<str:subject>/", answers.answer, name="answer"),
    path(
        f"rounds/<str:code>/answers/<str:item>/<str:subject>/amendments/<{NUMBER}:number>/reply/",
        amendments.reply,
        name="amendment-reply",
    ),
]
