"""Many records as a table: CSV or a workbook, through the same intake, faults named by cell."""

from typing import cast

from rest_framework.request import Request
from rest_framework.response import Response

from accounts.policy import Actor
from accounts.refusals import Invalid
from api.errors import Problem, problem_of_refusal
from api.frames import Frame
from api.requests import text_of
from api.v1.kept.bulk_shapes import shape_rows
from api.v1.tables import media_type_of, with_cells
from programmes.actions.records import save_rows
from programmes.intake.kinds import RecordKind
from programmes.intake.planning import ROW_LIMIT
from programmes.tables.preview import look
from programmes.tables.reading import RecordTable, read_table


class SentRecords:
    """A table as it was sent; the reason stands in the address."""

    def __init__(self, kind: RecordKind, request: Request, actor: Actor, frame: Frame) -> None:
        self.kind, self.actor, self.frame = kind, actor, frame
        self.reason = text_of(request.query_params.dict(), "reason")
        # A body of no length at all is no bytes to the framework, but an empty object.
        content = cast(bytes, request.data) or b""
        self.table = read_table(content, media_type_of(request), kind)
        refuse_too_many(self.table)

    def preview(self) -> Response:
        """What would be done, also when cells are bad."""
        planned = look(self.kind, self.table, self.actor).plan
        shape = shape_rows(planned, self.frame, dry_run=True)
        return Response({**shape, "errors": with_cells(shape["errors"], self.table)})

    def save(self) -> Response:
        """All of it, or nothing; a fault of a cell refuses like one of a row."""
        try:
            if self.table.faults:
                raise Invalid(look(self.kind, self.table, self.actor).plan.faults)
            saved = save_rows(self.kind, self.table.rows, reason=self.reason, by=self.actor)
        except Invalid as refusal:
            problem = problem_of_refusal(refusal)
            problem.errors = with_cells(problem.errors, self.table)
            raise problem from refusal
        return Response(shape_rows(saved, self.frame, dry_run=False))


def refuse_too_many(table: RecordTable) -> None:
    """More rows than are taken at once are 413, as in JSON."""
    faults = [fault for fault in table.faults if fault.code == "too_many_lines"]
    if faults:
        raise Problem(413, "too_many_rows", faults[0].message, limit=ROW_LIMIT)
