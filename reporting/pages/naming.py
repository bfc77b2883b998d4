"""How many answers that are not full name a reason: counted, as a share, now and before."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any

from checklist.compliance import ENOUGH_FOR_A_SHARE
from regions.charts import Scale, Tick, round_half_up
from reporting.changes import Change
from reporting.constraint_groups import GROUPS, LABELS
from reporting.headlines import constraint
from reporting.pages.editions import Reading
from reporting.scorecards import from_record

Row = Mapping[str, Any]
ROWS = {"reason": "reasons", "constraint": "constraints"}
TALLY = {"answers": "tally", "before": "before"}
"""Now and before, as the rows of counts and the cells of tallies name them."""


Place = tuple[str, str]
"""An office and a pillar; an empty code stands for all of them."""


@dataclass(frozen=True)
class Held:
    """What a section says of answers that are not full, narrowed to an office or a pillar.

    Each number is added up once for its own place and for the sums over offices and pillars, for
    a matrix asks for hundreds of them.
    """

    counted: Mapping[tuple[str, Place], int]
    names: Mapping[tuple[str, str, str, Place], int]

    @classmethod
    def of(cls, reading: Reading) -> "Held":
        """What the filters of the page leave."""
        counted: Counter[tuple[str, Place]] = Counter()
        names: Counter[tuple[str, str, str, Place]] = Counter()
        for row in rows_at(reading, "cells"):
            for place, when in product(places(row), TALLY):
                counted[when, place] += held_back(row[TALLY[when]])
        for kind, rows in ROWS.items():
            for row in rows_at(reading, rows):
                for place, when in product(places(row), TALLY):
                    names[kind, row[kind], when, place] += row[when]
        return cls(counted, names)

    def not_full(self, when: str = "answers", office: str = "", pillar: str = "") -> int:
        """Answers that are partial or not started, here or in one office or pillar."""
        return self.counted[when, (office, pillar)]

    def named(
        self, kind: str, code: str, when: str = "answers", office: str = "", pillar: str = ""
    ) -> int:
        """Those among them that name a reason or a constraint."""
        return self.names[kind, code, when, (office, pillar)]

    def totals(self, kind: str, when: str = "answers") -> dict[str, int]:
        """How many name each."""
        whole = ("", "")
        found = {key[1]: None for key in self.names if key[0] == kind}
        return {code: self.names[kind, code, when, whole] for code in found}


def rows_at(reading: Reading, rows: str) -> list[Row]:
    """The rows of the office and the pillar chosen."""
    chosen = reading.filters.items()
    return [row for row in reading.section[rows] if all(row[name] == code for name, code in chosen)]


def places(row: Row) -> Iterator[Place]:
    """Where a row counts: at its place, and in the sums over offices, pillars and both."""
    return product((row["office"], ""), (row["pillar"], ""))


def held_back(tally: Mapping[str, int] | None) -> int:
    """Partial and not started answers of a record."""
    return from_record(tally).held_back if tally else 0


def share_of(named: int, not_full: int) -> Decimal | None:
    """The share in hundredths as it is printed; under ten answers there is none."""
    if not_full < ENOUGH_FOR_A_SHARE:
        return None
    return Decimal(round_half_up(100 * named, not_full)) / 100


@dataclass(frozen=True)
class Naming:
    """How many of the answers that are not full name something."""

    answers: int
    not_full: int

    @property
    def share(self) -> Decimal | None:
        """The share, from ten answers on."""
        return share_of(self.answers, self.not_full)


@dataclass(frozen=True)
class ReasonLine:
    """A reason, or a constraint below it, with its place on the scale of per cent."""

    name: str
    url: str
    is_group: bool
    now: Naming
    before: Naming | None
    now_x: str
    before_x: str
    change: Change | None


@dataclass(frozen=True)
class Reasons:
    """The table of reasons with its plot."""

    title: str
    now_name: str
    before_name: str
    not_full: int
    not_full_before: int
    url: str
    ticks: list[Tick]
    rows: list[ReasonLine]


def reasons(reading: Reading, held: Held, title: str) -> Reasons:
    """Reasons in the order of how many answers name them, each over its constraints."""
    counts = [*codes_in_order(held)]
    whole = (held.not_full(), held.not_full("before"))
    lines = [(kind, code, *namings(reading, held, kind, code, whole)) for kind, code in counts]
    highest = max((percent(each) for _k, _c, *two in lines for each in two), default=0)
    scale = Scale.up_to(max(highest, 1), rtl=reading.rtl)
    return Reasons(
        title=title,
        now_name=reading.round,
        before_name=reading.round_before,
        not_full=whole[0],
        not_full_before=whole[1],
        url=reading.to("answers", {"kind": "not_full", **reading.filters}),
        ticks=scale.ticks(),
        rows=[reason_line(reading, scale, *line) for line in lines],
    )


def codes_in_order(held: Held) -> Iterator[tuple[str, str]]:
    """Each group, the most named first, then its constraints where it has several."""
    for group in sorted(GROUPS, key=lambda code: -held.named("reason", code)):
        yield "reason", group
        if len(GROUPS[group]) > 1:
            codes = sorted(GROUPS[group], key=lambda code: -held.named("constraint", code))
            yield from (("constraint", str(code)) for code in codes)


def namings(
    reading: Reading, held: Held, kind: str, code: str, whole: tuple[int, int]
) -> tuple[Naming, Naming | None]:
    """How often something is named, now and before."""
    before = None
    if reading.round_before:
        before = Naming(held.named(kind, code, "before"), whole[1])
    return Naming(held.named(kind, code), whole[0]), before


def percent(naming: Naming | None) -> int:
    """A share as a place on the scale."""
    return int((naming.share or 0) * 100) if naming else 0


def reason_line(
    reading: Reading,
    scale: Scale,
    kind: str,
    code: str,
    now: Naming,
    before: Naming | None,
) -> ReasonLine:
    """One line; that more answers name a reason is neither better nor worse by itself."""
    return ReasonLine(
        name=str(LABELS[code]) if kind == "reason" else constraint(code),
        url=reading.to("answers", {kind: code, **reading.filters}),
        is_group=kind == "reason",
        now=now,
        before=before,
        now_x=scale.position(percent(now)),
        before_x=scale.position(percent(before)) if before and before.share is not None else "",
        change=change(now, before),
    )


def change(now: Naming, before: Naming | None) -> Change | None:
    """In points, as a reader subtracts the two shares printed."""
    if before is None or now.share is None or before.share is None:
        return None
    return Change(percent(now) - percent(before), is_points=True, is_of_full=False)
