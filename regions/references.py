"""The reference data of the regions, as the versioned files give them."""

from pathlib import Path

from regions.loading import Dataset, Names, Reference, Value
from regions.models import (
    Country,
    CountryTeam,
    OfficeCoverage,
    RegionalMechanism,
    RegionalOffice,
    TeamMembership,
)

DATA = Path(__file__).parent / "data"

OFFICES = Dataset(
    "offices",
    DATA / "offices.csv",
    RegionalOffice,
    columns=(
        Value("code"),
        Value("kind"),
        Names("names", "name"),
        Names("area_names", "area"),
        Value("city"),
        Value("position"),
    ),
    key=("code",),
)

COUNTRIES = Dataset(
    "countries",
    DATA / "countries.csv",
    Country,
    columns=(
        Value("iso3"),
        Value("iso2"),
        Value("m49"),
        Value("status"),
        Names("names", "name"),
        Value("designation_note"),
    ),
    key=("iso3",),
)

TEAMS = Dataset(
    "country teams",
    DATA / "country_teams.csv",
    CountryTeam,
    columns=(
        Value("code"),
        Names("names", "name"),
        Value("unsdg_region"),
        Reference("office", ("office",), by=("code",)),
        Value("office_certainty"),
    ),
    key=("code",),
    others=("members",),
)

# A country has at most one team: the file knows a membership by its country.
MEMBERSHIPS = Dataset(
    "members of country teams",
    TEAMS.path,
    TeamMembership,
    columns=(
        Reference("team", ("code",), by=("code",)),
        Reference("country", ("members",), by=("iso3",)),
    ),
    key=("country",),
    split="members",
    others=TEAMS.headings,
)

COVERAGE = Dataset(
    "office coverage",
    DATA / "office_coverage.csv",
    OfficeCoverage,
    columns=(
        Reference("country", ("country",), by=("iso3",)),
        Reference("office", ("office",), by=("code",)),
        Value("starts_on"),
        Value("ends_on"),
        Value("certainty"),
        Value("source"),
    ),
    key=("country", "starts_on"),
)

MECHANISMS = Dataset(
    "regional mechanisms",
    DATA / "mechanisms.csv",
    RegionalMechanism,
    columns=(
        Value("code"),
        Reference("office", ("office",), by=("code",)),
        Value("kind"),
        Names("names", "name"),
        Value("source"),
    ),
    key=("code",),
)

DATASETS = (OFFICES, COUNTRIES, TEAMS, MEMBERSHIPS, COVERAGE, MECHANISMS)
