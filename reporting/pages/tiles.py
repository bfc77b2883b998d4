"""Country teams as tiles by office: fill is engagement, the corner is signature."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.pages.editions import Reading
from reporting.pages.parts import area, named
from reporting.pages.words import listed

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Tile:
    """One team, or one country that no team serves."""

    code: str
    name: str
    url: str
    engagement: str
    is_signatory: bool


@dataclass(frozen=True)
class NamedGroup:
    """The names behind the tiles of one shade, for the table."""

    engagement: str
    names: str


@dataclass(frozen=True)
class TileGroup:
    """The tiles of one office."""

    name: str
    url: str
    notes: list[str]
    tiles: list[Tile]
    table: list[NamedGroup]


ORDER = ("active", "light", "none", "no_framework")
"""Tiles stand in this order, so that an office is read as a bar would be."""

SHADES = {"active": "active", "light": "light"}
"""Any other level is "none recorded": that nothing is on record is all a tile can say."""


def tile_groups(reading: Reading) -> list[TileGroup]:
    """The offices that have teams or countries."""
    groups = [tile_group(reading, office) for office in reading.section["offices"]]
    return [group for group in groups if group.tiles]


def tile_group(reading: Reading, office: Row) -> TileGroup:
    """One office with its tiles and what they add up to."""
    section, code = reading.section, office["code"]
    tiles = [team_tile(reading, row) for row in section["teams"] if row["office"] == code]
    tiles += [lone_tile(reading, row) for row in section["without_team"] if row["office"] == code]
    tiles.sort(key=lambda tile: (ORDER.index(tile.engagement), not tile.is_signatory, tile.code))
    url = reading.to("office", code=code)
    return TileGroup(area(office), url, notes(tiles), tiles, table(tiles))


def team_tile(reading: Reading, row: Row) -> Tile:
    """A team; one that serves a single country leads to that country."""
    engagement = SHADES.get(row["level"], "none") if row["has_framework"] else "no_framework"
    return Tile(
        code=short_code(row["code"]),
        name=team_name(row),
        url=team_address(reading, row),
        engagement=engagement,
        is_signatory=row["signatory"] == "yes",
    )


def short_code(code: str) -> str:
    """What fits a tile; the whole name stands beside it for who points at it."""
    return code[:3]


def team_name(row: Row) -> str:
    """The name of a team, with how many countries it serves when they are several."""
    served = len(row["countries"])
    if served < 2:
        return named(row)
    words = ngettext("%(name)s (%(n)s country)", "%(name)s (%(n)s countries)", served)
    return words % {"name": named(row), "n": served}


def team_address(reading: Reading, row: Row) -> str:
    """The page of the country, or that of the team where it serves several."""
    if len(row["countries"]) == 1:
        return reading.to("country", code=row["countries"][0])
    return reading.to("team", code=row["code"])


def lone_tile(reading: Reading, row: Row) -> Tile:
    """A country that an office serves and no team does."""
    url = reading.to("country", code=row["iso3"])
    return Tile(row["iso3"], named(row), url, "no_framework", is_signatory=False)


def notes(tiles: list[Tile]) -> list[str]:
    """Engagement and signature as two facts."""
    levels = Counter(tile.engagement for tile in tiles)
    signed = sum(tile.is_signatory for tile in tiles)
    facts = {
        "active": levels["active"],
        "light": levels["light"],
        "none": levels["none"],
    }
    return [
        _("%(active)s active, %(light)s light, %(none)s none recorded") % facts,
        ngettext("%(n)s signatory", "%(n)s signatories", signed) % {"n": signed},
    ]


def table(tiles: list[Tile]) -> list[NamedGroup]:
    """The names of each shade."""
    return [
        NamedGroup(level, listed([tile.name for tile in tiles if tile.engagement == level]))
        for level in ORDER
    ]
