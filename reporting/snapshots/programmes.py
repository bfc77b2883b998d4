"""Frameworks, engagement, programme documents and mechanisms as a publication keeps them."""

from programmes.models import CooperationFramework, CountryProgrammeDocument, MechanismRole
from regions.models import RegionalMechanism
from reporting.snapshots.plain import Record, grouped, records, taken, with_provenance


def read_frameworks() -> list[Record]:
    """The frameworks, each with UN-Habitat's part in it, or none on record."""
    rows = records(
        CooperationFramework.objects.order_by("team__code", "starts_on"),
        *("kind", "place_in_sequence", "starts_on", "ends_on", "original_ends_on"),
        *("source", "is_invented"),
        team="team__code",
        office="team__office__code",
        engagement_signatory="engagement__signatory",
        engagement_level="engagement__level",
        engagement_specific_contribution="engagement__specific_contribution",
        engagement_as_of="engagement__as_of",
        engagement_note="engagement__note",
        engagement_source="engagement__source",
        engagement_is_invented="engagement__is_invented",
    )
    return [with_provenance({**row, "engagement": _engagement(row)}) for row in rows]


def _engagement(row: Record) -> Record | None:
    part = taken(row, "engagement_")
    return with_provenance(part) if part["signatory"] else None


def read_programme_documents() -> list[Record]:
    """The programme documents; a period that is not known stays empty."""
    rows = records(
        CountryProgrammeDocument.objects.order_by("country__iso3", "starts_on", "generation"),
        *("generation", "kind", "is_interim", "stage", "starts_on", "ends_on", "note"),
        *("source", "is_invented"),
        country="country__iso3",
        framework_starts_on="framework__starts_on",
    )
    return [with_provenance(row) for row in rows]


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
