"""The papers of a publication: which there are, in which languages and forms, and what is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from regions.foreign import direction
from regions.languages import CODES
from reporting.pages.editions import Reading
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, named, trail
from reporting.pages.words import day, in_order
from reporting.papers.kinds import CHECKLIST, COUNTRY, NOTE, OFFICE, PaperName

Row = Mapping[str, Any]
NAMES: Final = dict(settings.LANGUAGES)
LABELS: Final = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}


@dataclass(frozen=True)
class Issue:
    """The newest issue of the note in a language."""

    number: int
    on: str


Sizes = Mapping[tuple[str, str, str], int]
"""Bytes of what was made before, by paper, language and form."""


@dataclass(frozen=True)
class PaperLink:
    """A paper in one form: where it is, and how large where it was made before."""

    label: str
    url: str
    size: str = ""


@dataclass(frozen=True)
class PaperLine:
    """A paper in one language, or of one office or country."""

    name: str
    language: str
    direction: str
    note: str
    read: str
    links: Sequence[PaperLink]


@dataclass(frozen=True)
class PapersPage:
    """All papers of a publication."""

    head: Head
    notes: Sequence[PaperLine]
    checklists: Sequence[PaperLine]
    offices: Sequence[PaperLine]
    countries: Sequence[PaperLine]


def papers_page(reading: Reading, issues: Mapping[str, Issue], sizes: Sizes) -> PapersPage:
    """The note and the checklist in six languages, briefings in the reader's."""
    shelf = Shelf(reading, sizes)
    section = reading.section
    offices = {code: named(row) for code, row in section["offices"].items()}
    countries = {code: named({"names": names}) for code, names in section["countries"].items()}
    return PapersPage(
        head=head(reading, notes_title(issues)),
        notes=[shelf.note(code, issues.get(code)) for code in CODES],
        checklists=[shelf.line(PaperName(CHECKLIST), code) for code in CODES],
        offices=list(shelf.briefings(OFFICE, offices)),
        countries=list(shelf.briefings(COUNTRY, countries)),
    )


def head(reading: Reading, title: str) -> Head:
    """What there is to take along."""
    return Head(
        title=_("Papers"),
        headline=reading.says("page", title, len(CODES)),
        lead=_(
            "Each paper names this publication and its checksum, and every figure in it is the "
            "publication’s. A paper is made when it is first asked for and kept: the same bytes "
            "ever after."
        ),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Papers"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def notes_title(issues: Mapping[str, Issue]) -> str:
    """In how many languages the note was issued."""
    if not issues:
        return _("The note by the secretariat has not been issued yet; the checklist is ready")
    words = ngettext(
        "The note by the secretariat is issued in %(n)s of six languages",
        "The note by the secretariat is issued in %(n)s of six languages",
        len(issues),
    )
    return words % {"n": len(issues)}


@dataclass(frozen=True)
class Shelf:
    """The papers of one publication, those that were made and those that can be."""

    reading: Reading
    sizes: Sizes

    def note(self, code: str, issue: Issue | None) -> PaperLine:
        """The note in a language, if it was issued in it."""
        if issue is None:
            return PaperLine(str(NAMES[code]), code, direction(code), _("not issued"), "", ())
        issued = _("issued on %(day)s") % {"day": day(issue.on)}
        again = _("issue %(number)s, %(day)s") % {"number": issue.number, "day": day(issue.on)}
        with override(code):
            read = self.reading.to("note")
        said = again if issue.number > 1 else issued
        return self.line(PaperName(NOTE), code, note=said, read=read)

    def briefings(self, kind: str, names: Mapping[str, str]) -> Iterator[PaperLine]:
        """The briefings of offices or countries by name, in the reader's language."""
        language = get_language() or "en"
        for code, name in sorted(names.items(), key=lambda each: in_order(each[1])):
            yield self.line(PaperName(kind, code), language, name=name)

    def line(
        self, paper: PaperName, language: str, *, name: str = "", note: str = "", read: str = ""
    ) -> PaperLine:
        """A paper with its forms."""
        links = self.links(paper, language)
        shown = name or str(NAMES[language])
        return PaperLine(shown, "" if name else language, direction(language), note, read, links)

    def links(self, paper: PaperName, language: str) -> list[PaperLink]:
        """Every form of a paper."""
        return [self.link(paper, language, form) for form in paper.forms]

    def link(self, paper: PaperName, language: str, form: str) -> PaperLink:
        """One form of a paper."""
        size = self.sizes.get((str(paper), language, form))
        codes = {"paper": str(paper), "form": form}
        url = self.reading.to("paper", {"language": language}, **codes)
        return PaperLink(LABELS[form], url, filesizeformat(size) if size else "")


@dataclass(frozen=True)
class Taken:
    """What can be taken along from a page: a paper by its name, in the reader's language."""

    name: str
    links: Sequence[PaperLink]


def taken(reading: Reading, paper: PaperName, name: str = "") -> Taken:
    """A paper in its forms."""
    return Taken(name, Shelf(reading, {}).links(paper, get_language() or "en"))
