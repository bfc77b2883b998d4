"""Many countries with everything the rules look at, written in few statements."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from string import ascii_uppercase
from typing import Any

from django.db import models

from programmes.models import (
    AlignmentRule,
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    FindingDismissal,
    FrameworkEngagement,
    FrameworkResult,
    Presence,
    ProgrammeResult,
    WorkPlanItem,
)
from programmes.references import RULES
from regions.loading import load
from regions.models import Country, CountryTeam, OfficeCoverage, RegionalOffice, TeamMembership
from tests.factories import make_office, make_user

RESULTS = ITEMS = 20
SECTIONS = ("south_south_section", "results_section", "lessons_section")
DAY = date(2026, 5, 5)


def build(number: int) -> None:
    """Countries with two frameworks, their parts, results and work plan, and two documents."""
    load([RULES], reason="test")
    countries = places(number, make_office("ROAF"))
    frameworks = all_frameworks(countries)
    documents = all_documents(countries, frameworks)
    results(frameworks, documents)
    set_aside(documents)


def all_of(model: type[models.Model], rows: Iterator[dict[str, Any]]) -> list[Any]:
    """One statement."""
    return list(model._default_manager.bulk_create([model(**row) for row in rows]))


def places(number: int, office: RegionalOffice) -> list[tuple[Country, CountryTeam]]:
    """Each country with a team of its own."""
    codes = ["".join(each) for each in product("QRST", ascii_uppercase, ascii_uppercase)][:number]
    named = ({"iso3": code, "names": {"en": code}, "status": "member_state"} for code in codes)
    countries = all_of(Country, named)
    said = {"unsdg_region": "AFR", "office": office, "office_certainty": "proposed"}
    teams = all_of(CountryTeam, ({"code": c, "names": {"en": c}, **said} for c in codes))
    pairs = list(zip(countries, teams, strict=True))
    all_of(TeamMembership, ({"country": country, "team": team} for country, team in pairs))
    covered = {"office": office, "certainty": "proposed"}
    all_of(OfficeCoverage, ({"country": country, **covered} for country in countries))
    all_of(Presence, ({"country": each, "kind": "none"} for each in countries))
    return pairs


def all_frameworks(
    pairs: Sequence[tuple[Country, CountryTeam]],
) -> list[CooperationFramework]:
    """One that runs and the next, with parts, a contribution and a work plan."""
    said = {"kind": "cooperation_framework"}
    found: list[CooperationFramework] = all_of(
        CooperationFramework,
        (
            {"team": team, "place_in_sequence": place, **said, "starts_on": a, "ends_on": b}
            for _, team in pairs
            for place, a, b in (
                ("running", date(2022, 7, 1), date(2027, 6, 30)),
                ("next", date(2027, 7, 1), date(2032, 6, 30)),
            )
        ),
    )
    running = found[::2]
    all_of(FrameworkEngagement, parts_of(running))
    all_of(
        AnalysisContribution,
        (
            {"country": country, "given_on": date(2020 + n, 1, 1)}
            for country, _ in pairs
            for n in (0, 1)
        ),
    )
    all_of(WorkPlanItem, items_of(running))
    return running


def parts_of(frameworks: Sequence[CooperationFramework]) -> Iterator[dict[str, Any]]:
    """Light at first, active since."""
    for framework in frameworks:
        yield {
            "framework": framework,
            "signatory": "yes",
            "level": "light",
            "valid_to": date(2023, 12, 31),
        }
        yield {
            "framework": framework,
            "signatory": "yes",
            "level": "active",
            "valid_from": date(2024, 1, 1),
        }


def items_of(frameworks: Sequence[CooperationFramework]) -> Iterator[dict[str, Any]]:
    """Ten items in each of two years, one with money that cannot be right."""
    for framework in frameworks:
        for number in range(ITEMS):
            yield {
                "framework": framework,
                "plan": "JWP",
                "year": 2025 + number % 2,
                "code": f"1.{number}",
                "name": "Plans",
                "agencies": ["FAO"],
                "names_un_habitat": False,
                "required": 100 if number else 10,
                "available": 80,
                "spent": 60,
            }


def all_documents(
    pairs: Sequence[tuple[Country, CountryTeam]], frameworks: Sequence[CooperationFramework]
) -> list[CountryProgrammeDocument]:
    """One that ends early, with all its days, and one of the generation before."""
    said = {
        "generation": "new",
        "kind": "full",
        "stage": "running",
        "derivation": "B",
        "starts_on": date(2023, 1, 1),
        "ends_on": date(2026, 12, 31),
        "rc_consulted_on": date(2022, 8, 1),
        "prc_reviewed_on": date(2022, 10, 1),
        "prc_decision": "approved",
        "approved_on": date(2022, 11, 1),
        **dict.fromkeys(SECTIONS, "yes"),
    }
    earlier = {"generation": "earlier", "kind": "full", "stage": "ended"}
    rows = []
    for (country, _), framework in zip(pairs, frameworks, strict=True):
        rows.append({"country": country, "framework": framework, **said})
        rows.append({"country": country, **earlier})
    return all_of(CountryProgrammeDocument, iter(rows))[::2]


def results(
    frameworks: Sequence[CooperationFramework], documents: Sequence[CountryProgrammeDocument]
) -> None:
    """Outcomes and outputs of both, the document's derived from the framework's."""
    goals = all_of(
        FrameworkResult,
        (
            {"framework": framework, **statement(number), "position": number}
            for framework in frameworks
            for number in range(RESULTS)
        ),
    )
    all_of(
        ProgrammeResult,
        (
            {
                "document": documents[each // RESULTS],
                "derived_from": goal,
                **reworded(each % RESULTS),
                "position": each % RESULTS,
                "strategic_plan_result": "SP 2" if each % 3 else "",
            }
            for each, goal in enumerate(goals)
        ),
    )


def statement(number: int) -> dict[str, Any]:
    """A quarter of the results are outcomes."""
    level = "output" if number % 4 else "outcome"
    text = f"By 2027, people in cities of the {number}th district have adequate housing."
    return {"level": level, "code": f"1.{number}", "statement": text}


def reworded(number: int) -> dict[str, Any]:
    """The same words, typed in another way: what takes longest to compare."""
    said = statement(number)
    return {**said, "statement": said["statement"].replace("By", "by").rstrip(".")}


def set_aside(documents: Sequence[CountryProgrammeDocument]) -> None:
    """A dismissal for every country."""
    rule, person = AlignmentRule.objects.get(code="A05"), make_user()
    said = {"rule": rule, "fingerprint": "0" * 64, "reason": "Agreed.", "dismissed_on": DAY}
    all_of(
        FindingDismissal,
        (
            {**said, "subject": f"programme-documents/{each.pk}", "dismissed_by": person}
            for each in documents
        ),
    )
