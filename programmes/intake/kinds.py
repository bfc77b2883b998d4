"""The kinds of programme record: their columns, what knows a record, and who keeps them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.refusals import Faults
from programmes.intake import rules
from programmes.intake.columns import (
    ENGLISH_FIRST,
    LONG,
    Choice,
    Column,
    Content,
    Day,
    Money,
    Names,
    Number,
    Text,
    Texts,
    Truth,
)
from programmes.intake.linking import Countries, Parent, Reference, Source
from programmes.models import (
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    FrameworkResult,
    MechanismRole,
    Presence,
    ProgrammeResult,
    ResultLevel,
    WorkPlanItem,
)
from regions.models import RegionalMechanism
from regions.provenance import OnRecord

if TYPE_CHECKING:
    from programmes.intake.scene import Scene

Rule = Callable[[Content, "Content | None", str, Faults, "Scene"], None]


@dataclass(frozen=True)
class RecordKind:
    """A kind of record. `scope` is the column within which records stand beside each other;
    without one all do.

    `offices_keep` says that an office keeps those of its own; the others are the
    secretariat's. `period` are the columns of days that must not overlap in a scope, as
    far as `counts` says so. `rules` judge a whole record. `reserved` are columns that the
    secretariat alone changes, `by_acts` those that acts change once the record is there.
    `address` is what its address ends in.
    """

    slug: str
    title: Promise
    model: type[models.Model]
    key: tuple[str, ...]
    scope: str
    columns: tuple[Column, ...]
    offices_keep: bool = True
    period: tuple[str, str] | None = None
    counts: Callable[[Content], bool] = rules.always
    rules: tuple[Rule, ...] = ()
    reserved: tuple[str, ...] = ()
    by_acts: tuple[str, ...] = ()
    address: str = "pk"

    @property
    def owner(self) -> str:
        """The column that says whose a record is."""
        return self.scope or "office"

    def column(self, name: str) -> Column:
        """A column by its name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns by name, as rows bring them."""
        return tuple(column.name for column in self.columns)

    @property
    def said(self) -> tuple[str, ...]:
        """What a row can say of its record, whole or in pieces."""
        parts = [part for column in self.columns for part in column.parts]
        return (*self.names, *parts)

    @property
    def known(self) -> tuple[str, ...]:
        """Every field that a row may have."""
        return ("id", "base", *self.said)

    def key_of(self, content: Mapping[str, Any]) -> tuple[Any, ...]:
        """What knows the record."""
        return tuple(content.get(name) for name in self.key)

    def name_of(self, content: Mapping[str, Any]) -> str:
        """The record as people name it."""
        return " ".join(str(part) for part in self.key_of(content) if part)


SOURCE = Text("source", _("source"), limit=300, help=_("The document and the place in it."))
NOTE = Text("note", _("note"), limit=300)


def country(**options: Any) -> Reference:
    """The country of a record."""
    return Reference("country", _("country"), to="countries", **options)


def framework(*parts: str, **options: Any) -> Reference:
    """The framework of a record, in a table also by team and first day."""
    return Reference("framework", _("framework"), to="frameworks", parts=parts, **options)


def choice(name: str, label: Promise, choices: Iterable[Any], **options: Any) -> Choice:
    """One of the codes that a model knows."""
    return Choice(name, label, choices=tuple(choices), **options)


def on_record(name: str, label: Promise) -> Choice:
    """Yes, no, or nothing on record."""
    return choice(name, label, OnRecord.choices, empty=OnRecord.UNKNOWN.value)


FRAMEWORKS = RecordKind(
    "frameworks",
    _("Cooperation Frameworks"),
    CooperationFramework,
    key=("team", "starts_on"),
    scope="team",
    columns=(
        Reference("team", _("country team"), is_required=True, to="teams"),
        choice("kind", _("kind"), CooperationFramework.Kind.choices, is_required=True),
        choice(
            "place_in_sequence",
            _("place in the sequence"),
            CooperationFramework.Place.choices,
            is_required=True,
        ),
        Day("starts_on", _("first day"), is_required=True),
        Day("ends_on", _("last day"), is_required=True),
        Day(
            "original_ends_on",
            _("last day as signed"),
            help=_("Kept by itself when the last day is moved to a later one."),
        ),
        Day("signed_on", _("signed on")),
        Day("extended_on", _("extension agreed on")),
        Text("extension_note", _("note on the extension"), limit=300),
        Reference("predecessor", _("framework before"), to="frameworks"),
        Day("evaluated_on", _("final evaluation on")),
        SOURCE,
    ),
    offices_keep=False,
    period=("starts_on", "ends_on"),
    rules=(rules.keep_first_end, rules.framework_days, rules.extension, rules.predecessor),
)

ENGAGEMENTS = RecordKind(
    "engagements",
    _("Engagement in frameworks"),
    FrameworkEngagement,
    key=("framework", "valid_from"),
    scope="framework",
    columns=(
        framework("team", "framework_starts_on", is_required=True),
        Day("valid_from", _("holds from"), help=_("Empty: from before all that is on record.")),
        Day("valid_to", _("holds until"), help=_("The last day counts; empty: it holds still.")),
        choice(
            "signatory",
            _("signatory"),
            FrameworkEngagement.Signatory.choices,
            empty=FrameworkEngagement.Signatory.UNKNOWN.value,
        ),
        choice(
            "level",
            _("level of engagement"),
            FrameworkEngagement.Level.choices,
            empty=FrameworkEngagement.Level.UNKNOWN.value,
        ),
        Text("specific_contribution", _("specific contribution"), limit=LONG),
        Day("as_of", _("as of")),
        NOTE,
        SOURCE,
    ),
    period=("valid_from", "valid_to"),
    rules=(rules.engagement_days,),
)

CONTRIBUTIONS = RecordKind(
    "contributions",
    _("Contributions to analysis and design"),
    AnalysisContribution,
    key=("country", "kind", "given_on", "topic"),
    scope="country",
    columns=(
        country(is_required=True),
        choice(
            "kind",
            _("contribution to"),
            AnalysisContribution.Kind.choices,
            empty=AnalysisContribution.Kind.ANALYSIS.value,
        ),
        framework("framework_team", "framework_starts_on"),
        Day("given_on", _("given on")),
        Text("topic", _("topic"), limit=200),
        Text("unit", _("unit"), limit=120),
        NOTE,
        SOURCE,
    ),
)

PRESENCE = RecordKind(
    "presence",
    _("Presence in countries"),
    Presence,
    key=("country",),
    scope="country",
    columns=(
        country(is_required=True),
        choice("kind", _("presence"), Presence.Kind.choices, is_required=True),
        on_record("projects", _("projects in the country")),
        Text("arrangement", _("arrangement"), limit=300),
        Day("as_of", _("as of")),
        SOURCE,
    ),
)

DOCUMENTS = RecordKind(
    "programme-documents",
    _("Country programme documents"),
    CountryProgrammeDocument,
    key=("country", "generation", "starts_on"),
    scope="country",
    columns=(
        country(is_required=True),
        choice(
            "generation",
            _("generation"),
            CountryProgrammeDocument.Generation.choices,
            is_required=True,
        ),
        choice("kind", _("kind"), CountryProgrammeDocument.Kind.choices, is_required=True),
        Truth("is_interim", _("interim")),
        choice(
            "stage",
            _("stage"),
            CountryProgrammeDocument.Stage.choices,
            empty=CountryProgrammeDocument.Stage.UNKNOWN.value,
            help=_("Set when the document is entered; afterwards the acts on it change it."),
        ),
        Day("starts_on", _("first day")),
        Day("ends_on", _("last day")),
        framework("framework_team", "framework_starts_on"),
        Text("no_framework_reason", _("reason why there is no framework"), limit=300),
        choice(
            "derivation",
            _("derivation"),
            CountryProgrammeDocument.Derivation.choices,
            empty=CountryProgrammeDocument.Derivation.UNKNOWN.value,
        ),
        Day("rc_consulted_on", _("resident coordinator consulted on")),
        Day("prc_reviewed_on", _("reviewed by the Programme Review Committee on")),
        choice(
            "prc_decision",
            _("decision of the committee"),
            CountryProgrammeDocument.Decision.choices,
            empty=CountryProgrammeDocument.Decision.UNKNOWN.value,
        ),
        Day("government_signed_on", _("signed by the government on")),
        Day("approved_on", _("approved on")),
        on_record("south_south_section", _("section on South-South cooperation")),
        on_record("results_section", _("section on results")),
        on_record("lessons_section", _("section on lessons")),
        Day("interim_until", _("interim until")),
        Text("replacement_plan", _("plan for a full document"), limit=300),
        Text("extension_citation", _("extension relied on"), limit=300),
        Day("rechecked_on", _("compared with the framework again on")),
        NOTE,
        SOURCE,
    ),
    period=("starts_on", "ends_on"),
    counts=rules.in_force,
    rules=(rules.document_days, rules.stage_by_act),
    reserved=("prc_reviewed_on", "prc_decision", "approved_on"),
    by_acts=("stage",),
)


def results(owner: Column, parent: Column, *more: Column) -> tuple[Column, ...]:
    """The columns of a result in a chain."""
    return (
        owner,
        Text("code", _("code"), is_required=True, limit=40),
        choice("level", _("level"), ResultLevel.choices, is_required=True),
        parent,
        Text("statement", _("statement"), is_required=True, limit=LONG),
        Number("position", _("position"), empty=0),
        *more,
        SOURCE,
    )


FRAMEWORK_RESULTS = RecordKind(
    "framework-results",
    _("Results of frameworks"),
    FrameworkResult,
    key=("framework", "code"),
    scope="framework",
    columns=results(
        framework("team", "framework_starts_on", is_required=True),
        Parent("parent", _("part of"), help=_("The code of the result one level above.")),
    ),
)

PROGRAMME_RESULTS = RecordKind(
    "programme-results",
    _("Results of programme documents"),
    ProgrammeResult,
    key=("document", "code"),
    scope="document",
    columns=results(
        Reference(
            "document",
            _("programme document"),
            is_required=True,
            to="programme-documents",
            parts=("country", "generation", "document_starts_on"),
        ),
        Parent(
            "parent",
            _("part of"),
            within="document",
            help=_("The code of the result one level above."),
        ),
        Source(
            "derived_from",
            _("derived from"),
            help=_("The code of the result in the framework of the document."),
        ),
        Text("strategic_plan_result", _("result of the strategic plan"), limit=80),
        Text("indicator", _("indicator"), limit=300),
        Text("baseline", _("baseline"), limit=120),
        Text("target", _("target"), limit=120),
        Text("outside_justification", _("justification outside the framework"), limit=LONG),
        Day("outside_rc_noted_on", _("noted by the resident coordinator on")),
    ),
    rules=(rules.derivation,),
)

MECHANISMS = RecordKind(
    "mechanisms",
    _("Regional mechanisms"),
    RegionalMechanism,
    key=("code",),
    scope="",
    columns=(
        Text("code", _("code"), is_required=True, limit=60),
        choice("kind", _("kind"), RegionalMechanism.Kind.choices, is_required=True),
        Names(
            "names",
            _("name"),
            is_required=True,
            parts=tuple(f"name_{code.replace('-', '_')}" for code in ENGLISH_FIRST),
        ),
        Reference("office", _("office"), is_required=True, to="offices"),
        SOURCE,
    ),
    offices_keep=False,
    rules=(rules.mechanism_code,),
    address="code",
)

ROLES = RecordKind(
    "mechanism-roles",
    _("Roles in regional mechanisms"),
    MechanismRole,
    key=("mechanism", "role"),
    scope="mechanism",
    columns=(
        Reference("mechanism", _("mechanism"), is_required=True, to="mechanisms"),
        choice("role", _("role"), MechanismRole.Role.choices, is_required=True),
        Text("topic", _("topic"), limit=300),
        Text("partners", _("partners"), limit=200),
        Countries("countries", _("countries supported")),
        SOURCE,
    ),
)

WORK_PLAN_ITEMS = RecordKind(
    "work-plan-items",
    _("Items of joint work plans"),
    WorkPlanItem,
    key=("framework", "country", "year", "code"),
    scope="framework",
    columns=(
        framework("team", "framework_starts_on", is_required=True),
        country(),
        Text("plan", _("plan"), is_required=True, limit=200),
        Number("year", _("year"), is_required=True, most=2200),
        Text("priority_code", _("code of the priority"), limit=40),
        Text("priority", _("priority"), limit=LONG),
        Text("outcome_code", _("code of the outcome"), limit=40),
        Text("outcome", _("outcome"), limit=LONG),
        Text("output_code", _("code of the output"), limit=40),
        Text("output", _("output"), limit=LONG),
        Text("code", _("code"), is_required=True, limit=40),
        Text("name", _("sub-output"), is_required=True, limit=LONG),
        Texts("agencies", _("agencies")),
        Truth("names_un_habitat", _("names UN-Habitat")),
        Text("status", _("status"), limit=60),
        Money("required", _("required, in US dollars")),
        Money("available", _("available, in US dollars")),
        Money("spent", _("spent, in US dollars")),
        SOURCE,
    ),
    offices_keep=False,
)

KINDS: dict[str, RecordKind] = {
    kind.slug: kind
    for kind in (
        FRAMEWORKS,
        ENGAGEMENTS,
        CONTRIBUTIONS,
        PRESENCE,
        DOCUMENTS,
        FRAMEWORK_RESULTS,
        PROGRAMME_RESULTS,
        MECHANISMS,
        ROLES,
        WORK_PLAN_ITEMS,
    )
}
