"""The section of the Board papers: every figure that a text may name, under its name.

The names are what writers of a paper type (`docs/papers.md`); each figure carries its hedge,
its source and the page on which its records stand. No figure is computed while a paper is made.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from checklist.compliance import Tally
from checklist.models.answers import Constraint
from reporting.changes import percent
from reporting.constraint_groups import GROUPS
from reporting.register_counts import COLUMNS, filters_of
from reporting.scorecards import as_record, total
from reporting.snapshots.movement import CHANGED
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import alignment, changes, shared
from reporting.snapshots.sections.register import frameworks, mechanism_counts, programme_documents
from reporting.snapshots.snapshot import Snapshot

Figure = tuple[str, Record]
PER_CENT: Final = "per_cent"

WHOLE: Final = {
    **dict.fromkeys(("frameworks.signed", "frameworks.signature_unknown"), "running"),
    **dict.fromkeys(("frameworks.active", "frameworks.light"), "running"),
    "frameworks.level_unknown": "running",
    **dict.fromkeys(("programme_documents.new", "programme_documents.running"), "on_record"),
    **dict.fromkeys(("programme_documents.derived", "programme_documents.not_derived"), "new"),
    "programme_documents.derivation_unknown": "new",
}
"""The column of the whole of which a column is a part."""

PARTS: Final = ("full", "partial", "not_started", "not_assessed", "not_full")
"""The numbers of a tally that are parts of the answers that count."""


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
    yield from counts("frameworks", frameworks(snapshot)["counts"], snapshot.day)
    yield from counts("programme-documents", programme_documents(snapshot)["counts"], snapshot.day)
    for row in mechanism_counts(snapshot):
        query, total = at_office(row["office"]), row["mechanisms"]
        yield (
            placed("mechanisms.mechanisms", row["office"]),
            figure(total, "mechanisms", query=query),
        )
        held = figure(row["with_role"], "mechanisms", query=query, of=total)
        yield placed("mechanisms.with_role", row["office"]), held


def counts(collection: str, rows: Iterable[Record], day: str) -> Iterator[Figure]:
    """The columns of a table by office, each with the filters by which its rows were counted."""
    group = collection.replace("-", "_")
    for row in rows:
        for column in COLUMNS[collection]:
            whole = WHOLE.get(f"{group}.{column}")
            found = figure(
                row[column],
                collection,
                query=filters_of(collection, column, row["office"], day),
                of=row[whole] if whole else None,
            )
            yield placed(f"{group}.{column}", row["office"]), found


def at_office(office: str | None) -> Record:
    """The filter of an office; none for the whole."""
    return {"office": office} if office else {}


def placed(name: str, *codes: str | None) -> str:
    """The name with the codes it is narrowed by."""
    return ".".join([name, *(code for code in codes if code)])


def answers(snapshot: Snapshot) -> Iterator[Figure]:
    """Answers of each kind and the share that is full: everywhere, by pillar, office and both.

    Those of the publication before are told as it told them, and lead to it.
    """
    cells = [row for row in snapshot.records["tallies"] if row["item"] in snapshot.items]
    before = snapshot.records["previous"]
    at = before and {name: before[name] for name in ("round", "number")}
    for pillar in (None, *snapshot.pillars):
        for office in (None, *snapshot.offices):
            yield from tallied("answers", cells, pillar, office)
            yield from tallied("before", snapshot.earlier("tallies"), pillar, office, at)


def tally(rows: Iterable[Record], pillar: str | None, office: str | None) -> Tally:
    """The answers of a pillar at an office."""
    return total(
        row for row in rows if pillar in (None, row["pillar"]) and office in (None, row["office"])
    )


def tallied(
    group: str,
    rows: Iterable[Record],
    pillar: str | None,
    office: str | None,
    publication: Record | None = None,
) -> Iterator[Figure]:
    """The numbers of one tally; the share only where there are enough answers for one."""
    found = tally(rows, pillar, office)
    where = {"pillar": pillar, "office": office}
    query = {name: code for name, code in where.items() if code}
    if not found.total:
        return
    kinds = {**as_record(found), "counted": found.counted, "not_full": found.held_back}
    for kind, number in kinds.items():
        facts = {
            "query": query if kind == "total" else {**query, "kind": kind},
            "of": found.counted if kind in PARTS else None,
            "publication": publication,
        }
        yield placed(f"{group}.{kind}", pillar, office), figure(number, "answers", **facts)
    if found.is_enough_for_a_share:
        counted = {"query": {**query, "kind": "counted"}, "publication": publication}
        share = figure(percent(found), "answers", unit=PER_CENT, **counted)
        yield placed(f"{group}.share", pillar, office), share


def reasons(snapshot: Snapshot) -> Iterator[Figure]:
    """How many answers that are not full name each constraint, and each group of them.

    What nobody names is named by none: a text may say so.
    """
    for name, codes, rows in (
        ("constraint", Constraint.values, shared.constraints(snapshot, shared.everything)),
        ("reason", GROUPS, shared.reasons(snapshot, shared.everything)),
    ):
        found = {row[name]: row["answers"] for row in rows}
        for code in codes:
            query = {name: str(code)}
            yield f"{name}s.{code}", figure(found.get(code, 0), "answers", query=query)


def moves(snapshot: Snapshot) -> Iterator[Figure]:
    """How many answers moved in which way since the publication before."""
    if snapshot.records["previous"] is None:
        return
    for move, number in changes.counted(snapshot).items():
        query = {} if move == CHANGED else {"change": move}
        yield f"moved.{move}", figure(number, "changes", query=query)


def findings(snapshot: Snapshot) -> Iterator[Figure]:
    """How many findings there are of each weight, and of each rule; those set aside are none."""
    counts = alignment.overview(snapshot)
    for severity in alignment.SEVERITIES:
        query = {"severity": severity}
        yield f"findings.{severity}", figure(counts["counts"][severity], "findings", query=query)
    for rule in counts["rules"]:
        number = sum(rule["counts"][severity] for severity in alignment.SEVERITIES)
        query = {"rule": rule["code"], "outcome": alignment.FINDING}
        yield f"findings.{rule['code']}", figure(number, "findings", query=query)


def requests(snapshot: Snapshot) -> Iterator[Figure]:
    """How many requests of the Board are in each state."""
    rows = snapshot.records["requests"]
    for state in ("open", "under_way", "answered", "closed"):
        number = sum(row["state"] == state for row in rows)
        yield f"requests.{state}", figure(number, "requests", query={"state": state})
