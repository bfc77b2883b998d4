"""What is recorded, under which word in an address, and what a record is called in a list.

A name is made of the event's own columns and of records it refers to. Those are looked up
one by one: a join would leave out events whose target has been deleted since.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from django.db import models
from django.db.models import CharField, F, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from accounts.models import ApiToken, Membership, User
from checklist.models import (
    Amendment,
    Answer,
    BoardDocument,
    BoardSession,
    Checklist,
    ChecklistItem,
    Evidence,
    Pillar,
    ProposalReply,
    ReportingRound,
    ScaleLevel,
    Submission,
    SubmissionLine,
)
from programmes.models import (
    AlignmentRule,
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    CriterionJudgement,
    FindingDismissal,
    FrameworkEngagement,
    FrameworkResult,
    MechanismRole,
    Presence,
    ProgrammeResult,
    ReviewCriterion,
    WorkPlanItem,
)
from regions.models import (
    Country,
    CountryTeam,
    OfficeCoverage,
    RegionalMechanism,
    RegionalOffice,
    TeamMembership,
)
from reporting.models import (
    BoardRequest,
    FigureReconciliation,
    Note,
    Paragraph,
    ParagraphTranslation,
    ReplacedHeadline,
    ReportedFact,
    ReportedFigure,
    TextReview,
)

Expression = Any


def text(column: str) -> Expression:
    """A column of the event as text."""
    return Cast(F(column), TextField())


def linked(model: type[models.Model], by: str, column: str | Expression) -> Expression:
    """A column of a record that the event refers to; its number when it is gone."""
    target = model._default_manager.filter(pk=OuterRef(by)).order_by()
    found = Subquery(target.values_list(Cast(column, TextField()))[:1], output_field=TextField())
    return Coalesce(found, text(by))


def both(one: Expression | F, other: Expression | F) -> Expression:
    """Two parts of a name."""
    return Concat(one, Value(" "), other, output_field=CharField())


@dataclass(frozen=True)
class Recorded:
    """A kind of record whose changes are kept."""

    slug: str
    title: Any
    model: type[models.Model]
    name: Expression
    hidden: frozenset[str] = field(default=frozenset())

    @property
    def events(self) -> Any:
        """The events of this kind."""
        return self.model.pgh_event_model.objects  # type: ignore[attr-defined]


def of_answer(by: str) -> Expression:
    """An answer's name from its id: item and subject."""
    item = linked(Answer, by, "item__code")
    return both(item, linked(Answer, by, "subject"))


TEAM_OF_FRAMEWORK = linked(CooperationFramework, "framework_id", "team__code")

ALL: Final = (
    Recorded(
        "answers",
        _("Answer"),
        Answer,
        both(linked(ChecklistItem, "item_id", "code"), text("subject")),
    ),
    Recorded("submissions", _("Submission"), Submission, text("number")),
    Recorded(
        "submission-lines",
        _("Line of a submission"),
        SubmissionLine,
        both(text("submission_id"), text("number")),
    ),
    Recorded("amendments", _("Correction"), Amendment, of_answer("answer_id")),
    Recorded("proposal-replies", _("Reply to a proposal"), ProposalReply, of_answer("answer_id")),
    Recorded("evidence", _("Evidence"), Evidence, text("title")),
    Recorded("rounds", _("Round"), ReportingRound, text("code")),
    Recorded(
        "figures",
        _("Reported figure"),
        ReportedFigure,
        both(linked(RegionalOffice, "office_id", "code"), text("measure")),
    ),
    Recorded(
        "reconciliations",
        _("Reconciled difference"),
        FigureReconciliation,
        both(
            linked(ReportedFigure, "figure_id", "office__code"),
            linked(ReportedFigure, "figure_id", "measure"),
        ),
    ),
    Recorded(
        "requests",
        _("Request of the Board"),
        BoardRequest,
        both(linked(BoardSession, "session_id", "code"), text("number")),
    ),
    Recorded(
        "text-reviews",
        _("Review of a translation"),
        TextReview,
        both(both(text("kind"), text("key")), text("language")),
    ),
    Recorded(
        "headlines",
        _("Replaced headline"),
        ReplacedHeadline,
        both(text("section"), text("slot")),
    ),
    Recorded("facts", _("Reported fact"), ReportedFact, both(text("subject"), text("field"))),
    Recorded(
        "frameworks",
        _("Cooperation Framework"),
        CooperationFramework,
        both(linked(CountryTeam, "team_id", "code"), text("starts_on")),
    ),
    Recorded("engagement", _("Engagement in a framework"), FrameworkEngagement, TEAM_OF_FRAMEWORK),
    Recorded(
        "programme-documents",
        _("Programme document"),
        CountryProgrammeDocument,
        both(linked(Country, "country_id", "iso3"), text("generation")),
    ),
    Recorded(
        "framework-results",
        _("Result of a framework"),
        FrameworkResult,
        both(linked(CooperationFramework, "framework_id", "team__code"), text("code")),
    ),
    Recorded(
        "programme-results",
        _("Result of a programme document"),
        ProgrammeResult,
        both(linked(CountryProgrammeDocument, "document_id", "country__iso3"), text("code")),
    ),
    Recorded(
        "contributions",
        _("Contribution to an analysis"),
        AnalysisContribution,
        both(linked(Country, "country_id", "iso3"), text("kind")),
    ),
    Recorded(
        "work-plan-items",
        _("Item of a joint work plan"),
        WorkPlanItem,
        both(TEAM_OF_FRAMEWORK, text("code")),
    ),
    Recorded("alignment-rules", _("Alignment rule"), AlignmentRule, text("code")),
    Recorded(
        "dismissals",
        _("Dismissed finding"),
        FindingDismissal,
        both(text("rule_id"), text("subject")),
    ),
    Recorded("review-criteria", _("Review criterion"), ReviewCriterion, text("code")),
    Recorded(
        "judgements",
        _("Judgement of a criterion"),
        CriterionJudgement,
        both(
            linked(CountryProgrammeDocument, "document_id", "country__iso3"),
            linked(ReviewCriterion, "criterion_id", "code"),
        ),
    ),
    Recorded("presence", _("Presence"), Presence, linked(Country, "country_id", "iso3")),
    Recorded("mechanisms", _("Regional mechanism"), RegionalMechanism, text("code")),
    Recorded(
        "mechanism-roles",
        _("Role in a mechanism"),
        MechanismRole,
        both(linked(RegionalMechanism, "mechanism_id", "code"), text("role")),
    ),
    Recorded("notes", _("Note to the Board"), Note, linked(ReportingRound, "round_id", "code")),
    Recorded(
        "paragraphs",
        _("Paragraph of a note"),
        Paragraph,
        both(linked(Note, "note_id", "round__code"), text("key")),
    ),
    Recorded(
        "paragraph-translations",
        _("Translation of a paragraph"),
        ParagraphTranslation,
        both(
            linked(Paragraph, "paragraph_id", both(F("note__round__code"), F("key"))),
            text("language"),
        ),
    ),
    Recorded("offices", _("Office"), RegionalOffice, text("code")),
    Recorded("countries", _("Country"), Country, text("iso3")),
    Recorded("teams", _("Country team"), CountryTeam, text("code")),
    Recorded(
        "team-members",
        _("Country of a team"),
        TeamMembership,
        both(linked(CountryTeam, "team_id", "code"), linked(Country, "country_id", "iso3")),
    ),
    Recorded(
        "coverage",
        _("Office of a country"),
        OfficeCoverage,
        both(linked(Country, "country_id", "iso3"), linked(RegionalOffice, "office_id", "code")),
    ),
    Recorded("sessions", _("Session of the Board"), BoardSession, text("code")),
    Recorded("documents", _("Document of the Board"), BoardDocument, text("symbol")),
    Recorded("checklists", _("Checklist version"), Checklist, text("version")),
    Recorded("pillars", _("Pillar"), Pillar, text("code")),
    Recorded("items", _("Checklist item"), ChecklistItem, text("code")),
    Recorded("scale", _("Level of the response scale"), ScaleLevel, text("kind")),
    Recorded("people", _("Person"), User, text("full_name"), frozenset({"is_superuser"})),
    Recorded(
        "memberships",
        _("Membership of an office"),
        Membership,
        both(linked(User, "user_id", "full_name"), linked(RegionalOffice, "office_id", "code")),
    ),
    Recorded("tokens", _("API token"), ApiToken, text("name"), frozenset({"key"})),
)
KINDS: Final = {kind.slug: kind for kind in ALL}
