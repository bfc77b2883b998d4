from reporting.models.facts import ReportedFact
from reporting.models.figures import ReportedFigure
from reporting.models.publications import Publication, PublicationNotice, PublicationSection
from reporting.models.reconciliations import FigureReconciliation

__all__ = [
    "FigureReconciliation",
    "Publication",
    "PublicationNotice",
    "PublicationSection",
    "ReportedFact",
    "ReportedFigure",
]
