"""A record of programmes as a client gets it, from a row of plain values."""

from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from accounts import policy
from accounts.policy import Actor
from api.frames import Frame, Row, Shape, action, sourced
from api.v1.kept.fields import LINKED
from programmes.intake.columns import Column, plain
from programmes.intake.kinds import RecordKind
from programmes.intake.linking import Countries, Parent, Reference, Source
from programmes.intake.scene import framework_key
from programmes.intake.siblings import records_of
from regions.models import OfficeCoverage

KEEPER = {
    "teams": "team__office",
    "frameworks": "framework__team__office",
    "mechanisms": "mechanism__office",
    "offices": "office",
}
"""Where the office of a record stands, by what its owner is."""

SERVED = {"countries": "country", "programme-documents": "document__country"}
"""Where its country stands, whose office is that of today."""

SOURCE = ("derived_from__framework__team__code", "derived_from__framework__starts_on")
BESIDE = {
    Countries: ("iso3s",),
    Parent: ("parent_code",),
    Source: ("derived_code", "derived_framework", "own_framework", *SOURCE),
}
BY_CODE = {"countries": "iso3", "teams": "code", "mechanisms": "code", "offices": "code"}


def rows_of(kind: RecordKind) -> QuerySet[Any]:
    """All records of a kind with the office that keeps them; they are known to all staff."""
    owner = kind.column(kind.owner)
    to = owner.to if isinstance(owner, Reference) else ""
    if to in KEEPER:
        path = KEEPER[to]
        return records_of(kind).annotate(keeper=F(path), keeper_code=F(f"{path}__code"))
    today = OfficeCoverage.objects.on(timezone.localdate()).filter(country=OuterRef(SERVED[to]))
    return records_of(kind).annotate(
        keeper=Subquery(today.values("office")[:1]),
        keeper_code=Subquery(today.values("office__code")[:1]),
    )


def columns_of(kind: RecordKind) -> tuple[str, ...]:
    """What a shape is made from."""
    paths = [path for column in kind.columns for path in paths_of(column)]
    return (*dict.fromkeys(paths), "keeper", "keeper_code", "is_invented", "updated_at")


def paths_of(column: Column) -> tuple[str, ...]:
    """Where the value of a column stands."""
    if type(column) in BESIDE:
        return BESIDE[type(column)]
    if isinstance(column, Reference):
        by = BY_CODE.get(column.to)
        return (f"{column.name}__{by}" if by else f"{column.name}_id",)
    return (column.name,)


def value_of(column: Column, row: Row, frame: Frame) -> Any:
    """A column of a record: codes as codes, frameworks and documents as addresses."""
    match column:
        case Countries():
            return row["iso3s"]
        case Source():
            return source_of(row)
        case Parent():
            return row["parent_code"] or ""
        case Reference() if column.to in LINKED:
            pk = row[f"{column.name}_id"]
            return frame.link(column.to, pk) if pk else None
    return plain(row[paths_of(column)[0]])


def source_of(row: Row) -> str:
    """The code of a framework result, with its framework where it is not the document's."""
    code: str = row["derived_code"] or ""
    if row["derived_framework"] in (None, row["own_framework"]):
        return code
    team, starts_on = (row[path] for path in SOURCE)
    return f"{framework_key(team, starts_on.isoformat())} {code}"


def shape_record(kind: RecordKind, row: Row, frame: Frame, display: str) -> Shape:
    """A record of any kind."""
    return {
        "url": frame.link(kind.slug, row["pk"]),
        "display": display,
        "updated_at": row["updated_at"],
        "provenance": sourced(row),
        "id": row["pk"],
        "office": row["keeper_code"],
        **{column.name: value_of(column, row, frame) for column in kind.columns},
        "allowed_actions": allowed_actions(kind, row, frame.actor),
    }


def allowed_actions(kind: RecordKind, row: Row, actor: Actor) -> list[Shape]:
    """What the caller can do with a record; nothing where it is another office's."""
    return [action("change", [])] if may_keep(kind, row["keeper"], actor) else []


def may_keep(kind: RecordKind, office: int | None, actor: Actor) -> bool:
    """Offices keep what is theirs, as far as the kind is kept by offices."""
    if kind.offices_keep:
        return policy.may_keep_for(actor, office)
    return policy.may_review(actor)
