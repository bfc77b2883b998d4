"""Addresses of version 1. Codes are the identifiers; a malformed id matches nothing."""

from django.urls import path

from api.v1 import (
    answer,
    answers,
    checklists,
    countries,
    evidence,
    frameworks,
    mechanisms,
    offices,
    programme_documents,
    root,
    rounds,
    teams,
)

urlpatterns = [
    path("", root.Root.as_view()),
    path("whoami/", root.Whoami.as_view()),
    path("offices/", offices.Offices.as_view()),
    path("offices/<str:code>/", offices.Office.as_view()),
    path("countries/", countries.Countries.as_view()),
    path("countries/<str:code>/", countries.OneCountry.as_view()),
    path("teams/", teams.Teams.as_view()),
    path("teams/<str:code>/", teams.Team.as_view()),
    path("frameworks/", frameworks.Frameworks.as_view()),
    path("frameworks/<int:id>/", frameworks.Framework.as_view()),
    path("frameworks/<int:id>/engagement/", frameworks.Engagement.as_view()),
    path("programme-documents/", programme_documents.ProgrammeDocuments.as_view()),
    path("programme-documents/<int:id>/", programme_documents.ProgrammeDocument.as_view()),
    path("mechanisms/", mechanisms.Mechanisms.as_view()),
    path("mechanisms/<str:code>/", mechanisms.Mechanism.as_view()),
    path("mechanism-roles/", mechanisms.MechanismRoles.as_view()),
    path("mechanism-roles/<int:id>/", mechanisms.OneMechanismRole.as_view()),
    path("checklists/", checklists.Checklists.as_view()),
    path("checklists/<str:version>/", checklists.OneChecklist.as_view()),
    path("rounds/", rounds.Rounds.as_view()),
    path("rounds/<str:code>/", rounds.OneRound.as_view()),
    path("rounds/<str:round>/answers/<str:item>/<str:subject>/", answer.OneAnswer.as_view()),
    path("answers/", answers.Answers.as_view()),
    path("evidence/", evidence.EvidenceOnFile.as_view()),
    path("evidence/<uuid:id>/", evidence.OneEvidence.as_view()),
]
