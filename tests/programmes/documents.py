"""Programme documents for tests: the smallest, and one that may go to the committee."""

from datetime import date
from typing import Any

from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkResult,
    ProgrammeResult,
    ReviewCriterion,
)
from regions.models import OfficeCoverage
from tests.factories import make_country, make_office, make_team

TODAY = date(2026, 3, 1)


def make_covered_country(iso3: str = "KEN", office: str = "ROAF") -> Any:
    country = make_country(iso3)
    OfficeCoverage.objects.get_or_create(
        country=country, office=make_office(office), defaults={"certainty": "published"}
    )
    return country


def make_document(stage: str = "drafting", **fields: Any) -> CountryProgrammeDocument:
    """A full document of the new generation, with nothing else on record."""
    country = fields.pop("country", None) or make_covered_country()
    kinds = {"generation": "new", "kind": "full"}
    return CountryProgrammeDocument.objects.create(
        country=country, stage=stage, **{**kinds, **fields}
    )


def make_framework(code: str = "KEN") -> CooperationFramework:
    return CooperationFramework.objects.create(
        team=make_team(code),
        kind="cooperation_framework",
        place_in_sequence="running",
        starts_on=date(2025, 1, 1),
        ends_on=date(2028, 12, 31),
    )


def make_outcome(document: CountryProgrammeDocument, code: str = "1", **fields: Any) -> Any:
    said = {"level": "outcome", "statement": f"Outcome {code}"}
    return ProgrammeResult.objects.create(document=document, code=code, **{**said, **fields})


def make_ready_document(stage: str = "drafting", **fields: Any) -> CountryProgrammeDocument:
    """A document that the committee may get: one outcome, derived from its framework."""
    country = make_covered_country()
    framework = make_framework()
    goal = FrameworkResult.objects.create(
        framework=framework, level="outcome", code="1", statement="Outcome 1"
    )
    said = {
        "framework": framework,
        "derivation": "B",
        "rc_consulted_on": date(2025, 11, 3),
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2028, 12, 31),
    }
    document = make_document(stage, country=country, **{**said, **fields})
    make_outcome(document, derived_from=goal)
    return document


def make_criterion(code: str = "derived", position: int = 1, **fields: Any) -> ReviewCriterion:
    said = {"paragraph": "17", "titles": {"en": f"Criterion {code}"}}
    return ReviewCriterion.objects.create(code=code, position=position, **{**said, **fields})
