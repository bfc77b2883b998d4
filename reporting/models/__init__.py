from reporting.models.facts import ReportedFact
from reporting.models.figures import ReportedFigure
from reporting.models.headlines import ReplacedHeadline
from reporting.models.papers import (
    IssuedNote,
    Note,
    PaperFile,
    Paragraph,
    ParagraphTranslation,
)
from reporting.models.publications import Publication, PublicationNotice, PublicationSection
from reporting.models.reconciliations import FigureReconciliation
from reporting.models.requests import BoardRequest
from reporting.models.reviews import TextReview
from reporting.models.rows import PublicationRow

__all__ = [
    "BoardRequest",
    "FigureReconciliation",
    "IssuedNote",
    "Note",
    "PaperFile",
    "Paragraph",
    "ParagraphTranslation",
    "Publication",
    "PublicationNotice",
    "PublicationRow",
    "PublicationSection",
    "ReplacedHeadline",
    "ReportedFact",
    "ReportedFigure",
    "TextReview",
]
