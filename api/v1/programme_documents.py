"""`programme-documents/`: Habitat Country Programme Documents (HCPDs)."""

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils import timezone

from api.filters import FilterSet, Flag, OneOf, Search, UpdatedSince, codes, in_languages
from api.frames import Row, Shape
from api.v1.document_standing import StepDescription, allowed_actions
from api.v1.kept.bulk import KeptTogether
from api.v1.kept.fields import described, sent_by, written
from api.v1.kept.views import Kept, KeptList, KeptOne
from programmes.alignment.checking import check
from programmes.intake.kinds import DOCUMENTS
from programmes.models import CooperationFramework, CountryProgrammeDocument
from regions.languages import in_language
from regions.models import Country, RegionalOffice

ProgrammeDocumentDescription = described("ProgrammeDocument", DOCUMENTS)
WholeProgrammeDocumentDescription = described(
    "WholeProgrammeDocument", DOCUMENTS, actions=StepDescription(many=True)
)


class HasFindings(Flag):
    """Documents on which a rule found something that nobody set aside, or the others.

    What could not be checked is no finding.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(Q(), **options)

    def filter(self, qs: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        """The rules are asked only where somebody filters by them."""
        if value is None:
            return qs
        found = {each.subject for each in check(timezone.localdate()) if each.is_open}
        prefix = "programme-documents/"
        keys = [int(each.removeprefix(prefix)) for each in found if each.startswith(prefix)]
        return qs.filter(pk__in=keys) if value else qs.exclude(pk__in=keys)


class ProgrammeDocumentFilters(FilterSet):
    country = OneOf("country__iso3", codes(Country, "iso3"))
    office = OneOf("keeper_code", codes(RegionalOffice))
    stage = OneOf("stage", lambda: CountryProgrammeDocument.Stage.values)
    generation = OneOf("generation", lambda: CountryProgrammeDocument.Generation.values)
    derivation = OneOf("derivation", lambda: CountryProgrammeDocument.Derivation.values)
    framework = OneOf(
        "framework_id", codes(CooperationFramework, "pk"), help_text="Ids of frameworks."
    )
    has_findings = HasFindings(help_text="Open findings of the rules of alignment.")
    q = Search("country__iso3", "note", *in_languages("country__names"))
    updated_since = UpdatedSince()


class ProgrammeDocumentRecords(Kept):
    kind = DOCUMENTS
    serializer_class = ProgrammeDocumentDescription
    more_columns = ("country__names",)

    def display(self, row: Row) -> str:
        """The country and the years."""
        return document_words(row)


def document_words(row: Row, at: str = "") -> str:
    """The country and the years of a document, as far as they are known."""
    name, period = in_language(row[f"{at}country__names"]), years(row, at)
    return f"{name} · {period}" if period else name


def years(row: Row, at: str = "") -> str:
    """The years, as far as they are known."""
    known = [f"{day:%Y}" if day else "" for day in (row[f"{at}starts_on"], row[f"{at}ends_on"])]
    return "–".join(known) if any(known) else ""


class ProgrammeDocuments(ProgrammeDocumentRecords, KeptList):
    """Country programme documents that are known."""

    sends = {"POST": written("ProgrammeDocument", DOCUMENTS)}  # noqa: RUF012
    filterset_class = ProgrammeDocumentFilters
    order = ("country__iso3", "starts_on")
    orders: ClassVar = {
        "country": "country__iso3",
        "starts_on": "starts_on",
        "ends_on": "ends_on",
        "updated_at": "updated_at",
    }


class ProgrammeDocument(ProgrammeDocumentRecords, KeptOne):
    """One country programme document, with what can be done with it."""

    serializer_class = WholeProgrammeDocumentDescription
    sends = sent_by("ProgrammeDocument", DOCUMENTS)

    def shape(self, row: Row) -> Shape:
        """The document and the acts of this caller."""
        acts = allowed_actions(row["pk"], self.actor, timezone.localdate())
        return {**super().shape(row), "allowed_actions": acts}

    def shape_alone(self, row: Row) -> Shape:
        """The document with its acts, and what can be done with the record."""
        shape = self.shape(row)
        kept = [{**each, "to": ""} for each in self.actions_on(row)]
        return {**shape, "allowed_actions": [*shape["allowed_actions"], *kept]}


class ProgrammeDocumentsTogether(KeptTogether):
    """Many programme documents at once."""

    kind = DOCUMENTS
