"""Make the papers of a publication before anybody asks; what was made before stays as it is."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.refusals import Blocked
from regions.languages import CODES
from reporting.models import Publication
from reporting.papers.kinds import CHECKLIST, COUNTRY, NOTE, OFFICE, PaperName
from reporting.papers.making import kept, kept_or_made
from reporting.papers.printers import NotPrinted
from reporting.papers.turns import StillMaking

Wanted = tuple[PaperName, str, str]
WAIT = 120.0


class Command(BaseCommand):
    """The note where it was issued and the checklist, in six languages; briefings on demand."""

    help = "Make the papers of the latest publication, or of one (2025/1), and keep them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("publication", nargs="?", help="round/number, such as 2025/1")
        parser.add_argument("--briefings", action="store_true", help="of offices and countries too")

    def handle(self, *args: Any, **options: Any) -> None:
        publication = chosen(options["publication"])
        missing = [
            each
            for each in wanted(publication, briefings=options["briefings"])
            if kept(publication, *each) is None
        ]
        failed = [
            each
            for place, each in enumerate(missing, 1)
            if not self.makes(publication, place, each, len(missing))
        ]
        if failed:
            raise CommandError(f"{len(failed)} of {len(missing)} papers were not made.")

    def makes(self, publication: Publication, place: int, each: Wanted, total: int) -> bool:
        """Make one paper and say so; a refusal is said in its words, and the next is made."""
        paper, language, form = each
        try:
            file = kept_or_made(publication, paper, language, form, seconds=WAIT)
        except (Blocked, NotPrinted, StillMaking) as failure:
            self.stderr.write(f"{place}/{total} {paper} {language} {form}: {failure.message}")
            return False
        self.stdout.write(f"{place}/{total} {paper} {language} {form}: {file.size} bytes")
        return True


def wanted(publication: Publication, *, briefings: bool) -> Iterator[Wanted]:
    """The papers in their order: the note, the checklist, briefings last."""
    issued = set(publication.notes.values_list("language", flat=True))
    names = [PaperName(NOTE), PaperName(CHECKLIST)]
    for paper in [*names, *(briefed(publication) if briefings else ())]:
        for language in CODES:
            if paper.kind != NOTE or language in issued:
                yield from ((paper, language, form) for form in paper.forms)


def briefed(publication: Publication) -> Iterator[PaperName]:
    """Every office and country that the publication has a page of."""
    keys = publication.sections.order_by("key").values_list("key", flat=True)
    for key in keys:
        kind, _colon, code = key.partition(":")
        if kind in {OFFICE, COUNTRY}:
            yield PaperName(kind, code)


def chosen(name: str | None) -> Publication:
    """The publication of that name, or the latest in force."""
    found = Publication.objects.in_force().latest_first().select_related("round__session")
    if name:
        code, _slash, number = name.partition("/")
        found = found.filter(round__code=code, number=number if number.isdigit() else -1)
    publication = found.defer("canonical", "manifest").first()
    if publication is None:
        raise CommandError(f"There is no publication {name or 'in force'}.")
    return publication
