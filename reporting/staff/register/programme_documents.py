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
        Field("note", _("Note")),
    ),
    dataset=references.PROGRAMME_DOCUMENTS,
    filters=(
        by_office("country__membership__team__office__code"),
        Filter("stage", _("Stage"), "stage", lambda: CountryProgrammeDocument.Stage.choices),
    ),
    ways=(
        Way(_("Stage and next step"), "programme-document-stage"),
        Way(_("Sheet of the committee"), "programme-document-criteria"),
    ),
)
