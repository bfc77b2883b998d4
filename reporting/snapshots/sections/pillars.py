"""The sections of the pillars: all of them with their items, and each one."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import briefed, shared
from reporting.snapshots.sections.overview import office
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The pillars in their order."""
    pillars = shared.by_pillar(snapshot, shared.everything)
    named = {"constraints": snapshot.records["constraints"]}
    items = shared.by_item(snapshot, shared.everything)
    offices = [shared.office_names(snapshot, code) for code in snapshot.offices]
    yield "pillars", {"pillars": pillars, "items": items, "offices": offices, **named}
    for row in pillars:
        yield f"pillar:{row['code']}", pillar(snapshot, row, pillars)


def pillar(snapshot: Snapshot, row: Record, pillars: list[Record]) -> Record:
    """One pillar: its items by office."""

    def here(each: Record) -> bool:
        return bool(each["pillar"] == row["code"])

    items = [code for code, item in snapshot.items.items() if here(item)]
    return {
        "pillar": row,
        "others": pillars,
        "offices": [office(snapshot, code) for code in snapshot.offices],
        "items": shared.by_item(snapshot, here),
        "cells": cells(snapshot, row["code"]),
        "constraints": [each for each in snapshot.records["constraints"] if here(each)],
        "requests": briefed.asked_of(snapshot, items=items),
        **briefed.briefed(snapshot, [each for each in snapshot.records["answers"] if here(each)]),
        "constraints_before": [each for each in snapshot.earlier("constraints") if here(each)],
    }


def cells(snapshot: Snapshot, pillar_code: str) -> list[Record]:
    """The tallies of each item of a pillar by office."""
    found = snapshot.compared(lambda row: (row["pillar"], row["item"], row["office"]))
    return [
        {"item": item, "office": office_code, **tallies}
        for (pillar_of, item, office_code), tallies in found
        if pillar_of == pillar_code
    ]
