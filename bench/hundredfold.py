"""A round with many times its countries: every record that a country brings, so many times over.

The copies have codes of their own (`KEN`, `KEN01`, `KEN02`, …); offices, items, mechanisms and
documents of the Board stay as they are.
"""

from collections.abc import Iterator
from typing import Any

from reporting.snapshots.plain import Record

IDS = 1_000_000


def times(records: Record, number: int) -> Record:
    """The records of a publication with so many times the countries."""
    copies = range(number)
    return {
        **records,
        **{name: [*copied(records[name], MAKERS[name], copies)] for name in MAKERS},
        "mechanisms": [mechanism(row, copies) for row in records["mechanisms"]],
        "tallies": [tally(row, number) for row in records["tallies"]],
        **{name: [named(row, number) for row in records[name]] for name in NAMED},
        "previous": records["previous"] and before(records["previous"], copies),
    }


def copied(rows: list[Record], make: Any, copies: range) -> Iterator[Record]:
    """Each record, and its copies where it is one of a country."""
    for row in rows:
        for copy in copies:
            made = make(row, copy)
            if copy == 0 or made is not row:
                yield made


def coded(code: str | None, copy: int) -> str | None:
    """The code of a copy."""
    return f"{code}{copy:02}" if copy and code else code


def country(row: Record, copy: int) -> Record:
    """A country, in a team of its own copy."""
    return {**row, "iso3": coded(row["iso3"], copy), "team": coded(row["team"], copy)}


def team(row: Record, copy: int) -> Record:
    """A team that serves the copies of its countries."""
    served = [coded(iso3, copy) for iso3 in row["countries"]]
    return {**row, "code": coded(row["code"], copy), "countries": served}


def framework(row: Record, copy: int) -> Record:
    """A framework of a copied team."""
    return {**row, "id": row["id"] + copy * IDS, "team": coded(row["team"], copy)}


def document(row: Record, copy: int) -> Record:
    """A programme document of a copied country."""
    return {**row, "id": row["id"] + copy * IDS, "country": coded(row["country"], copy)}


def answer(row: Record, copy: int) -> Record:
    """An answer of a copied team; an office or the whole organisation answers once."""
    if row["team"] is None:
        return row
    return {**row, "team": coded(row["team"], copy), "subject": coded(row["subject"], copy)}


def team_tally(row: Record, copy: int) -> Record:
    """The tally of a copied team."""
    return {**row, "team": coded(row["team"], copy)}


def finding(row: Record, copy: int) -> Record:
    """What a rule says of a copied record; of an office it says it once."""
    if not row["countries"]:
        return row
    kind, _, key = row["subject"].rpartition("/")
    name = str(int(key) + copy * IDS) if key.isdecimal() else coded(key, copy)
    countries = [coded(iso3, copy) for iso3 in row["countries"]]
    return {**row, "subject": f"{kind}/{name}", "countries": countries}


MAKERS = {
    "countries": country,
    "teams": team,
    "frameworks": framework,
    "programme_documents": document,
    "answers": answer,
    "team_tallies": team_tally,
    "findings": finding,
}


def mechanism(row: Record, copies: range) -> Record:
    """A mechanism whose roles support the copies too."""
    roles = [
        {**role, "countries": [coded(iso3, copy) for iso3 in role["countries"] for copy in copies]}
        for role in row["roles"]
    ]
    return {**row, "roles": roles}


def tally(row: Record, number: int) -> Record:
    """The tally of an item at an office, of which there are so many times the answers."""
    return {**row, "tally": {kind: count * number for kind, count in row["tally"].items()}}


NAMED = ("constraints", "reasons")


def named(row: Record, number: int) -> Record:
    """How often a constraint is named, or the reason it stands for."""
    return {**row, "answers": row["answers"] * number}


def before(row: Record, copies: range) -> Record:
    """The publication before, so many times over too."""
    number = len(copies)
    return {
        **row,
        **{name: by_subject(row[name], copies) for name in ("kinds", "proven")},
        "tallies": [tally(each, number) for each in row["tallies"]],
        "team_tallies": [*copied(row["team_tallies"], team_tally, copies)],
        **{name: [named(each, number) for each in row[name]] for name in NAMED},
    }


def by_subject(row: Record, copies: range) -> Record:
    """What is kept by item and subject; where the subject is no country, nobody asks its copy."""
    return {
        item: {coded(name, copy): value for name, value in found.items() for copy in copies}
        for item, found in row.items()
    }
