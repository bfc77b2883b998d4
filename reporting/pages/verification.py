"""Whether a publication holds, said to every reader, and how to find that out without us."""

import re
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.numbers import moment
from regions.sentences import language
from reporting.models import Publication
from reporting.pages.head import Head
from reporting.pages.parts import Crumb, Fact
from reporting.pages.publications import (
    address,
    edition_of,
    publication_name,
    withdrawal,
)
from reporting.pages.words import day, number
from reporting.verifying import Verification

ANY_TEXT: Final = re.compile(r".{0,300}", re.DOTALL)
"""What people paste from a paper: groups, line ends, capitals."""


@dataclass(frozen=True)
class Asked:
    """A checksum as somebody typed it, and as it is compared."""

    text: str

    @property
    def digest(self) -> str:
        """Without spaces, colons and capitals."""
        return re.sub(r"[\s:\u00a0\u202f]", "", self.text).lower()

    @property
    def is_digest(self) -> bool:
        """Whether it can be a SHA-256 at all."""
        return bool(re.fullmatch(r"[0-9a-f]{64}", self.digest))


@dataclass(frozen=True)
class Check:
    """What was computed anew, and whether it is as it was sealed."""

    name: str
    found: str
    holds: bool


@dataclass(frozen=True)
class VerificationPage:
    """One publication, checked now."""

    head: Head
    holds: bool
    checks: list[Check]
    checksum: str
    sha256: str
    file: str
    file_name: str
    asked: Asked
    answer: str
    answer_kind: str
    answer_url: str


def verification_page(
    publication: Publication, found: Verification, asked: Asked, known: Publication | None
) -> VerificationPage:
    """The result first, then what was looked at, then how anybody can look again."""
    edition = edition_of(publication)
    kind, words = answer(publication, asked, known)
    return VerificationPage(
        head=head(publication, found),
        holds=found.holds,
        checks=checks(found),
        checksum=edition.checksum,
        sha256=publication.sha256,
        file=edition.download,
        file_name=f"habitat-reform-{publication.round.code}-{publication.number}.json",
        asked=asked,
        answer=words,
        answer_kind=kind,
        answer_url=address(known) if known else "",
    )


def head(publication: Publication, found: Verification) -> Head:
    """That it holds, or that it does not."""
    name = publication_name(publication)
    facts = {"round": publication.round.code, "number": publication.number}
    holds = _("Publication %(round)s/%(number)s is as it was sealed") % facts
    differs = _("Publication %(round)s/%(number)s is not as it was sealed") % facts
    return Head(
        title=_("Verification"),
        headline=holds if found.holds else differs,
        crumbs=[
            Crumb(_("Publications"), reverse("publications")),
            Crumb(name, address(publication)),
            Crumb(_("Verification")),
        ],
        facts=[
            Fact(_("Publication"), name, address(publication)),
            Fact(_("Published"), day(publication.published_at.date().isoformat())),
            Fact(_("Verification"), moment(timezone.localtime(found.at), language())),
        ],
    )


def checks(found: Verification) -> list[Check]:
    """File, sections and lists; where something differs, each difference in words."""
    if not found.holds:
        return [Check(_("Does not hold"), fault, False) for fault in found.faults]
    sections = ngettext("%(n)s section", "%(n)s sections", found.sections)
    lists = ngettext("%(n)s list", "%(n)s lists", found.lists)
    return [
        Check(_("The file"), _("Its SHA-256 is the one below."), True),
        Check(
            sections % {"n": number(found.sections)},
            _("Each page’s part has the digest that stands in the file."),
            True,
        ),
        Check(
            lists % {"n": number(found.lists)},
            _("The rows of each list have the digest that stands in the file."),
            True,
        ),
    ]


def answer(publication: Publication, asked: Asked, known: Publication | None) -> tuple[str, str]:
    """Whose a checksum from a paper is, as a kind of banner and words."""
    if not asked.text:
        return "", ""
    if not asked.is_digest:
        return "warn", _("A SHA-256 has 64 digits and letters from a to f; this has not.")
    if known is None:
        return "stop", _("No publication of this site has this checksum.")
    if withdrawal(known):
        words = _("This is the checksum of %(name)s, which was withdrawn.")
        return "warn", words % {"name": publication_name(known)}
    if known.pk == publication.pk:
        return "ok", _("This is the checksum of this publication.")
    return "note", _("This is the checksum of %(name)s.") % {"name": publication_name(known)}
