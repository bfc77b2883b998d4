"""The section of the Board papers: every figure that a text may name, under its name.

The names are what writers of a paper type (`docs/papers.md`); each figure carries its hedge,
its source and the page on which its records stand. No figure is computed while a paper is made.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from checklist.compliance import Tally
from reporting.changes import percent
from reporting.register_counts import COLUMNS
from reporting.scorecards import as_record, total
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import alignment, changes, shared
from reporting.snapshots.sections.register import frameworks, mechanism_counts, programme_documents
from reporting.snapshots.snapshot import Snapshot

Figure = tuple[str, Record]
PER_CENT: Final = "per_cent"


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The figures by name, and the names by code that a text may take in its own language."""
    yield (
        "papers",
        {
            "figures": dict(figures(snapshot)),
            "countries": {code: row["names"] for code, row in snapshot.countries.items()},
            "offices": {
                code: {"names": row["names"], "area_names": row["area_names"]}
                for code, row in snapshot.offices.items()
            },
            "pillars": {code: row["titles"] for code, row in snapshot.pillars.items()},
            "mechanisms": {row["code"]: row["names"] for row in snapshot.records["mechanisms"]},
            "documents": documents(snapshot),
        },
    )


def documents(snapshot: Snapshot) -> list[Record]:
    """The documents of the Board on record, which the masthead and footnotes cite."""
    found: list[Record] = snapshot.records["documents"]
    return found


def figures(snapshot: Snapshot) -> Iterator[Figure]:
    """Every figure, group by group."""
    yield from reported(snapshot)
    yield from register(snapshot)
    yield from answers(snapshot)
    yield from reasons(snapshot)
    yield from moves(snapshot)
    yield from findings(snapshot)
    yield from requests(snapshot)


def figure(value: int | None, page: str, **facts: Any) -> Record:
    """A figure; what is not said is left out, and an exact one bears no hedge."""
    found = {"value": value, "page": page, **facts}
    return {name: each for name, each in found.items() if each not in (None, "", {}, "exactly")}


def reported(snapshot: Snapshot) -> Iterator[Figure]:
    """What a document states, with its hedge; and what the records count for the same."""
    for row in snapshot.records["figures"]:
        place = f"{row['measure']}.{row['office']}"
        said = figure(
            row["value"],
            "office",
            codes={"code": row["office"]},
            qualifier=row["qualifier"],
            of=row["of_total"],
            of_qualifier=row["of_total_qualifier"],
            document=row["document"],
            paragraph=row["paragraph"],
            as_of=row["as_of"],
        )
        yield f"reported.{place}", said
        if row["counted"]:
            counted = row["counted"]
            yield (
                f"counted.{place}",
                figure(
                    counted["value"],
                    counted["collection"],
                    query=counted["filters"],
                    of=counted["of_total"],
                    as_of=row["as_of"],
                ),
            )


def register(snapshot: Snapshot) -> Iterator[Figure]:
    """How many offices, countries and teams; frameworks and programme documents by office."""
    yield "register.offices", figure(len(snapshot.offices), "offices")
    yield "register.countries", figure(len(snapshot.countries), "countries")
    yield "register.teams", figure(len(snapshot.teams), "teams")
    yield from counts("frameworks", frameworks(snapshot)["counts"])
    yield from counts("programme-documents", programme_documents(snapshot)["counts"])
    for row in mechanism_counts(snapshot):
        for name in ("mechanisms", "with_role"):
            yield placed(f"mechanisms.{name}", row["office"]), figure(row[name], "mechanisms")


def counts(collection: str, rows: Iterable[Record]) -> Iterator[Figure]:
    """The columns of a table by office."""
    group = collection.replace("-", "_")
    for row in rows:
        where = {"office": row["office"]} if row["office"] else {}
        for column, filters in COLUMNS[collection].items():
            name = placed(f"{group}.{column}", row["office"])
            yield name, figure(row[column], collection, query={**where, **filters})


def placed(name: str, *codes: str | None) -> str:
    """The name with the codes it is narrowed by."""
    return ".".join([name, *(code for code in codes if code)])


def answers(snapshot: Snapshot) -> Iterator[Figure]:
    """Answers of each kind and the share that is full: everywhere, by pillar, office and both."""
    cells = [row for row in snapshot.records["tallies"] if row["item"] in snapshot.items]
    earlier = [row for row in snapshot.earlier("tallies") if row["item"] in snapshot.items]
    for pillar in (None, *snapshot.pillars):
        for office in (None, *snapshot.offices):
            now, before = tally(cells, pillar, office), tally(earlier, pillar, office)
            where = {"pillar": pillar, "office": office}
            query = {name: code for name, code in where.items() if code}
            yield from tallied("answers", now, query, pillar, office)
            if before.total:
                yield from tallied("before", before, query, pillar, office)


def tally(rows: Iterable[Record], pillar: str | None, office: str | None) -> Tally:
    """The answers of a pillar at an office."""
    return total(
        row for row in rows if pillar in (None, row["pillar"]) and office in (None, row["office"])
    )


def tallied(
    group: str, found: Tally, query: Record, pillar: str | None, office: str | None
) -> Iterator[Figure]:
    """The numbers of one tally; the share only where there are enough answers for one."""
    if not found.total:
        return
    kinds = {**as_record(found), "counted": found.counted, "not_full": found.held_back}
    listed = {"answers": "answers", "before": "changes"}[group]
    for kind, number in kinds.items():
        chosen = query if kind == "total" or group == "before" else {**query, "kind": kind}
        of = found.counted if kind != "not_applicable" else None
        yield placed(f"{group}.{kind}", pillar, office), figure(number, listed, query=chosen, of=of)
    if found.is_enough_for_a_share:
        name = placed(f"{group}.share", pillar, office)
        yield name, figure(percent(found), listed, query=query, unit=PER_CENT)


def reasons(snapshot: Snapshot) -> Iterator[Figure]:
    """How many answers that are not full name each constraint, and each group of them."""
    for name, rows in (
        ("constraint", shared.constraints(snapshot, shared.everything)),
        ("reason", shared.reasons(snapshot, shared.everything)),
    ):
        for row in rows:
            query = {name: row[name]}
            yield f"{name}s.{row[name]}", figure(row["answers"], "answers", query=query)


def moves(snapshot: Snapshot) -> Iterator[Figure]:
    """How many answers moved in which way since the publication before."""
    if snapshot.records["previous"] is None:
        return
    for move, number in changes.counted(snapshot).items():
        yield f"moved.{move}", figure(number, "changes", query={"change": move})


def findings(snapshot: Snapshot) -> Iterator[Figure]:
    """How many findings there are of each weight, and of each rule; those set aside are none."""
    counts = alignment.overview(snapshot)
    for severity in alignment.SEVERITIES:
        query = {"severity": severity}
        yield f"findings.{severity}", figure(counts["counts"][severity], "findings", query=query)
    for rule in counts["rules"]:
        number = sum(rule["counts"][severity] for severity in alignment.SEVERITIES)
        yield f"findings.{rule['code']}", figure(number, "findings", query={"rule": rule["code"]})


def requests(snapshot: Snapshot) -> Iterator[Figure]:
    """How many requests of the Board are in each state."""
    rows = snapshot.records["requests"]
    for state in ("open", "under_way", "answered", "closed"):
        number = sum(row["state"] == state for row in rows)
        yield f"requests.{state}", figure(number, "requests", query={"state": state})
