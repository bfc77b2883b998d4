"""Pages of programmes: the stage and review of programme documents, joint work plans."""

from django.urls import URLPattern, path

from programmes.views import criteria, stage, work_plans
from regions.converters import NUMBER

DOCUMENT = f"register/programme-documents/<{NUMBER}:number>/"
IMPORT_PLAN = "register/work-plan-items/import-plan/"

urlpatterns: list[URLPattern] = [
    path(f"{DOCUMENT}stage/", stage.stage, name="programme-document-stage"),
    path(f"{DOCUMENT}criteria/", criteria.criteria, name="programme-document-criteria"),
    path(IMPORT_PLAN, work_plans.choose, name="work-plan-import"),
    path(f"{IMPORT_PLAN}<uuid:key>/", work_plans.preview, name="work-plan-preview"),
    path(
        f"register/frameworks/<{NUMBER}:number>/work-plan/",
        work_plans.of_framework,
        name="framework-work-plan",
    ),
]
