"""`rounds/{round}/workbook.xlsx`: the prefilled workbook of an office, to fill in offline."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from accounts import policy
from api.bodies import WorkbookParser
from api.errors import not_found
from api.pagination import refuse_parameter
from api.requests import offices_of, wanted_language
from api.views import ApiView
from checklist.models import ReportingRound
from checklist.workbooks import write_workbook
from regions.downloads import attachment
from regions.languages import CODES
from regions.models import RegionalOffice


class OfficeWorkbook(ApiView):
    """The prefilled workbook of an office; it is a workbook whatever `Accept` says."""

    parameters = ("office", "language")

    @extend_schema(
        responses={(200, WorkbookParser.media_type): OpenApiTypes.BINARY},
        parameters=[
            OpenApiParameter("office", str, description="One's own; needed when of several."),
            OpenApiParameter("language", str, enum=CODES, description="Left out: one's own."),
        ],
    )
    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """The workbook, made when it is asked for."""
        language = wanted_language(request, self.actor)
        round_ = ReportingRound.objects.visible_to(self.actor).filter(code=keys["round"]).first()
        if round_ is None:
            raise not_found()
        office = self.office()
        return send_workbook(round_, office, language)

    def office(self) -> RegionalOffice:
        """One's own, or any for those who see all; another one's does not exist."""
        code = self.request.query_params.get("office", "")
        offices = self.offices()
        if not code and len(offices) == 1:
            return offices[0]
        if not code:
            raise refuse_parameter("office", "bad_value", _("Say for which office."))
        named = [office for office in offices if office.code == code]
        if not named:
            raise not_found()
        return named[0]

    def offices(self) -> list[RegionalOffice]:
        """Whose answers this caller may see."""
        if policy.may_see_every_office(self.actor):
            return list(RegionalOffice.objects.all())
        return offices_of(self.actor)


def send_workbook(round_: ReportingRound, office: RegionalOffice, language: str) -> HttpResponse:
    """The workbook as a download."""
    content = write_workbook(round_, office, language)
    name = f"{round_.code}-{office.code}-{language}.xlsx"
    headers = {"Content-Disposition": attachment(name)}
    return HttpResponse(content, content_type=WorkbookParser.media_type, headers=headers)
