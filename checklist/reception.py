"""A table as it was received: the faults of its cells beside those of the one intake."""

from collections.abc import Sequence
from dataclasses import replace

from accounts.policy import Actor
from accounts.refusals import Fault
from checklist.intake import Outcome, Plan, plan
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
    bad = {line_number(fault) for fault in more}
    lines = [
        replace(line, outcome=Outcome.REJECTED, differences={}) if line.number in bad else line
        for line in planned.lines
    ]
    faults = sorted([*more, *planned.faults], key=line_number)
    return replace(planned, lines=lines, faults=faults)


def line_number(fault: Fault) -> int:
    """The line a fault is about, from 1; nought for the table as a whole."""
    parts = fault.pointer.split("/")
    return int(parts[2]) + 1 if parts[1:2] == ["lines"] else 0
