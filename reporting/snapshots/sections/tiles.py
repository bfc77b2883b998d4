"""Country teams as tiles by office, cut so that the overview does not grow with the world."""

from collections import Counter
from typing import Final

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot

SHADES: Final = ("active", "light", "none", "no_framework")
"""Engagement in the framework that runs, in the order of the tiles."""

MOST_TILES: Final = 60
"""An office shows so many tiles; the counts are of all its teams."""


def offices(snapshot: Snapshot) -> list[Record]:
    """Each office that has teams or countries: how many of each shade, and its first tiles."""
    by_office: dict[str, list[Record]] = {}
    for tile in [*teams(snapshot), *without_team(snapshot)]:
        by_office.setdefault(tile.pop("office"), []).append(tile)
    return [
        {"office": code, **counted(by_office[code])}
        for code in snapshot.offices
        if code in by_office
    ]


def counted(tiles: list[Record]) -> Record:
    """The counts of all, and the tiles that are shown; read like a bar, the darkest first."""
    shades = Counter(tile["shade"] for tile in tiles)
    tiles.sort(key=lambda tile: (SHADES.index(tile["shade"]), not tile["signed"], tile["code"]))
    return {
        "shades": {shade: shades[shade] for shade in SHADES},
        "signatories": sum(tile["signed"] for tile in tiles),
        "tiles": tiles[:MOST_TILES],
        "more": max(len(tiles) - MOST_TILES, 0),
    }


def teams(snapshot: Snapshot) -> list[Record]:
    """A team with its part in the framework that runs on the day of the register."""
    return [team(snapshot, code) for code in snapshot.teams if snapshot.teams[code]["office"]]


def team(snapshot: Snapshot, code: str) -> Record:
    """Fill is engagement, the corner signature; what is not on record is "none recorded"."""
    framework = snapshot.running_framework(code)
    engagement = (framework or {}).get("engagement") or {}
    level = engagement.get("level")
    shade = level if level in ("active", "light") else "none"
    return {
        **(shared.team_names(snapshot, code) or {}),
        "shade": shade if framework else "no_framework",
        "signed": engagement.get("signatory") == "yes",
    }


def without_team(snapshot: Snapshot) -> list[Record]:
    """Countries that an office serves and no team does."""
    return [
        {
            "code": row["iso3"],
            "names": row["names"],
            "countries": [],
            "office": snapshot.office_of(row),
            "shade": "no_framework",
            "signed": False,
        }
        for row in snapshot.records["countries"]
        if row["team"] is None and snapshot.office_of(row)
    ]
