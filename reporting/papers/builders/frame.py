"""What all papers of a publication share: the mark of a demonstration, the foot, the day, its name.

A paper names the publication it grew out of and its checksum on every sheet, so that any number
on it can be looked up, and nobody takes it for another one (standards of the Board's papers).
"""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reporting.pages.publications import publication_name
from reporting.pages.words import day
from reporting.papers.blocks import SMALL, Block, Document, Paragraph, Run, words
from reporting.papers.reading import Source


def framed(source: Source, *, title: str, blocks: tuple[Block, ...], **fields: Any) -> Document:
    """A paper of the publication in the language that is active."""
    found = {"symbol": "", "made_on": made_on(source), **fields}
    return Document(
        language=get_language() or "en",
        title=title,
        blocks=blocks,
        foot=foot(source),
        mark=mark(source),
        keywords=tuple(each for each in (found["symbol"], name(source)) if each),
        **found,
    )


def mark(source: Source) -> str:
    """What every sheet says where the data are made up; nothing where they are real."""
    return _("Demonstration data.") if source.publication.is_demonstration else ""


def foot(source: Source) -> str:
    """The publication with its checksum, for the foot of every sheet."""
    return f"{name(source)} · SHA-256 {source.publication.sha256}"


def name(source: Source) -> str:
    """The publication as it is cited."""
    return publication_name(source.publication)


def made_on(source: Source) -> str:
    """The day that the paper bears: that of the publication, whenever it is made."""
    return source.publication.published_at.date().isoformat()


def published_on(source: Source) -> str:
    """The same in words."""
    return day(source.publication.published_at.isoformat())


def address(source: Source) -> str:
    """Where the publication stands for good; that of a preview, where it would stand."""
    return f"{settings.SITE_URL}{source.edition.permanent_address}"


def basis(source: Source) -> tuple[Block, ...]:
    """From which publication the paper was made, where that stands, and how to check it."""
    told = _("Made from %(publication)s, published on %(day)s. Its permanent address:")
    facts = {"publication": name(source), "day": published_on(source)}
    place = Run(address(source), url=address(source))
    stated = Paragraph((Run(told % facts), Run(" "), place), style=SMALL)
    return (stated, Paragraph(words(invented()), style=SMALL)) if mark(source) else (stated,)


def invented() -> str:
    """What of a demonstration is made up, in the words of its pages."""
    return _(
        "Answers, statuses and country-level engagement are invented. Framework dates and figures "
        "marked with a document symbol come from published documents."
    )
