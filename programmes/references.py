"""Frameworks and all that hangs on them, rules and criteria, as the files give them."""

from pathlib import Path

from programmes.models import (
    AlignmentRule,
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    MechanismRole,
    Presence,
    ReviewCriterion,
)
from programmes.rule_files import Parameters, Rules
from regions.loading import Dataset, Names, Reference, Step, Value

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

RULES = Rules(
    "rules of alignment",
    DATA / "alignment_rules.csv",
    AlignmentRule,
    columns=(
        Value("code", "rule"),
        Value("condition"),
        Value("severity"),
        Value("lesser_severity"),
        Value("basis"),
        Parameters("parameters"),
    ),
    key=("code",),
)

# A working reconstruction from the policy that the note describes (HSP/EB.2025/8, paras 17
# to 24): the committee's own sheet was not available, and takes the place of this file.
CRITERIA = Dataset(
    "criteria of programme review",
    DATA / "review_criteria.csv",
    ReviewCriterion,
    columns=(
        Value("code"),
        Value("position"),
        Value("paragraph"),
        Value("is_mandatory"),
        Names("titles", "title"),
    ),
    key=("code",),
)

DATASETS: tuple[Step, ...] = (
    FRAMEWORKS,
    ENGAGEMENT,
    PRESENCE,
    PROGRAMME_DOCUMENTS,
    ROLES,
    ROLE_COUNTRIES,
    RULES,
    CRITERIA,
)
