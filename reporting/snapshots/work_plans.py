"""The newest joint work plan of each framework: what of it names UN-Habitat."""

from django.contrib.postgres.aggregates import BoolAnd, JSONBAgg
from django.db.models import Count, Max, Q
from django.db.models.functions import JSONObject

from programmes.models import WorkPlanItem
from reporting.snapshots.plain import Record, records, with_provenance


def read_work_plans() -> list[Record]:
    """One plan a framework; one that names UN-Habitat nowhere is on record all the same."""
    plans = (
        WorkPlanItem.objects.order_by()
        .values("framework", "year")
        .annotate(
            items=Count("pk"),
            named=JSONBAgg(
                JSONObject(code="code", name="name", country="country__iso3"),
                filter=Q(names_un_habitat=True),
                order_by=["code", "country__iso3"],
            ),
            from_source=Max("source"),
            is_made_up=BoolAnd("is_invented"),
        )
    )
    rows = records(
        plans.order_by("framework", "year"),
        *("framework", "year", "items", "named"),
        source="from_source",
        is_invented="is_made_up",
    )
    newest = {row["framework"]: row for row in rows}
    return [with_provenance({**row, "named": row["named"] or []}) for row in newest.values()]
