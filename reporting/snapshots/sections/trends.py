"""Tallies over the last rounds, with the places where the words that were asked changed.

Two rounds are joined only where both asked the same items in the same words. Where they did not,
the tallies of those items that were are kept beside the break.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from checklist.compliance import Tally
from reporting.scorecards import as_record, summed, total
from reporting.snapshots.plain import Record
from reporting.snapshots.sections.shared import Passes
from reporting.snapshots.snapshot import Snapshot

Key = Callable[[Mapping[str, Any]], Any]


def points(snapshot: Snapshot, scopes: Mapping[str, Passes], key: str) -> list[Record]:
    """The rounds, oldest first; in each the tallies and breaks of each scope by a key."""
    rounds = snapshot.records["trend"]
    broken = {name: list(breaks(rounds, passes, key)) for name, passes in scopes.items()}
    return [
        {
            **{name: point[name] for name in ("round", "day", "checklist")},
            **{name: tallies(point, passes, key) for name, passes in scopes.items()},
            "breaks": {name: found[place] for name, found in broken.items()},
        }
        for place, point in enumerate(rounds)
    ]


def tallies(point: Record, passes: Passes, key: str) -> list[Record]:
    """The tallies of one round by a key."""
    sums = summed([row for row in point["tallies"] if passes(row)], lambda row: row[key])
    return [{key: each, "tally": as_record(tally)} for each, tally in sums.items()]


def breaks(rounds: Iterable[Record], passes: Passes, key: str) -> Iterator[list[Record]]:
    """For each round, where it cannot be joined to the last one that asked the same group."""
    last: dict[Any, Record] = {}
    for point in rounds:
        groups = sorted({row[key] for row in point["tallies"] if passes(row)})
        compared = [
            (group, broken(last[group], point, both(passes, key, group)))
            for group in groups
            if group in last
        ]
        yield [{key: group, **found} for group, found in compared if found]
        last |= dict.fromkeys(groups, point)


def both(passes: Passes, key: str, group: Any) -> Passes:
    """The rows of a group that pass."""
    return lambda row: bool(row[key] == group and passes(row))


def broken(before: Record, now: Record, passes: Passes) -> Record | None:
    """What was asked otherwise in two rounds, and how the items in the same words stood in both."""
    then, here = asked(before, passes), asked(now, passes)
    if then == here:
        return None
    same = {code for code, digest in here.items() if then.get(code) == digest}
    return {
        "since": before["round"],
        "reworded": sorted(code for code in set(then) & set(here) if code not in same),
        "added": sorted(set(here) - set(then)),
        "removed": sorted(set(then) - set(here)),
        "same": len(same),
        "before": as_record(of_items(before, passes, same)),
        "now": as_record(of_items(now, passes, same)),
    }


def asked(point: Record, passes: Passes) -> dict[str, str]:
    """The items asked in a round, with the digest of their words."""
    codes = {row["item"] for row in point["tallies"] if passes(row)}
    return {code: point["digests"][code] for code in codes}


def of_items(point: Record, passes: Passes, items: set[str]) -> Tally:
    """The answers to some items."""
    return total(row for row in point["tallies"] if passes(row) and row["item"] in items)
