"""The note of a round with what every page of it needs: paragraphs and figures."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from checklist.models import ReportingRound
from regions.numbers import moment
from regions.sentences import language
from reporting.models import Note, Paragraph, Publication
from reporting.papers.figures import Figures
from reporting.papers.latest import figures_of, shown
from reporting.papers.living import Pieces, look_at, marked
from reporting.papers.wording import paragraphs_of


@dataclass
class NoteScene:
    """A round, its note if it is begun, and the publication whose figures are read."""

    round: ReportingRound
    note: Note | None

    @cached_property
    def publication(self) -> Publication | None:
        """The preview, else the publication in force, else none yet."""
        return shown(self.round)

    @cached_property
    def figures(self) -> Figures | None:
        """Its figures."""
        return figures_of(self.publication)

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """In their order, with their translations."""
        return paragraphs_of(self.note) if self.note else []

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The numbers of the paragraphs that bear one."""
        numbered = [each.key for each in self.paragraphs if each.kind == Paragraph.Kind.TEXT]
        return {key: place for place, key in enumerate(numbered, 1)}

    @cached_property
    def reading(self) -> dict[str, Pieces]:
        """How each paragraph reads now."""
        return {each.key: look_at(each, self.figures).pieces(each.text) for each in self.paragraphs}

    @property
    def to_look_at(self) -> int:
        """How many paragraphs bear a mark."""
        return sum(any(marked(pieces)) for pieces in self.reading.values())

    @property
    def basis(self) -> str:
        """Where the figures are from, in one sentence."""
        if self.publication is None:
            return _("There is no preview and no publication yet: figures stand by their names.")
        at = moment(timezone.localtime(self.publication.published_at), language())
        if self.publication.is_preview:
            return _("Figures are those of the preview drawn on %(moment)s.") % {"moment": at}
        facts = {"number": self.publication.number, "moment": at}
        return _("Figures are those of publication %(number)d of %(moment)s.") % facts

    def url(self, page: str = "note-text", **codes: str) -> str:
        """A page of the note."""
        return reverse(page, kwargs={"code": self.round.code, **codes})
