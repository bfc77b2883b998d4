"""The list of publications, and one of them: how to read, cite and check it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.models import Publication
from reporting.pages.correction import Corrected, corrected
from reporting.pages.editions import Edition
from reporting.pages.head import Head, Notice
from reporting.pages.parts import Crumb, Fact, Link, named
from reporting.pages.words import day


@dataclass(frozen=True)
class PublicationRow:
    """A publication in the list."""

    name: str
    url: str
    round: str
    session: str
    published_at: str
    statement: str
    corrects: str
    corrected_by: str
    note: str
    withdrawn_because: str
    sha256: str
    verification: str
    is_demonstration: bool


@dataclass(frozen=True)
class PublicationsPage:
    """All publications."""

    head: Head
    rows: list[PublicationRow]


def publications_page(publications: Sequence[Publication]) -> PublicationsPage:
    """The newest first."""
    words = ngettext(
        "%(n)s publication, unchanged since it was made",
        "%(n)s publications, each unchanged since it was made",
        len(publications),
    )
    head = Head(
        title=_("Publications"),
        headline=words % {"n": len(publications)},
        lead=_(
            "A published round never changes. A correction is a new publication with its own "
            "number, and the one before keeps its address."
        ),
        crumbs=[Crumb(_("Overview"), reverse("overview")), Crumb(_("Publications"))],
    )
    return PublicationsPage(head, [publication_row(each) for each in publications])


def publication_row(publication: Publication) -> PublicationRow:
    """One publication."""
    session = publication.round.session
    return PublicationRow(
        name=publication_name(publication),
        url=address(publication),
        round=publication.round.code,
        session=named({"names": session.names}) if session else "",
        published_at=publication.published_at.isoformat(),
        statement=publication.statement,
        corrects=publication_name(publication.corrects) if publication.corrects else "",
        corrected_by=corrected_by(publication),
        note=publication.note,
        withdrawn_because=withdrawal(publication),
        sha256=publication.sha256,
        verification=edition_of(publication).verification,
        is_demonstration=publication.is_demonstration,
    )


def publication_name(publication: Publication) -> str:
    """The publication as it is cited."""
    facts = {"round": publication.round.code, "number": publication.number}
    return _("Round %(round)s, publication %(number)s") % facts


def corrected_by(publication: Publication) -> str:
    """The publication in force that corrects it, by its name."""
    later = publication.corrected_by  # type: ignore[attr-defined]  # an annotation of the query
    if later is None:
        return ""
    facts = {"round": publication.round.code, "number": later}
    return _("Round %(round)s, publication %(number)s") % facts


def address(publication: Publication) -> str:
    """Its permanent address."""
    codes = {"round": publication.round.code, "number": publication.number}
    return reverse("publication", kwargs=codes)


def withdrawal(publication: Publication) -> str:
    """Why it was withdrawn, if it was."""
    return next((notice.reason for notice in publication.notices.all()), "")


@dataclass(frozen=True)
class PublicationPage:
    """One publication."""

    head: Head
    statement: str
    note: str
    corrects: str
    changed: Corrected | None
    pages: list[Link]
    citation: list[Fact]
    edition: Edition
    withdraw_url: str


def publication_page(publication: Publication, *, may_withdraw: bool) -> PublicationPage:
    """What it is, what it corrects, what is in it, and how to check it."""
    name = publication_name(publication)
    head = Head(
        title=name,
        headline=finding(publication, name),
        lead=publication.statement,
        crumbs=[
            Crumb(_("Overview"), reverse("overview")),
            Crumb(_("Publications"), reverse("publications")),
            Crumb(name),
        ],
        facts=facts(publication),
        notices=notices(publication),
    )
    return PublicationPage(
        head=head,
        statement=publication.statement,
        note=publication.note,
        corrects=publication_name(publication.corrects) if publication.corrects else "",
        changed=changed(publication),
        pages=pages(publication),
        citation=citation(publication),
        edition=edition_of(publication),
        withdraw_url=withdraw_url(publication) if may_withdraw else "",
    )


def changed(publication: Publication) -> Corrected | None:
    """What it says otherwise than the one it corrects, as it was cut when it was published."""
    body = publication.correction  # type: ignore[attr-defined]  # an annotation of the query
    return corrected(json.loads(body), edition_of(publication)) if body else None


def withdraw_url(publication: Publication) -> str:
    """Where it is withdrawn, unless it is already."""
    if withdrawal(publication):
        return ""
    codes = {"round": publication.round.code, "number": publication.number}
    return reverse("withdraw", kwargs=codes)


def facts(publication: Publication) -> list[Fact]:
    """Round, session, day, and what it corrects."""
    session, corrected = publication.round.session, publication.corrects
    found = [
        Fact(_("Round"), publication.round.code),
        Fact(_("Published"), day(publication.published_at.date().isoformat())),
    ]
    if session:
        found.append(Fact(_("Session"), named({"names": session.names})))
    if corrected:
        found.append(Fact(_("Corrects"), publication_name(corrected), address(corrected)))
    return found


def citation(publication: Publication) -> list[Fact]:
    """How to cite it."""
    cited = _("UN-Habitat, Compliance with the UNSDG reform checklist, %(name)s, %(day)s.")
    words = {
        "name": publication_name(publication),
        "day": day(publication.published_at.date().isoformat()),
    }
    place = address(publication)
    return [Fact(_("Permanent address"), place, place), Fact(_("Cite as"), cited % words)]


def finding(publication: Publication, name: str) -> str:
    """What became of it since."""
    if withdrawal(publication):
        return _("%(name)s was withdrawn") % {"name": name}
    if corrected_by(publication):
        return _("%(name)s was corrected") % {"name": name}
    return _("%(name)s has not been corrected") % {"name": name}


def notices(publication: Publication) -> list[Notice]:
    """That it was withdrawn, or corrected by a later one."""
    reason, later = withdrawal(publication), corrected_by(publication)
    if reason:
        closed = _("Only the secretariat can still read it. Reason: %(reason)s")
        title = _("This publication was withdrawn")
        return [Notice("stop", title, closed % {"reason": reason})]
    if not later:
        return []
    number = publication.corrected_by  # type: ignore[attr-defined]
    place = reverse("publication", kwargs={"round": publication.round.code, "number": number})
    title = _("This publication was corrected by %(name)s") % {"name": later}
    note = publication.correction_note  # type: ignore[attr-defined]
    return [Notice("warn", title, note, [Link(_("Read the correction"), place)])]


def pages(publication: Publication) -> list[Link]:
    """The pages of this publication."""
    edition = edition_of(publication)
    names = [
        (_("Overview"), "overview"),
        (_("What changed"), "changes"),
        (_("Pillars"), "pillars"),
        (_("Constraints"), "constraints"),
        (_("Answers"), "answers"),
        (_("Offices"), "offices"),
        (_("Countries"), "countries"),
        (_("Country teams"), "teams"),
        (_("Frameworks"), "frameworks"),
        (_("Specific contribution"), "contributions"),
        (_("Programme documents"), "programme-documents"),
        (_("Findings"), "findings"),
        (_("Mechanisms"), "mechanisms"),
        (_("Requests of the Board"), "requests"),
        (_("Documents"), "documents"),
        (_("Papers"), "papers"),
        (_("Method"), "method"),
    ]
    return [Link(label, edition.to(name)) for label, name in names]


def edition_of(publication: Publication) -> Edition:
    """The publication as its own pages are addressed."""
    return Edition(
        round=publication.round.code,
        number=publication.number,
        sha256=publication.sha256,
        published_at=publication.published_at.isoformat(),
        is_demonstration=publication.is_demonstration,
        is_named=True,
        is_preview=publication.is_preview,
    )
