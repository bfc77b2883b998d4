"""Frameworks, engagement, presence, programme documents and roles, as the files give them."""

from pathlib import Path

from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    MechanismRole,
    Presence,
)
from regions.loading import Dataset, Reference, Value

DATA = Path(__file__).parent / "data"

FRAMEWORKS = Dataset(
    "cooperation frameworks",
    DATA / "cooperation_frameworks.csv",
    CooperationFramework,
    columns=(
        Reference("team", ("team",), by=("code",)),
        Value("kind"),
        Value("place_in_sequence"),
        Value("starts_on"),
        Value("ends_on"),
        Value("original_ends_on"),
        Value("source"),
    ),
    key=("team", "starts_on"),
)

ENGAGEMENT = Dataset(
    "framework engagement",
    DATA / "framework_engagement.csv",
    FrameworkEngagement,
    columns=(
        Reference("framework", ("team", "framework_starts_on"), by=("team__code", "starts_on")),
        Value("signatory"),
        Value("level"),
        Value("specific_contribution"),
        Value("as_of"),
        Value("source"),
        Value("note"),
    ),
    key=("framework",),
)

PRESENCE = Dataset(
    "presence",
    DATA / "presence.csv",
    Presence,
    columns=(
        Reference("country", ("country",), by=("iso3",)),
        Value("kind"),
        Value("as_of"),
        Value("source"),
    ),
    key=("country",),
)

# The file names one document a country and generation, many without a period: when a
# later file gives the period, it is the same document.
PROGRAMME_DOCUMENTS = Dataset(
    "programme documents",
    DATA / "programme_documents.csv",
    CountryProgrammeDocument,
    columns=(
        Reference("country", ("country",), by=("iso3",)),
        Value("generation"),
        Value("kind"),
        Value("is_interim"),
        Value("stage"),
        Value("starts_on"),
        Value("ends_on"),
        Reference(
            "framework",
            ("framework_team", "framework_starts_on"),
            by=("team__code", "starts_on"),
        ),
        Value("source"),
        Value("note"),
    ),
    key=("country", "generation"),
)

ROLES = Dataset(
    "roles in mechanisms",
    DATA / "mechanism_roles.csv",
    MechanismRole,
    columns=(
        Reference("mechanism", ("mechanism",), by=("code",)),
        Value("role"),
        Value("topic"),
        Value("partners"),
        Value("source"),
    ),
    key=("mechanism", "role"),
    others=("countries",),
)

ROLE_COUNTRIES = Dataset(
    "countries of roles",
    ROLES.path,
    MechanismRole.countries.through,
    columns=(
        Reference("mechanismrole", ("mechanism", "role"), by=("mechanism__code", "role")),
        Reference("country", ("countries",), by=("iso3",)),
    ),
    key=("mechanismrole", "country"),
    split="countries",
    others=ROLES.headings,
)

DATASETS = (FRAMEWORKS, ENGAGEMENT, PRESENCE, PROGRAMME_DOCUMENTS, ROLES, ROLE_COUNTRIES)
