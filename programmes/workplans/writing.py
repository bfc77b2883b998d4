"""Storing items: one statement for the new, one for the changed, one for those that are gone."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from accounts.outcomes import Outcome
from programmes.models import WorkPlanItem
from programmes.workplans.planning import CONTENT, Planned, WorkPlan
from regions.arrays import write_rows

TYPES: Final = {
    **dict.fromkeys(CONTENT, "text"),
    "agencies": "text[]",
    **dict.fromkeys(("names_un_habitat", "is_invented"), "boolean"),
    **dict.fromkeys(("required", "available", "spent"), "numeric"),
    "source": "text",
}
KEYS: Final = {"framework_id": "bigint", "country_id": "bigint", "year": "integer", "code": "text"}
CREATE: Final = """
    INSERT INTO programmes_workplanitem ({names}, updated_at)
    SELECT {values}, now() FROM {{rows}}
""".format(  # noqa: S608 (names of columns, none from outside)
    names=", ".join([*KEYS, *TYPES]), values=", ".join(f"row.{name}" for name in [*KEYS, *TYPES])
)
UPDATE: Final = """
    UPDATE programmes_workplanitem AS item SET {pairs}, updated_at = now()
    FROM {{rows}} WHERE item.id = row.id
""".format(pairs=", ".join(f"{name} = row.{name}" for name in TYPES))  # noqa: S608


def write(plan: WorkPlan) -> None:
    """What is new and what has changed."""
    created = [row_of(each) for each in plan.having(Outcome.CREATED)]
    write_rows(CREATE, {**KEYS, **TYPES}, created)
    updated = [row_of(each) | {"id": each.record} for each in plan.having(Outcome.UPDATED)]
    write_rows(UPDATE, {"id": "bigint", **TYPES}, updated)


def row_of(planned: Planned) -> dict[str, Any]:
    """An item as a row of the statement."""
    content = planned.content
    keys = {"framework_id": content["framework"], "country_id": content["country"]}
    return {**keys, **{name: content[name] for name in ("year", "code", *TYPES)}}


def remove(items: Iterable[Mapping[str, Any]]) -> None:
    """Items that the published plan no longer has."""
    WorkPlanItem.objects.filter(pk__any_of=[item["pk"] for item in items]).delete()
