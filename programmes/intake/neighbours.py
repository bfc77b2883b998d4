"""Records beside each other: keys that come twice, periods that overlap, levels that fit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from programmes.intake.columns import Content
from programmes.intake.kinds import RecordKind
from programmes.intake.linking import Parent, no_such_code
from programmes.intake.scene import Scene
from programmes.models import CooperationFramework, ResultLevel

if TYPE_CHECKING:
    from programmes.intake.planning import PlannedRow

LAST_OF_ALL = "9999-12-31"
LEVELS = list(ResultLevel.values)


@dataclass(frozen=True)
class Neighbour:
    """A record as it would be; `at` is the row that makes it so, or nothing."""

    content: Content
    at: str = ""


def check_neighbours(
    kind: RecordKind,
    rows: "Sequence[PlannedRow]",
    contents: Mapping[int, Content],
    faults: Faults,
    scene: Scene,
) -> None:
    """Judge the records of a scope together, as they would be, without rows that have a fault."""
    bad = {"/".join(fault.pointer.split("/")[:3]) for fault in faults.found}
    named(rows, bad, faults)
    everybody = list(as_they_would_be(rows, contents, bad))
    doubled(kind, everybody, faults)
    if kind.model is CooperationFramework:
        one_successor(everybody, faults)
    if kind.period is not None:
        overlapping(kind, kind.period, everybody, faults)
    if any(isinstance(column, Parent) for column in kind.columns):
        chained(kind, everybody, faults)


def named(rows: "Sequence[PlannedRow]", bad: set[str], faults: Faults) -> None:
    """A record stands in one row: which of two is meant, nobody knows."""
    seen: dict[Any, int] = {}
    for row in rows:
        if row.record is None:
            continue
        first = seen.setdefault(row.record.pk, row.number)
        if first != row.number:
            at = f"/rows/{row.number - 1}"
            words = _("The same record stands in row %(number)d.") % {"number": first}
            faults.add(at, "duplicate_record", words)
            bad.add(at)


def as_they_would_be(
    rows: "Sequence[PlannedRow]", contents: Mapping[int, Content], bad: set[str]
) -> Iterator[Neighbour]:
    """The records on file, those that rows change or add in their new words."""
    good = [row for row in rows if f"/rows/{row.number - 1}" not in bad and row.content]
    touched = {row.record.pk for row in good if row.record is not None}
    for pk, content in contents.items():
        if pk not in touched:
            yield Neighbour(content)
    for row in good:
        yield Neighbour(row.content, f"/rows/{row.number - 1}")


def doubled(kind: RecordKind, everybody: Sequence[Neighbour], faults: Faults) -> None:
    """What knows a record knows one only."""
    seen: set[tuple[Any, ...]] = set()
    for each in everybody:
        key = kind.key_of(each.content)
        if key in seen and each.at:
            words = _("There is such a record already: %(name)s.")
            name = kind.name_of(each.content)
            faults.add(each.at, "duplicate_record", words % {"name": name})
        seen.add(key)


def one_successor(everybody: Sequence[Neighbour], faults: Faults) -> None:
    """A framework is followed by one at most."""
    seen: set[str] = set()
    for each in everybody:
        before = each.content["predecessor"]
        if before and before in seen and each.at:
            words = _("%(framework)s is followed by another framework already.")
            at = f"{each.at}/predecessor"
            faults.add(at, "wrong_predecessor", words % {"framework": before})
        seen.add(before)


def overlapping(
    kind: RecordKind, period: tuple[str, str], everybody: Sequence[Neighbour], faults: Faults
) -> None:
    """Periods of the same scope exclude each other; an empty day is no limit."""
    groups: defaultdict[Any, list[Neighbour]] = defaultdict(list)
    for each in everybody:
        if kind.counts(each.content):
            groups[each.content[kind.scope]].append(each)
    first, last = period
    for group in groups.values():
        group.sort(key=lambda each: each.content[first] or "")
        reaches = group[0]
        for _earlier, later in pairwise(group):
            if (reaches.content[last] or LAST_OF_ALL) >= (later.content[first] or ""):
                refuse_overlap(kind, reaches, later, first, faults)
            if (later.content[last] or LAST_OF_ALL) > (reaches.content[last] or LAST_OF_ALL):
                reaches = later


def refuse_overlap(
    kind: RecordKind, earlier: Neighbour, later: Neighbour, first: str, faults: Faults
) -> None:
    """Said of the row that brings it; of the later one where both do."""
    mine, other = (later, earlier) if later.at else (earlier, later)
    words = _("The period overlaps with that of %(other)s.")
    if mine.at:
        name = kind.name_of(other.content)
        faults.add(f"{mine.at}/{first}", "overlap", words % {"other": name})


def chained(kind: RecordKind, everybody: Sequence[Neighbour], faults: Faults) -> None:
    """A part stands one level below the result it is part of."""
    above = {(each.content[kind.scope], each.content["code"]): each for each in everybody}
    for each in everybody:
        code = each.content["parent"]
        if not code:
            continue
        parent = above.get((each.content[kind.scope], code))
        if parent is None and each.at:
            no_such_code(code, faults, f"{each.at}/parent")
        elif parent is not None and not is_above(parent.content["level"], each.content["level"]):
            refuse_level(parent, each, faults)


def is_above(parent: str, part: str) -> bool:
    """Whether a level is the next above another in the chain of UN INFO."""
    return LEVELS.index(parent) + 1 == LEVELS.index(part)


def refuse_level(parent: Neighbour, part: Neighbour, faults: Faults) -> None:
    """Said of the row that brings it: the part, else the result above."""
    facts = {"part": part.content["code"], "parent": parent.content["code"]}
    words = _("%(part)s is not one level below %(parent)s.") % facts
    if part.at:
        faults.add(f"{part.at}/parent", "wrong_level", words)
    elif parent.at:
        faults.add(f"{parent.at}/level", "wrong_level", words)
