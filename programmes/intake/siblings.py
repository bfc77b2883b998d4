"""The records on which rows act, and those beside which they stand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, OuterRef, Q, QuerySet

from programmes.intake.columns import Content
from programmes.intake.kinds import RecordKind
from programmes.intake.linking import OWNERS, Countries, Reference, Source
from programmes.intake.scene import Scene
from programmes.models import FrameworkResult, MechanismRole, ProgrammeResult


@dataclass
class Siblings:
    """Records on file with what they say, found by id and by key."""

    records: dict[int, Model] = field(default_factory=dict)
    contents: dict[int, Content] = field(default_factory=dict)
    ids: dict[tuple[Any, ...], int] = field(default_factory=dict)


def find_siblings(
    kind: RecordKind, ids: Iterable[int], scopes: Iterable[int], scene: Scene, *, lock: bool
) -> Siblings:
    """The records that rows name, and all in the same scope; held until the end with `lock`."""
    records = records_of(kind)
    if kind.scope:
        records = records.filter(around(kind, list(ids), list(scopes)))
    if lock:
        records = records.select_for_update(of=("self",))
    found = {record.pk: record for record in records}
    contents = contents_of(kind, found.values(), scene)
    learn_results(kind, contents, scene)
    learn_sources(kind, contents, scopes, scene)
    return Siblings(found, contents, {kind.key_of(said): pk for pk, said in contents.items()})


def learn_results(kind: RecordKind, contents: Mapping[int, Content], scene: Scene) -> None:
    """The ids of results by owner and code: what `parent` can point to."""
    if kind.scope in OWNERS:
        owners = scene.targets(OWNERS[kind.scope])
        for pk, said in contents.items():
            owner = owners.find(said[kind.scope])
            if owner is not None and "code" in said:
                scene.results[owner.id, said["code"]] = pk


def around(kind: RecordKind, ids: list[int], scopes: list[int]) -> Q:
    """The scopes that are named, and those of the records that are named by id."""
    scope = attribute_of(kind)
    named = kind.model._default_manager.filter(pk__any_of=ids).order_by().values(scope)
    return Q(**{f"{kind.scope}__id__any_of": scopes}) | Q(**{f"{scope}__in": named})


def attribute_of(kind: RecordKind) -> str:
    """The column of the table that holds the scope."""
    return kind.column(kind.scope).attribute


def records_of(kind: RecordKind) -> QuerySet[Any]:
    """All records of a kind in the order of their ids, with what is kept beside them."""
    records = kind.model._default_manager.order_by("pk")
    return records.annotate(**BESIDE.get(kind.model, dict)())


def countries_beside() -> dict[str, Any]:
    """The countries of a role."""
    links = MechanismRole.countries.through.objects.filter(mechanismrole=OuterRef("pk"))
    codes = links.order_by("country__iso3").values("country__iso3")
    return {"iso3s": ArraySubquery(codes)}


def parent_beside() -> dict[str, Any]:
    """The code of the result above."""
    return {"parent_code": F("parent__code")}


def source_beside() -> dict[str, Any]:
    """The codes of the result above and of that in the framework."""
    return {
        **parent_beside(),
        "derived_code": F("derived_from__code"),
        "derived_framework": F("derived_from__framework_id"),
        "own_framework": F("document__framework_id"),
    }


BESIDE: dict[type[Model], Callable[[], dict[str, Any]]] = {
    MechanismRole: countries_beside,
    FrameworkResult: parent_beside,
    ProgrammeResult: source_beside,
}


def contents_of(kind: RecordKind, records: Iterable[Any], scene: Scene) -> dict[int, Content]:
    """What each record says, by its id; the records come from `records_of`."""
    return {
        record.pk: {column.name: column.stored(record, scene) for column in kind.columns}
        for record in records
    }


def learn_sources(
    kind: RecordKind, contents: Mapping[int, Content], scopes: Iterable[int], scene: Scene
) -> None:
    """What programme results can be derived from: results of the frameworks of their documents."""
    if any(isinstance(column, Source) for column in kind.columns):
        documents = scene.targets("programme-documents")
        found = (documents.find(said[kind.scope]) for said in contents.values())
        scene.learn_sources({*scopes, *(each.id for each in found if each)})


def prepare(kind: RecordKind, scene: Scene) -> None:
    """Look up all that columns refer to, so that the number of queries is always the same."""
    for column in kind.columns:
        if isinstance(column, Reference):
            scene.targets(column.to)
        if isinstance(column, Countries):
            scene.targets("countries")
        if isinstance(column, Source):
            scene.targets("frameworks")
