"""From which figures a text in work is read: the preview, the publication, or none yet."""

from checklist.models import ReportingRound
from reporting.models import Publication
from reporting.models.publications import PublicationQuerySet
from reporting.papers.figures import Figures
from reporting.papers.reading import Source


def standing(round_: ReportingRound) -> Publication | None:
    """The publication of the round that is in force, the last one where it was corrected."""
    return light(Publication.objects.in_force().filter(round=round_)).order_by("-number").first()


def shown(round_: ReportingRound) -> Publication | None:
    """What a text is read with now: a preview drawn after the publication, else that one.

    Publishing throws the preview away, so that one which is there is the newer of the two.
    """
    return light(Publication.previews.filter(round=round_)).first() or standing(round_)


def light(rows: PublicationQuerySet) -> PublicationQuerySet:
    """Publications whose figures have names, without their files."""
    named = rows.filter(sections__key="papers")
    return named.select_related("round").defer("canonical", "manifest")


def figures_of(publication: Publication | None) -> Figures | None:
    """The figures of a publication; its section is read in one query."""
    if publication is None:
        return None
    source = Source(publication)
    return Figures(source.section("papers").section, source)
