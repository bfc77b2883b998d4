"""Country programme documents in the register."""

from django.utils.translation import gettext_lazy as _

from programmes import references
from programmes.models import CountryProgrammeDocument
from reporting.staff.register.cells import (
    by_name,
    by_office,
    chosen,
    country_cell,
    day,
    framework_cell,
    of,
)
from reporting.staff.register.kinds import Cell, Column, Field, Filter, Kind, Way, record_url
from reporting.staff.register.results import OF_A_DOCUMENT

PROGRAMME_DOCUMENTS = Kind(
    slug="programme-documents",
    title=_("Programme documents"),
    about=_("Habitat Country Programme Documents (HCPD); a period that is not known stays empty."),
    model=CountryProgrammeDocument,
    rows=lambda: CountryProgrammeDocument.objects.select_related(
        "country", "framework__team"
    ).order_by(by_name("country__names"), "starts_on", "pk"),
    key="pk",
    name=lambda row: f"{row.country.name}, {row.get_generation_display()}",
    columns=(
        Column(
            _("Programme document"),
            lambda row: Cell(
                row.country.name, record_url("programme-documents", row.pk), row.country.iso3
            ),
        ),
        Column(_("Generation"), chosen("generation")),
        Column(_("Kind"), chosen("kind")),
        Column(_("Begins"), day("starts_on")),
        Column(_("Ends"), day("ends_on")),
        Column(_("Stage"), chosen("stage")),
    ),
    fields=(
        Field("country", _("Country"), of(lambda row: row.country, country_cell)),
        Field("generation", _("Generation")),
        Field("kind", _("Kind")),
        Field("is_interim", _("Interim solution")),
        Field("stage", _("Stage")),
        Field("starts_on", _("Begins")),
        Field("ends_on", _("Ends")),
        Field("framework", _("Framework"), of(lambda row: row.framework, framework_cell)),
        Field("no_framework_reason", _("Reason why there is no framework")),
        Field("derivation", _("Derivation")),
        Field("rc_consulted_on", _("Resident coordinator consulted on")),
        Field("prc_reviewed_on", _("Reviewed by the Programme Review Committee on")),
        Field("prc_decision", _("Decision of the committee")),
        Field("government_signed_on", _("Signed by the government on")),
        Field("approved_on", _("Approved on")),
        Field("south_south_section", _("Section on South-South cooperation")),
        Field("results_section", _("Section on results")),
        Field("lessons_section", _("Section on lessons")),
        Field("interim_until", _("Interim until")),
        Field("replacement_plan", _("Plan for a full document")),
        Field("extension_citation", _("Extension relied on")),
        Field("rechecked_on", _("Compared with the framework again on")),
        Field("note", _("Note")),
        Field("source", _("Source")),
    ),
    dataset=references.PROGRAMME_DOCUMENTS,
    filters=(
        by_office("country__membership__team__office__code"),
        Filter("stage", _("Stage"), "stage", lambda: CountryProgrammeDocument.Stage.choices),
    ),
    related=(OF_A_DOCUMENT,),
    ways=(
        Way(_("Stage and next step"), "programme-document-stage"),
        Way(_("Sheet of the committee"), "programme-document-criteria"),
    ),
)
