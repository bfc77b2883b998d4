"""A submission as a table: CSV or a workbook, through the same intake, faults named by cell."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Protocol, cast

from drf_spectacular.types import OpenApiTypes
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.policy import Actor
from accounts.refusals import Invalid
from api.bodies import TABLES
from api.errors import Error, Problem, problem_of_refusal
from api.frames import Frame, Shape
from api.requests import office_named, text_of
from api.v1.submitting import Incoming, round_named, shape_plan
from checklist import blockers
from checklist.actions.acting import refuse_blocked
from checklist.actions.submissions import Handover, submit
from checklist.intake import LINE_LIMIT
from checklist.news import only_news
from checklist.reception import plan_table
from checklist.workbooks import Table, read_table


class HasCells(Protocol):
    """A table that remembers its cells."""

    def cell_of(self, pointer: str) -> str: ...


MEDIA_TYPES = tuple(parser.media_type for parser in TABLES)
BINARY = dict.fromkeys(MEDIA_TYPES, OpenApiTypes.BINARY)


def is_table(request: Request) -> bool:
    """Whether the body is announced as a table."""
    return media_type_of(request) in MEDIA_TYPES


def media_type_of(request: Request) -> str:
    """What the body is announced as, without its parameters."""
    return (request.content_type or "").partition(";")[0].strip().lower()


class IncomingTable(Incoming):
    """Round, office and note stand in the address, the lines in the rows."""

    def __init__(self, request: Request, actor: Actor, frame: Frame) -> None:
        self.actor, self.frame = actor, frame
        said = request.query_params.dict()
        self.office = office_named(said.get("office") or None, actor)
        self.round = round_named(said.get("round"), actor)
        self.note = text_of(said, "note")
        self.media_type = media_type_of(request)
        # A body of no length at all is no bytes to the framework, but an empty object.
        self.content = cast(bytes, request.data) or b""

    @cached_property
    def table(self) -> Table:
        """The table, read when it is needed: a repeated request is answered without it."""
        refuse_blocked(blockers.to_write(self.round))
        table = read_table(self.content, self.media_type, self.round, self.office)
        refuse_too_many(table)
        return table

    def preview(self) -> Response:
        """The plan, also when cells are bad; rows that say nothing new are only counted."""
        planned = plan_table(self.table, self.round, self.office, by=self.actor)
        news = planned if planned.faults else only_news(planned)
        if not planned.faults:
            refuse_blocked(blockers.to_submit(self.round, len(news.lines)))
        left_out = self.table.untouched + len(planned.lines) - len(news.lines)
        shape = {**shape_plan(news), "left_out": left_out}
        return Response({**shape, "errors": with_cells(shape["errors"], self.table)})

    def submit(self, summary: Callable[[Handover], Shape]) -> Response:
        """Store all that is new, or nothing."""
        try:
            self.refuse_faults()
            return super().submit(summary)
        except Invalid as refusal:
            problem = problem_of_refusal(refusal)
            problem.errors = with_cells(problem.errors, self.table)
            raise problem from refusal

    def hand_over(self) -> Handover:
        """Only what is not on record already."""
        return submit(
            self.round,
            self.office,
            self.table.lines,
            note=self.note,
            news_only=True,
            by=self.actor,
        )

    def refuse_faults(self) -> None:
        """Faults of the table itself come together with those of its lines."""
        if self.table.faults:
            planned = plan_table(self.table, self.round, self.office, by=self.actor)
            raise Invalid(planned.faults)


def refuse_too_many(table: Table) -> None:
    """More lines than a submission has are the same 413 from every door."""
    faults = [fault for fault in table.faults if fault.code == "too_many_lines"]
    if faults:
        raise Problem(413, faults[0].code, faults[0].message, limit=LINE_LIMIT)


def with_cells(errors: Sequence[Error], table: HasCells) -> list[Error]:
    """Each error with the cell it is in, where it is in one."""
    return [{**each, **cell(table.cell_of(str(each["pointer"])))} for each in errors]


def cell(name: str) -> dict[str, str]:
    """A member of an error, or none."""
    return {"cell": name} if name else {}
