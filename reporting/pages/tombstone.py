"""What stands at the address of a withdrawn publication."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from reporting.models import Publication, PublicationNotice
from reporting.pages.head import Head
from reporting.pages.parts import Crumb, Fact, Link
from reporting.pages.publications import address, edition_of, publication_name
from reporting.pages.words import day


@dataclass(frozen=True)
class Tombstone:
    """A publication that was withdrawn: what it was, why it went, and what is in force."""

    head: Head
    reason: str
    checksum: str
    instead: Link | None


def tombstone_page(
    publication: Publication, notice: PublicationNotice, in_force: Publication | None
) -> Tombstone:
    """Enough to know that a citation is of this one, and where to go instead."""
    name = publication_name(publication)
    facts = {"round": publication.round.code, "number": publication.number}
    head = Head(
        title=name,
        headline=_("Publication %(round)s/%(number)s was withdrawn") % facts,
        lead=_("It was wrong to be read, and can no longer be read here."),
        crumbs=[
            Crumb(_("Overview"), reverse("overview")),
            Crumb(_("Publications"), reverse("publications")),
            Crumb(name),
        ],
        facts=[
            Fact(_("Round"), publication.round.code),
            Fact(_("Publication"), publication.number),
            Fact(_("Published"), day(publication.published_at.date().isoformat())),
            Fact(_("Withdrawn"), day(notice.made_at.date().isoformat())),
        ],
    )
    instead = Link(publication_name(in_force), address(in_force)) if in_force else None
    return Tombstone(head, notice.reason, edition_of(publication).checksum, instead)
