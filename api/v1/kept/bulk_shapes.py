"""What rows of records did or would do, as a client reads it."""

from django.utils.translation import gettext as _

from api.errors import SPELLED_OUT, Error, error, errors_of
from api.frames import Frame, Shape
from programmes.intake.kinds import RecordKind
from programmes.intake.planning import Plan, PlannedRow


def shape_rows(planned: Plan, frame: Frame, *, dry_run: bool) -> Shape:
    """What rows did or would do, row by row."""
    errors = [*errors_of(planned.faults), *stale_errors(planned)]
    return {
        "dry_run": dry_run,
        **planned.counts,
        "row_count": len(planned.rows),
        "rows": [shape_row(planned.kind, row, frame) for row in planned.rows],
        "errors": errors[:SPELLED_OUT],
        "error_count": len(errors),
    }


def shape_row(kind: RecordKind, row: PlannedRow, frame: Frame) -> Shape:
    """What one row changes, field by field."""
    return {
        "number": row.number,
        "outcome": row.outcome.value,
        "url": address(kind, row, frame),
        "differences": row.differences,
    }


def address(kind: RecordKind, row: PlannedRow, frame: Frame) -> str | None:
    """Where the record is, once it is there."""
    if row.record is None:
        return None
    return frame.link(kind.slug, getattr(row.record, kind.address))


def stale_errors(planned: Plan) -> list[Error]:
    """A row that would overwrite somebody else's change refuses the real run with 409."""
    if planned.stale is None:
        return []
    at = f"/rows/{planned.stale.number - 1}/base"
    name = planned.kind.name_of(planned.stale.before or {})
    words = _("%(record)s was changed since.") % {"record": name}
    return [error(at, "stale_version", words)]
