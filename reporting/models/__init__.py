from reporting.models.facts import ReportedFact
from reporting.models.figures import ReportedFigure
from reporting.models.publications import Publication, PublicationNotice, PublicationSection

__all__ = [
    "Publication",
    "PublicationNotice",
    "PublicationSection",
    "ReportedFact",
    "ReportedFigure",
]
