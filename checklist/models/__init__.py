from checklist.models.amendments import Amendment
from checklist.models.answers import Answer
from checklist.models.checklists import Checklist, ChecklistItem, Pillar, ScaleLevel
from checklist.models.evidence import Evidence
from checklist.models.incoming import IncomingFile
from checklist.models.notes import ReviewNote
from checklist.models.proposals import ProposalReply
from checklist.models.rounds import ReportingRound
from checklist.models.sessions import BoardDocument, BoardSession
from checklist.models.submissions import Submission, SubmissionLine

__all__ = [
    "Amendment",
    "Answer",
    "BoardDocument",
    "BoardSession",
    "Checklist",
    "ChecklistItem",
    "Evidence",
    "IncomingFile",
    "Pillar",
    "ProposalReply",
    "ReportingRound",
    "ReviewNote",
    "ScaleLevel",
    "Submission",
    "SubmissionLine",
]
