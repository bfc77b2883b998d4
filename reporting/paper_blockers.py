"""What stands in the way of making a paper."""

from django.utils.translation import gettext as _

from accounts.refusals import Blocker
from regions.foreign import language_name
from reporting.models import IssuedNote, Publication
from reporting.papers import fonts
from reporting.papers.kinds import NOTE, PDF, PaperName


def to_make(publication: Publication, paper: PaperName, language: str, form: str) -> list[Blocker]:
    """Asked before any work is done."""
    return [
        *_no_fonts(language if form == PDF else ""),
        *(_not_issued(publication, language) if paper.kind == NOTE else ()),
    ]


def _no_fonts(language: str) -> list[Blocker]:
    packages = fonts.missing(language) if language else []
    words = _("The server lacks the fonts for %(language)s. Install: %(packages)s.")
    facts = {"language": language_name(language), "packages": ", ".join(packages)}
    return [Blocker("fonts_missing", words % facts)] if packages else []


def _not_issued(publication: Publication, language: str) -> list[Blocker]:
    if IssuedNote.objects.filter(publication=publication, language=language).exists():
        return []
    words = _("The note has not been issued in %(language)s.")
    return [Blocker("note_not_issued", words % {"language": language_name(language)})]
