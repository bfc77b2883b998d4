"""The published joint work plan: a file received, its columns corrected, then taken over."""

import hashlib
from typing import Final

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_blocked, refuse_unless
from accounts.policy import Actor
from accounts.refusals import Blocker, Fault, Invalid
from programmes.models import CooperationFramework, IncomingTable
from programmes.workplans.heads import HEADS
from programmes.workplans.mapping import Said
from programmes.workplans.planning import WorkPlan, plan
from programmes.workplans.writing import remove, write
from regions.tables import Grid, NotRead, read_grid

KIND: Final = "joint-work-plan"
LONGEST_NAME: Final = 200


def read_plan(content: bytes, name: str) -> Grid:
    """The rows of an export; a file that is none is refused in words."""
    grid = read_grid(content, name, HEADS)
    if isinstance(grid, NotRead):
        raise Invalid([Fault("", grid.code, grid.message)])
    return grid


def receive_plan(upload: UploadedFile, said: Said, *, by: Actor) -> IncomingTable:
    """The file as it was sent, kept between preview and use."""
    refuse_unless(policy.may_import_work_plans(by))
    content = upload.read()
    read_plan(content, upload.name or "")
    with acting(by):
        return IncomingTable.objects.create(
            kind=KIND,
            name=(upload.name or "")[-LONGEST_NAME:],
            media_type=(upload.content_type or "")[:100],
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
            mapping=said.as_json(),
            received_by=by.user,
        )


def correct_columns(table: IncomingTable, said: Said, *, by: Actor) -> None:
    """What the reader says of the columns, the year and the source."""
    refuse_unless(policy.may_import_work_plans(by))
    with acting(by):
        table.mapping = said.as_json()
        table.save(update_fields=["mapping"])


def import_plan(grid: Grid, said: Said, *, vanished: int | None = None, by: Actor) -> WorkPlan:
    """Take a whole export over, or nothing of it.

    `vanished` is how many items the reader saw that the plan no longer has, and wants
    deleted; None leaves them on record.
    """
    refuse_unless(policy.may_import_work_plans(by))
    with acting(by):
        hold_frameworks()
        planned = plan(grid, said)
        if planned.faults:
            raise Invalid(planned.faults)
        refuse_blocked(changed_since(planned, vanished))
        write(planned)
        if vanished:
            remove(planned.vanished)
    return planned


def hold_frameworks() -> None:
    """Two people who import the same plan at once do it one after the other."""
    held = CooperationFramework.objects.order_by("pk").select_for_update(no_key=True)
    list(held.values_list("pk"))


def changed_since(planned: WorkPlan, vanished: int | None) -> list[Blocker]:
    """Nothing is deleted that the reader was not shown."""
    if vanished is None or vanished == len(planned.vanished):
        return []
    words = _("Meanwhile other items are no longer in the plan; look at them again.")
    return [Blocker("count_changed", words)]


def use_plan(
    table: IncomingTable, said: Said, *, vanished: int | None = None, by: Actor
) -> WorkPlan:
    """Take over the file that was kept."""
    with acting(by):
        grid = read_plan(bytes(table.content), table.name)
        planned = import_plan(grid, said, vanished=vanished, by=by)
        table.used_at = timezone.now()
        table.save(update_fields=["used_at"])
    return planned
