"""Frameworks, engagement, programme documents and mechanisms as a publication keeps them."""

from typing import Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, Q, When
from django.db.models.functions import JSONObject

from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    MechanismRole,
    ProgrammeResult,
    ResultLevel,
)
from regions.models import RegionalMechanism
from reporting.selecting import part_on
from reporting.snapshots.plain import Record, grouped, records, with_provenance


def read_frameworks() -> list[Record]:
    """The frameworks, each with the periods of UN-Habitat's part in it that are on record."""
    rows = records(
        CooperationFramework.objects.annotate(parts=_engagements()).order_by(
            "team__code", "starts_on"
        ),
        *("kind", "place_in_sequence", "starts_on", "ends_on", "original_ends_on"),
        *("signed_on", "extended_on", "extension_note", "evaluated_on", "source", "is_invented"),
        id="pk",
        team="team__code",
        office="team__office__code",
        engagements="parts",
    )
    for row in rows:
        row["engagements"] = [with_provenance(part) for part in row["engagements"]]
    return [with_provenance(row) for row in rows]


PART: Final = (
    *("valid_from", "valid_to", "signatory", "level", "specific_contribution", "as_of"),
    *("note", "source", "is_invented"),
)


def _engagements() -> ArraySubquery:
    """The parts of a framework, oldest first, in the query of the frameworks itself."""
    parts = FrameworkEngagement.objects.filter(framework=OuterRef("pk")).order_by("valid_from")
    return ArraySubquery(parts.values_list(JSONObject(**{name: name for name in PART})))


def with_part(frameworks: list[Record], day: str) -> list[Record]:
    """The frameworks, each with the part that held on a day, or none on record."""
    return [{**row, "engagement": part_on(row["engagements"], day)} for row in frameworks]


def read_programme_documents() -> list[Record]:
    """The programme documents; a period that is not known stays empty."""
    documents = CountryProgrammeDocument.objects.annotate(aims=_outcomes())
    rows = records(
        documents.order_by("country__iso3", "starts_on", "generation"),
        *("generation", "kind", "is_interim", "stage", "starts_on", "ends_on", "note"),
        *("derivation", "no_framework_reason", "source", "is_invented"),
        id="pk",
        country="country__iso3",
        framework="framework_id",
        framework_starts_on="framework__starts_on",
        outcomes="aims",
    )
    return [with_provenance(row) for row in rows]


def _outcomes() -> ArraySubquery:
    """The outcomes of a document: whether each is one of its framework, or justified."""
    of_framework = Q(
        derived_from__level=ResultLevel.OUTCOME, derived_from__framework=F("document__framework")
    )
    outcomes = ProgrammeResult.objects.filter(document=OuterRef("pk"), level=ResultLevel.OUTCOME)
    facts = JSONObject(
        code="code",
        derived_from="derived_from__code",
        is_of_framework=Case(When(of_framework, then=True), default=False),
        is_justified=Case(When(outside_justification="", then=False), default=True),
    )
    return ArraySubquery(outcomes.order_by("position", "code").values_list(facts))


def read_mechanisms() -> list[Record]:
    """The regional mechanisms, each with UN-Habitat's roles in it."""
    roles = _roles()
    rows = records(
        RegionalMechanism.objects.order_by("office__position", "code"),
        *("code", "kind", "names", "source", "is_invented"),
        office="office__code",
    )
    return [with_provenance({**row, "roles": roles.get(row["code"], [])}) for row in rows]


def _roles() -> dict[str, list[Record]]:
    pairs = MechanismRole.objects.filter(countries__isnull=False).order_by("countries__iso3")
    countries = grouped(pairs.values_list("pk", "countries__iso3"))
    rows = records(
        MechanismRole.objects.order_by("mechanism__code", "role"),
        *("pk", "role", "topic", "partners", "source", "is_invented"),
        mechanism="mechanism__code",
    )
    return grouped((row.pop("mechanism"), _role(row, countries)) for row in rows)


def _role(row: Record, countries: dict[int, list[str]]) -> Record:
    return with_provenance({**row, "countries": countries.get(row.pop("pk"), [])})
