"""What a loader tells the person who ran it."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from regions.loading.runs import Report


def told(reports: Iterable[Report]) -> Iterator[str]:
    """A line of counts for each dataset, and below it each row that wants attention."""
    for report in reports:
        yield _(
            "%(name)s: %(added)d added, %(updated)d updated, "
            "%(unchanged)d unchanged, %(vanished)d vanished"
        ) % {**vars(report), "vanished": len(report.vanished)}
        yield from _details(report)


def _details(report: Report) -> Iterator[str]:
    for words, keys in (
        (_("no longer in the file, kept here: %s"), report.vanished),
        (_("removed here, not added again: %s"), report.removed),
        (_("entered here before the file had it, kept as entered: %s"), report.kept),
        (_("changed here and in the file, now as in the file: %s"), report.overwritten),
        (_("left out, refers to something removed here: %s"), report.left_out),
        (_("taken out, nobody was asked it: %s"), report.dropped),
    ):
        for key in keys:
            yield "  " + words % key
