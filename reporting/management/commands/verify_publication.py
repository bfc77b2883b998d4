from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import QuerySet

from reporting.models import Publication
from reporting.verifying import verify
from reporting.verifying_papers import check_papers


class Command(BaseCommand):
    """Recompute the digests of one publication or of all: file, sections, lists, papers."""

    help = "Recompute the digests of a publication (2025/1), or of all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("publication", nargs="?", help="round/number, such as 2025/1")

    def handle(self, *args: Any, **options: Any) -> None:
        broken = [each for each in chosen(options["publication"]) if not self.holds(each)]
        if broken:
            raise CommandError(f"{len(broken)} of the publications do not hold.")

    def holds(self, publication: Publication) -> bool:
        """Say of one publication whether it holds, and what does not."""
        found, papers = verify(publication), dict(check_papers(publication))
        broken = [f"Paper {name} does not have its digest." for name in papers if not papers[name]]
        faults = [*found.faults, *broken]
        self.stdout.write(
            f"{publication.round.code}/{publication.number} {publication.sha256} "
            f"{'differs' if faults else 'holds'}: file, {found.sections} sections, "
            f"{found.lists} lists, {len(papers)} kept papers"
        )
        for fault in faults:
            self.stderr.write(f"  {fault}")
        return not faults


def chosen(name: str | None) -> QuerySet[Publication]:
    """The publication of that name, or all of them."""
    found = Publication.objects.select_related("round").order_by("round__code", "number")
    if name is None:
        return found
    round_code, _, number = name.partition("/")
    found = found.filter(round__code=round_code, number=number if number.isdigit() else -1)
    if not found:
        raise CommandError(f"There is no publication {name}.")
    return found
