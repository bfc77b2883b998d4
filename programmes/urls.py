"""Pages of programme documents: their stage, and the sheet of the review committee."""

from django.urls import URLPattern, path

from programmes.views import criteria, stage
from regions.converters import NUMBER

DOCUMENT = f"register/programme-documents/<{NUMBER}:number>/"

urlpatterns: list[URLPattern] = [
    path(f"{DOCUMENT}stage/", stage.stage, name="programme-document-stage"),
    path(f"{DOCUMENT}criteria/", criteria.criteria, name="programme-document-criteria"),
]
