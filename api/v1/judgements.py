"""`programme-documents/{id}/judgements/`: the sheet of the Programme Review Committee."""

from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.frames import Shape
from api.pagination import envelope
from api.requests import invalid
from api.v1.document_stages import ActOnDocument
from programmes.actions.programme_documents import judge
from programmes.criteria import Line, sheet_of
from programmes.models import CountryProgrammeDocument, CriterionJudgement, ReviewCriterion
from programmes.pages.standing import read_records, says

Verdict = CriterionJudgement.Verdict


class JudgementDescription(serializers.Serializer[object]):
    criterion = serializers.CharField()
    paragraph = serializers.CharField(help_text="Of HSP/EB.2025/8.")
    title = serializers.CharField()
    is_mandatory = serializers.BooleanField()
    is_reconstruction = serializers.BooleanField(
        help_text="The criteria are a working reconstruction, not the committee's own sheet."
    )
    records_say = serializers.CharField()
    verdict = serializers.ChoiceField(Verdict.choices, allow_null=True)
    note = serializers.CharField()
    judged_on = serializers.DateField(allow_null=True)
    judged_by = serializers.CharField(allow_null=True)


class JudgementPageDescription(serializers.Serializer[object]):
    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = JudgementDescription(many=True)


class NewJudgementDescription(serializers.Serializer[object]):
    criterion = serializers.CharField()
    verdict = serializers.ChoiceField(Verdict.choices)
    note = serializers.CharField(
        required=False, max_length=5000, help_text="Needed where it is not fully met."
    )


class Judgements(ActOnDocument):
    """Every criterion asked of a document, with what is on record and how it was judged."""

    http_method_names = ("get", "head", "put")

    @extend_schema(operation_id="judgements_list", responses=JudgementPageDescription)
    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """All of them, in the order of the paragraphs: a sheet has a dozen."""
        found = shapes(self.document())
        return envelope(len(found), None, None, found)

    @extend_schema(request=NewJudgementDescription, responses=JudgementDescription)
    def put(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Judge one criterion, or judge it anew."""
        document = self.decided()
        said = self.said(request, "criterion", "verdict", "note")
        criterion = asked(document, said.pop("criterion"))
        self.done(judge, document, criterion=criterion, **said, day=timezone.localdate())
        found = [each for each in shapes(document) if each["criterion"] == criterion.code]
        return Response(found[0])


def shapes(document: CountryProgrammeDocument) -> list[Shape]:
    """The lines of the sheet as a client gets them."""
    records = read_records(document)
    return [shape(each, says(each.criterion.code, records)) for each in sheet_of(document)]


def shape(line: Line, words: str) -> Shape:
    """One line."""
    criterion, judgement = line.criterion, line.judgement
    return {
        "criterion": criterion.code,
        "paragraph": criterion.paragraph,
        "title": criterion.title,
        "is_mandatory": criterion.is_mandatory,
        "is_reconstruction": True,
        "records_say": words,
        "verdict": judgement.verdict if judgement else None,
        "note": judgement.note if judgement else "",
        "judged_on": judgement.judged_on if judgement else None,
        "judged_by": judgement.judged_by.full_name if judgement else None,
    }


def asked(document: CountryProgrammeDocument, code: str) -> ReviewCriterion:
    """The criterion that was named, if it is asked of this document."""
    for line in sheet_of(document):
        if line.criterion.code == code:
            return line.criterion
    raise invalid("/criterion", "unknown_criterion", _("The sheet has no such criterion."))
