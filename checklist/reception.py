"""A table as it was received: the faults of its cells beside those of the one intake."""

from collections.abc import Sequence
from dataclasses import replace

from accounts.policy import Actor
from accounts.refusals import Fault
from checklist.intake import Plan, line_number, plan, rejected
from checklist.models import ReportingRound
from checklist.workbooks import Table
from regions.models import RegionalOffice


def plan_table(
    table: Table,
    round_: ReportingRound,
    office: RegionalOffice,
    *,
    complete: bool = True,
    by: Actor,
) -> Plan:
    """What a table would do, with every fault: of the table, of its cells, of its lines."""
    planned = plan(round_, office, table.lines, complete=complete, by=by)
    return with_faults(planned, table.faults)


def with_faults(planned: Plan, more: Sequence[Fault]) -> Plan:
    """The plan with faults that were found before it; they reject their lines, too."""
    faults = sorted([*more, *planned.faults], key=line_number)
    return replace(planned, lines=rejected(planned.lines, more), faults=faults)
