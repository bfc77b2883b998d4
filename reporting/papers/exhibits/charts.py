"""Charts: the verdicts of each pillar and of each office as stacked bars."""

from django.utils.translation import gettext as _

from checklist.compliance import Tally
from reporting.pages.offices import offices_page
from reporting.pages.parts import area, titled
from reporting.pages.pillars import pillars_head
from reporting.pages.verdicts import IN_SHARES, verdict_word
from reporting.papers.blocks import Bar, Chart
from reporting.papers.exhibits.cells import formula, said
from reporting.papers.reading import Source
from reporting.scorecards import from_record


def pillars(source: Source) -> Chart:
    """The verdicts of each pillar."""
    reading = source.section("pillars")
    bars = tuple(bar(titled(row), from_record(row["tally"])) for row in reading.section["pillars"])
    return chart(str(pillars_head(reading).headline), bars)


def offices(source: Source) -> Chart:
    """The verdicts of each office."""
    reading = source.section("offices")
    bars = tuple(bar(area(row), from_record(row["tally"])) for row in reading.section["offices"])
    return chart(str(offices_page(reading).head.headline), bars)


def bar(name: str, tally: Tally) -> Bar:
    """One bar: the verdicts that a share counts, and the share at its end."""
    return Bar(name, tuple(getattr(tally, kind) for kind in IN_SHARES), said(tally))


def chart(finding: str, bars: tuple[Bar, ...]) -> Chart:
    """Stacked bars under a finding; who cannot see them hears the share of each."""
    return Chart(
        caption=finding,
        alt="; ".join(_("%(name)s: %(share)s") % {"name": b.label, "share": b.said} for b in bars),
        parts=tuple(verdict_word(kind) for kind in IN_SHARES),
        bars=bars,
        note=formula(),
    )
