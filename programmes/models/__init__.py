from programmes.models.alignment import AlignmentRule, FindingDismissal, Severity
from programmes.models.contributions import AnalysisContribution
from programmes.models.criteria import CriterionJudgement, ReviewCriterion
from programmes.models.engagement import FrameworkEngagement, engagement_on
from programmes.models.frameworks import CooperationFramework
from programmes.models.incoming import IncomingTable
from programmes.models.mechanisms import MechanismRole
from programmes.models.presence import Presence
from programmes.models.programme_documents import CountryProgrammeDocument
from programmes.models.results import FrameworkResult, ProgrammeResult, ResultLevel
from programmes.models.work_plans import WorkPlanItem

__all__ = [
    "AlignmentRule",
    "AnalysisContribution",
    "CooperationFramework",
    "CountryProgrammeDocument",
    "CriterionJudgement",
    "FindingDismissal",
    "FrameworkEngagement",
    "FrameworkResult",
    "IncomingTable",
    "MechanismRole",
    "Presence",
    "ProgrammeResult",
    "ResultLevel",
    "ReviewCriterion",
    "Severity",
    "WorkPlanItem",
    "engagement_on",
]
