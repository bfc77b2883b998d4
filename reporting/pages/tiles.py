"""Country teams as tiles by office: fill is engagement, the corner is signature."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting import headlines
from reporting.pages.editions import Reading
from reporting.pages.parts import Link, area, named
from reporting.pages.words import listed, number
from reporting.snapshots.sections.tiles import SHADES

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
    """How many teams have one shade, with the names of those whose tiles are shown."""

    engagement: str
    teams: int
    names: str


@dataclass(frozen=True)
class TileGroup:
    """The tiles of one office, and the way to those that are not shown."""

    name: str
    url: str
    notes: list[str]
    tiles: list[Tile]
    table: list[NamedGroup]
    signatories: int
    more: Link | None


@dataclass(frozen=True)
class Tiles:
    """The tiles of all offices under what they say."""

    title: str
    groups: list[TileGroup]


def tiles(reading: Reading) -> Tiles:
    """How many frameworks UN-Habitat takes an active part in, and in which."""
    rows = reading.section["tiles"]
    active = sum(row["shades"]["active"] for row in rows)
    light = sum(row["shades"]["light"] for row in rows)
    running = active + light + sum(row["shades"]["none"] for row in rows)
    sentence = headlines.engagement(active, running)
    title = reading.says("tiles", sentence, active, light, running)
    offices = {office["code"]: office for office in reading.section["offices"]}
    return Tiles(title, [tile_group(reading, row, offices[row["office"]]) for row in rows])


def tile_group(reading: Reading, row: Row, office: Row) -> TileGroup:
    """One office with its tiles and what all its teams add up to."""
    shown = [tile(reading, each) for each in row["tiles"]]
    return TileGroup(
        name=area(office),
        url=reading.to("office", code=office["code"]),
        notes=notes(row),
        tiles=shown,
        table=table(row, shown),
        signatories=row["signatories"],
        more=more(reading, row),
    )


def tile(reading: Reading, row: Row) -> Tile:
    """A team, or a country without one; a team that serves a single country leads to it."""
    served = row["countries"] or [row["code"]]
    url = reading.to("team", code=row["code"])
    if len(served) == 1:
        url = reading.to("country", code=served[0])
    return Tile(short_code(row["code"]), team_name(row), url, row["shade"], row["signed"])


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


def notes(row: Row) -> list[str]:
    """Engagement and signature as two facts."""
    signed = row["signatories"]
    return [
        _("%(active)s active, %(light)s light, %(none)s none recorded") % row["shades"],
        ngettext("%(n)s signatory", "%(n)s signatories", signed) % {"n": signed},
    ]


def table(row: Row, shown: list[Tile]) -> list[NamedGroup]:
    """The count of each shade, with the names of the tiles shown."""
    return [
        NamedGroup(
            shade, row["shades"][shade], listed([x.name for x in shown if x.engagement == shade])
        )
        for shade in SHADES
    ]


def more(reading: Reading, row: Row) -> Link | None:
    """The way to the list of all teams of an office that has more than are shown."""
    if not row["more"]:
        return None
    words = ngettext("%(n)s more", "%(n)s more", row["more"]) % {"n": number(row["more"])}
    return Link(words, reading.to("teams", {"office": row["office"]}))
