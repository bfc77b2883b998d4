"""Lists that no page shows part by part, so that a search finds them too.

Items, pillars, offices, mechanisms, sessions and documents: each in all the languages it has.
"""

from collections.abc import Iterator

from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot


def pillars(snapshot: Snapshot) -> Iterator[Entry]:
    """The pillars in their order."""
    for place, row in enumerate(snapshot.pillars.values()):
        yield Entry(row["code"], row, row["titles"], before=(place,))


def items(snapshot: Snapshot) -> Iterator[Entry]:
    """The items in their order; found by what would prove them and by their mandate too."""
    for place, (code, row) in enumerate(snapshot.items.items()):
        kept = ("code", "pillar", "titles", "evidence", "mandate")
        yield Entry(
            key=code,
            body={name: row[name] for name in kept},
            names=row["titles"],
            before=(place,),
            texts=[row["evidence"], row["mandate"]],
        )


def offices(snapshot: Snapshot) -> Iterator[Entry]:
    """The offices in their order; found by the area they serve and the city they sit in."""
    for place, (code, row) in enumerate(snapshot.offices.items()):
        texts = [*row["area_names"].values(), row["city"]]
        yield Entry(code, row, row["names"], before=(place,), texts=texts)


def mechanisms(snapshot: Snapshot) -> Iterator[Entry]:
    """The mechanisms by office; found by what UN-Habitat does in them and for which countries."""
    for place, row in enumerate(snapshot.records["mechanisms"]):
        yield Entry(
            key=row["code"],
            body=row,
            names=row["names"],
            facets={"office": row["office"]},
            before=(place,),
            texts=list(texts_of_roles(snapshot, row)),
        )


def texts_of_roles(snapshot: Snapshot, mechanism: Record) -> Iterator[str]:
    """Topics and partners, and the names of the countries that are supported."""
    for role in mechanism["roles"]:
        yield from (role["topic"], role["partners"])
        yield from shared.spoken_names(snapshot, role["countries"])


def sessions(snapshot: Snapshot) -> Iterator[Entry]:
    """The sessions of the Board, the latest first."""
    for place, row in enumerate(reversed(snapshot.records["sessions"])):
        yield Entry(row["code"], row, row["names"], before=(place,), texts=[row["place"]])


def documents(snapshot: Snapshot) -> Iterator[Entry]:
    """The documents before the Board, the latest first, by symbol and title."""
    for place, row in enumerate(reversed(snapshot.records["documents"])):
        yield Entry(row["symbol"], row, {"en": row["title"]}, before=(place,))
