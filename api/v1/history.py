"""The history of all kinds of record as one list, the newest first, paged by key.

Each kind has its own table of events. A page takes the newest of each table by its key and
merges them by time; the cursor remembers how far each table was read. So a page costs the
same at the millionth event, and nothing is shown twice or left out.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

OWN = "e.office_id = ANY(%s)"
OWN_BY_ANSWER = """EXISTS (SELECT 1 FROM checklist_answer a
    WHERE a.id = e.answer_id AND a.office_id = ANY(%s))"""
OWN_BY_SUBMISSION = """EXISTS (SELECT 1 FROM checklist_submission s
    WHERE s.number = e.submission_id AND s.office_id = ANY(%s))"""
ANSWER_ADDRESS = """'rounds/'
    || (SELECT r.code FROM checklist_reportinground r WHERE r.id = {a}.round_id) || '/answers/'
    || (SELECT i.code FROM checklist_checklistitem i WHERE i.id = {a}.item_id)
    || '/' || {a}.subject"""

AMENDED_ADDRESS = (
    f"(SELECT {ANSWER_ADDRESS.format(a='b')} FROM checklist_answer b WHERE b.id = e.answer_id)"  # noqa: S608
)


@dataclass(frozen=True)
class Kind:
    """A kind of record: its table of events, whose they are, and the address of the record."""

    name: str
    table: str
    address: str = "NULL"
    own: str = ""


KINDS = {
    kind.name: kind
    for kind in (
        Kind("answer", "checklist_answerevent", ANSWER_ADDRESS.format(a="e"), OWN),
        Kind(
            "amendment",
            "checklist_amendmentevent",
            AMENDED_ADDRESS,
            OWN_BY_ANSWER,
        ),
        Kind("proposal-reply", "checklist_proposalreplyevent", AMENDED_ADDRESS, OWN_BY_ANSWER),
        Kind("submission", "checklist_submissionevent", "'submissions/' || e.number", OWN),
        Kind(
            "submission-line",
            "checklist_submissionlineevent",
            "'submissions/' || e.submission_id",
            OWN_BY_SUBMISSION,
        ),
        Kind("evidence", "checklist_evidenceevent", "'evidence/' || e.id", OWN),
        Kind("round", "checklist_reportingroundevent", "'rounds/' || e.code"),
        Kind("figure", "reporting_reportedfigureevent", "'figures/' || e.id"),
        Kind(
            "reconciliation",
            "reporting_figurereconciliationevent",
            "'figures/' || e.figure_id",
        ),
        Kind("fact", "reporting_reportedfactevent"),
        Kind("framework", "programmes_cooperationframeworkevent", "'frameworks/' || e.id"),
        Kind(
            "engagement",
            "programmes_frameworkengagementevent",
            "'frameworks/' || e.framework_id || '/engagement'",
        ),
        Kind(
            "programme-document",
            "programmes_countryprogrammedocumentevent",
            "'programme-documents/' || e.id",
        ),
        Kind("framework-result", "programmes_frameworkresultevent"),
        Kind("programme-result", "programmes_programmeresultevent"),
        Kind("contribution", "programmes_analysiscontributionevent"),
        Kind("work-plan-item", "programmes_workplanitemevent"),
        Kind("alignment-rule", "programmes_alignmentruleevent"),
        Kind("dismissal", "programmes_findingdismissalevent"),
        Kind("criterion", "programmes_reviewcriterionevent"),
        Kind("judgement", "programmes_criterionjudgementevent"),
        Kind("presence", "programmes_presenceevent"),
        Kind("mechanism", "regions_regionalmechanismevent", "'mechanisms/' || e.code"),
        Kind("mechanism-role", "programmes_mechanismroleevent", "'mechanism-roles/' || e.id"),
        Kind("office", "regions_regionalofficeevent", "'offices/' || e.code"),
        Kind("coverage", "regions_officecoverageevent"),
        Kind("country", "regions_countryevent", "'countries/' || e.iso3"),
        Kind("team", "regions_countryteamevent", "'teams/' || e.code"),
        Kind("team-membership", "regions_teammembershipevent"),
        Kind("checklist", "checklist_checklistevent", "'checklists/' || e.version"),
        Kind("item", "checklist_checklistitemevent"),
        Kind("pillar", "checklist_pillarevent"),
        Kind("scale-level", "checklist_scalelevelevent"),
        Kind("session", "checklist_boardsessionevent"),
        Kind("document", "checklist_boarddocumentevent"),
    )
}
"""Records only: people and their tokens are not shown here."""

HEADS = """(SELECT {name} AS kind, e.pgh_id, e.pgh_created_at FROM {table} e
    WHERE (%s::bigint IS NULL OR e.pgh_id < %s) AND (%s::timestamptz IS NULL
        OR e.pgh_created_at >= %s) {own} ORDER BY e.pgh_id DESC LIMIT %s)"""
STATES = """SELECT {name} AS kind, e.pgh_id, e.pgh_created_at, e.pgh_label, e.pgh_context,
    to_jsonb(e) AS state, {address} AS address,
    (SELECT to_jsonb(p) FROM {table} p WHERE p.pgh_obj_id = e.pgh_obj_id AND p.pgh_id < e.pgh_id
        ORDER BY p.pgh_id DESC LIMIT 1) AS earlier,
    (SELECT u.full_name FROM accounts_user u
        WHERE u.id::text = e.pgh_context ->> 'user') AS person
    FROM {table} e WHERE e.pgh_id = ANY(%s) {own}"""

Head = tuple[str, int, datetime]
Seen = Mapping[str, int]
"""By kind, the key of the last event that was shown."""


@dataclass(frozen=True)
class Reader:
    """Whose history it is: of some offices, or (None) of all."""

    offices: Sequence[int] | None

    @property
    def kinds(self) -> list[Kind]:
        """The kinds of record this reader can see events of."""
        return [kind for kind in KINDS.values() if self.offices is None or kind.own]

    def own(self, kind: Kind) -> tuple[str, list[Any]]:
        """Condition, with its parameter, for the events this reader may see."""
        if self.offices is None:
            return "", []
        return f"AND {kind.own}", [list(self.offices)]


def newest(
    reader: Reader, kinds: Sequence[Kind], seen: Seen, since: datetime | None, limit: int
) -> tuple[list[Head], Seen | None]:
    """The next events in the order of the list, and how far each table is read then.

    One query over the tables' keys. Nothing is left to read when the second is None.
    """
    parts, params = [], []
    for kind in kinds:
        own, more = reader.own(kind)
        last = seen.get(kind.name)
        parts.append(HEADS.format(name=f"'{kind.name}'", table=kind.table, own=own))
        params += [last, last, since, since, *more, limit + 1]
    if not parts:
        return [], None
    heads: dict[str, list[Head]] = {kind.name: [] for kind in kinds}
    for kind_name, key, at in _rows(" UNION ALL ".join(parts), params):
        heads[kind_name].append((kind_name, key, at))
    merged = list(_merged(heads.values()))
    return merged[:limit], _read_then(heads, merged[:limit]) if len(merged) > limit else None


def _read_then(heads: Mapping[str, list[Head]], page: Iterable[Head]) -> Seen:
    """A table not shown yet is read from its newest event of now: later ones move no page."""
    seen = {
        kind: max((key for _, key, _ in found), default=-1) + 1 for kind, found in heads.items()
    }
    return {**seen, **{kind: key for kind, key, _at in page}}


def _merged(tables: Iterable[list[Head]]) -> Iterator[Head]:
    """By time, but within a table in the order of its keys: the cursor counts on it."""
    by_key = [sorted(heads, key=lambda head: -head[1]) for heads in tables if heads]
    waiting = [(-heads[0][2].timestamp(), number, 0) for number, heads in enumerate(by_key)]
    heapq.heapify(waiting)
    while waiting:
        _time, table, position = heapq.heappop(waiting)
        heads = by_key[table]
        yield heads[position]
        if position + 1 < len(heads):
            following = (-heads[position + 1][2].timestamp(), table, position + 1)
            heapq.heappush(waiting, following)


def events(reader: Reader, heads: Sequence[Head]) -> list[dict[str, Any]]:
    """The events with the state before and after, in the order given: one query."""
    keys: dict[str, list[int]] = {}
    for kind_name, key, _at in heads:
        keys.setdefault(kind_name, []).append(key)
    parts, params = [], []
    for kind_name, found in keys.items():
        kind = KINDS[kind_name]
        own, more = reader.own(kind)
        text = STATES.format(name=f"'{kind.name}'", table=kind.table, address=kind.address, own=own)
        parts.append(text)
        params += [found, *more]
    if not parts:
        return []
    rows = {
        (row["kind"], row["pgh_id"]): row for row in _records(" UNION ALL ".join(parts), params)
    }
    return [rows[kind, key] for kind, key, _at in heads if (kind, key) in rows]


def _rows(statement: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())


def _records(statement: str, params: Sequence[Any]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
