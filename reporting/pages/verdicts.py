"""The distribution of verdicts: a large bar over a small one, and the table of the numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from checklist.compliance import Tally, Verdict
from regions import numbers
from regions.charts import Lettered, lettered, round_half_up
from regions.languages import in_language
from regions.templatetags.marks import VERDICTS
from reporting import headlines
from reporting.changes import NOT_COMPARED, Change, Wording
from reporting.pages.editions import Reading
from reporting.scorecards import as_record

IN_SHARES = (Verdict.FULL, Verdict.PARTIAL, Verdict.NOT_STARTED, Verdict.NOT_ASSESSED)


@dataclass(frozen=True)
class VerdictRow:
    """One verdict: what it means, how many answers, which share, and the change."""

    kind: str
    meaning: str
    answers: int
    share: Decimal | None
    answers_before: int | None
    share_before: Decimal | None
    change: Change | None
    url: str


@dataclass(frozen=True)
class Distribution:
    """The chart and its table."""

    title: str
    sentence: str
    now_name: str
    before_name: str
    now: list[Lettered]
    before: list[Lettered]
    rows: list[VerdictRow]
    total: int
    total_before: int | None
    total_url: str
    not_applicable: VerdictRow


def distribution(
    reading: Reading, now: Tally, before: Tally | None, wording: Wording
) -> Distribution:
    """The verdicts now over those before."""
    counts = as_record(now)
    return Distribution(
        title=reading.says("verdicts", headlines.in_words(now), *as_record(now).values()),
        sentence=_("Stacked bars of the verdicts; the table below holds the numbers"),
        now_name=reading.round,
        before_name=reading.round_before,
        now=lettered(counts, letters(now), rtl=reading.rtl),
        before=lettered(as_record(before), letters(before), rtl=reading.rtl) if before else [],
        rows=[row(reading, kind, now, before, wording) for kind in IN_SHARES],
        total=now.counted,
        total_before=before.counted if before else None,
        total_url=reading.to("answers", {"kind": "counted"}),
        not_applicable=row(reading, Verdict.NOT_APPLICABLE, now, before, wording),
    )


def letters(tally: Tally) -> dict[str, str]:
    """The words over the large bar: verdict and share."""
    return {
        kind: _("%(verdict)s %(share)s")
        % {"verdict": verdict_word(kind), "share": share_text(getattr(tally, kind), tally.counted)}
        for kind in IN_SHARES
    }


def share_text(part: int, whole: int) -> str:
    """A share as the language writes it."""
    found = share_of(part, whole)
    return numbers.DASH if found is None else numbers.per_cent(found, get_language() or "en")


def share_of(part: int, whole: int) -> Decimal | None:
    """A part of a whole in whole hundredths."""
    return Decimal(round_half_up(100 * part, whole)) / 100 if whole else None


def row(
    reading: Reading, kind: str, now: Tally, before: Tally | None, wording: Wording
) -> VerdictRow:
    """One verdict in the table; not applicable has no share."""
    counts_as_share = kind in IN_SHARES
    share = share_of(getattr(now, kind), now.counted) if counts_as_share else None
    share_before = None
    if before and counts_as_share:
        share_before = share_of(getattr(before, kind), before.counted)
    return VerdictRow(
        kind=str(kind),
        meaning=meaning(reading.section["scale"], kind),
        answers=getattr(now, kind),
        share=share,
        answers_before=getattr(before, kind) if before else None,
        share_before=share_before,
        change=verdict_change(kind, share, share_before, wording),
        url=reading.to("answers", {"kind": str(kind)}),
    )


def verdict_change(
    kind: str, share: Decimal | None, before: Decimal | None, wording: Wording
) -> Change | None:
    """The change of one verdict's share; only a fall of full answers is marked as worse."""
    if wording is Wording.OTHER and share is not None:
        return NOT_COMPARED
    if share is None or before is None:
        return None
    points = int((share - before) * 100)
    return Change(points, is_points=True, is_of_full=kind == Verdict.FULL, wording=wording)


def meaning(scale: list[Mapping[str, Any]], kind: str) -> str:
    """When the checklist says to choose it."""
    found = next((level for level in scale if level["kind"] == kind), None)
    return in_language(found["meanings"]) if found else ""


def verdict_word(kind: str) -> str:
    """The word of a verdict, as its mark has it."""
    return str(VERDICTS[kind])
