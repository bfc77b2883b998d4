"""Results of frameworks and of programme documents, in the register."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programmes.models import FrameworkResult, ProgrammeResult, ResultLevel
from reporting.staff.register.cells import (
    by_name,
    by_office,
    chosen,
    document_cell,
    framework_cell,
    framework_name,
    of,
    plain,
)
from reporting.staff.register.kinds import Cell, Column, Field, Filter, Kind, Related, record_url


def result_cell(slug: str) -> Any:
    """A result by its code, with the way to its record."""
    return lambda row: Cell(row.code, record_url(slug, row.pk), is_code=True)


def document_name(document: Any) -> str:
    """A programme document as people call it."""
    return f"{document.country.name}, {document.get_generation_display()}"


LEVEL = Filter("level", _("Level"), "level", lambda: ResultLevel.choices)
STATEMENT = Column(_("Statement"), plain("statement"))

FRAMEWORK_RESULTS = Kind(
    slug="framework-results",
    title=_("Results of frameworks"),
    about=_("Strategic priorities, outcomes, outputs and sub-outputs as the framework has them."),
    model=FrameworkResult,
    rows=lambda: FrameworkResult.objects.select_related("framework__team", "parent").order_by(
        by_name("framework__team__names"), "framework__starts_on", "position", "code"
    ),
    key="pk",
    name=lambda row: f"{row.code}, {framework_name(row.framework)}",
    columns=(
        Column(_("Code"), result_cell("framework-results")),
        Column(_("Framework"), of(lambda row: row.framework, framework_cell)),
        Column(_("Level"), chosen("level")),
        STATEMENT,
    ),
    fields=(
        Field("framework", _("Framework"), of(lambda row: row.framework, framework_cell)),
        Field("code", _("Code")),
        Field("level", _("Level")),
        Field(
            "parent",
            _("Part of"),
            of(lambda row: row.parent, result_cell("framework-results")),
        ),
        Field("statement", _("Statement")),
        Field("position", _("Position")),
        Field("source", _("Source")),
    ),
    filters=(by_office("framework__team__office__code"), LEVEL),
    related=(
        Related(
            title=_("Results of programme documents that are derived from it"),
            rows=lambda row: row.derived.select_related("document__country"),
            columns=(
                Column(_("Code"), result_cell("programme-results")),
                Column(_("Country"), lambda row: Cell(row.document.country.name)),
                STATEMENT,
            ),
            absent=_("No result is derived from it."),
        ),
    ),
)

PROGRAMME_RESULTS = Kind(
    slug="programme-results",
    title=_("Results of programme documents"),
    about=_("Each says from which result of the framework it is derived, or why from none."),
    model=ProgrammeResult,
    rows=lambda: ProgrammeResult.objects.select_related(
        "document__country", "parent", "derived_from"
    ).order_by(by_name("document__country__names"), "document", "position", "code"),
    key="pk",
    name=lambda row: f"{row.code}, {document_name(row.document)}",
    columns=(
        Column(_("Code"), result_cell("programme-results")),
        Column(_("Country"), lambda row: Cell(row.document.country.name)),
        Column(_("Level"), chosen("level")),
        Column(
            _("Derived from"), of(lambda row: row.derived_from, result_cell("framework-results"))
        ),
        STATEMENT,
    ),
    fields=(
        Field("document", _("Programme document"), of(lambda row: row.document, document_cell)),
        Field("code", _("Code")),
        Field("level", _("Level")),
        Field("parent", _("Part of"), of(lambda row: row.parent, result_cell("programme-results"))),
        Field(
            "derived_from",
            _("Derived from"),
            of(lambda row: row.derived_from, result_cell("framework-results")),
        ),
        Field("strategic_plan_result", _("Result of the strategic plan")),
        Field("statement", _("Statement")),
        Field("indicator", _("Indicator")),
        Field("baseline", _("Baseline")),
        Field("target", _("Target")),
        Field("outside_justification", _("Justification outside the framework")),
        Field("outside_rc_noted_on", _("Noted by the resident coordinator on")),
        Field("position", _("Position")),
        Field("source", _("Source")),
    ),
    filters=(by_office("document__country__membership__team__office__code"), LEVEL),
)

OF_A_FRAMEWORK = Related(
    title=_("Results of the framework"),
    rows=lambda framework: framework.results.all(),
    columns=(
        Column(_("Code"), result_cell("framework-results")),
        Column(_("Level"), chosen("level")),
        STATEMENT,
    ),
    absent=_("No result is on record."),
    adds=("framework-results", "framework"),
)
OF_A_DOCUMENT = Related(
    title=_("Results of the programme document"),
    rows=lambda document: document.results.select_related("derived_from"),
    columns=(
        Column(_("Code"), result_cell("programme-results")),
        Column(_("Level"), chosen("level")),
        Column(
            _("Derived from"), of(lambda row: row.derived_from, result_cell("framework-results"))
        ),
        STATEMENT,
    ),
    absent=_("No result is on record."),
    adds=("programme-results", "document"),
)
