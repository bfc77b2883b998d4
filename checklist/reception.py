"""A table as it was received: the faults of its cells beside those of the one intake."""

from accounts.outcomes import with_faults
from accounts.policy import Actor
from checklist.intake import Plan, plan
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
    return with_faults(planned, table.faults, "lines")
