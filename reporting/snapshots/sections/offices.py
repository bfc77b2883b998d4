"""The sections of the offices: the list of them, and each one."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import (
    alignment,
    briefed,
    contributions,
    countries,
    register,
    shared,
    trends,
)
from reporting.snapshots.sections.overview import office as named_office
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The offices in their order, headquarters among them."""
    yield "offices", {"offices": [listed(snapshot, code) for code in snapshot.offices]}
    for code in snapshot.offices:
        yield f"office:{code}", office(snapshot, code)


def listed(snapshot: Snapshot, code: str) -> Record:
    """An office with how it stands."""
    served = served_by(snapshot, code)
    tallies = snapshot.total(lambda row: row["office"] == code)
    city = snapshot.offices[code]["city"]
    named = named_office(snapshot, code)
    return {**named, "city": city, "countries": len(served), **tallies}


def served_by(snapshot: Snapshot, code: str) -> list[Record]:
    """The countries that an office serves on the day of the register."""
    return [row for row in snapshot.records["countries"] if snapshot.office_of(row) == code]


def office(snapshot: Snapshot, code: str) -> Record:
    """One office: its pillars, items, countries, mechanisms, figures and constraints."""

    def here(row: Record) -> bool:
        return bool(row["office"] == code)

    served = served_by(snapshot, code)
    return {
        "office": listed(snapshot, code),
        "others": [listed(snapshot, each) for each in snapshot.offices],
        "pillars": shared.by_pillar(snapshot, here),
        "everywhere": shared.by_pillar(snapshot, shared.everything),
        "items": items(snapshot, code),
        "trend": trend(snapshot, code),
        "span": countries.span(snapshot),
        "mechanisms": [row for row in register.mechanisms(snapshot) if here(row)],
        "figures": [row for row in snapshot.records["figures"] if here(row)],
        "constraints": shared.constraints(snapshot, here),
        "completeness": contributions.of_office(snapshot, code),
        "requests": briefed.asked_of(snapshot, countries=[row["iso3"] for row in served]),
        "ending": briefed.ending(snapshot, code),
        **briefed.briefed(snapshot, [row for row in snapshot.records["answers"] if here(row)]),
        "alignment": alignment.of_office(snapshot, code, [row["iso3"] for row in served]),
    }


def items(snapshot: Snapshot, code: str) -> list[Record]:
    """The items this office answers, each with what its answers name most often when not full."""
    here = [row for row in snapshot.records["constraints"] if row["office"] == code]
    return [
        {**row, "constraint": most_named(here, row["code"])}
        for row in shared.by_item(snapshot, lambda row: row["office"] == code)
    ]


def most_named(constraints: list[Record], item: str) -> str | None:
    """The constraint that most answers to an item name."""
    named = [row for row in constraints if row["item"] == item]
    found = max(named, key=lambda row: row["answers"], default=None)
    return found["constraint"] if found else None


def trend(snapshot: Snapshot, code: str) -> list[Record]:
    """The tallies of the last rounds by pillar, here and everywhere."""
    scopes = {"here": lambda row: bool(row["office"] == code), "everywhere": shared.everything}
    return trends.points(snapshot, scopes, "pillar")
