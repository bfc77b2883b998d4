"""A joint work plan of twelve teams, made up: it comes in by the same act as a published one.

Two teams with an active part stand in a plan that does not name UN-Habitat, two without
engagement in one that does, and two items spend or have more than they need: so that the
rules have something to find. None is of a team whose real case is checked.
"""

from pathlib import Path
from typing import Final

from accounts.policy import Actor
from programmes.actions.work_plans import import_plan, read_plan
from programmes.workplans.mapping import Said
from programmes.workplans.planning import WorkPlan
from reporting.demonstration.programmes import SOURCE

DATA: Final = Path(__file__).parent / "data"


def invent_work_plans(year: int, *, by: Actor) -> WorkPlan:
    """Take the made-up export of a year over: that of 2024 is known to the past publications."""
    export = DATA / f"work_plan_{year}.csv"
    grid = read_plan(export.read_bytes(), export.name)
    return import_plan(grid, Said(source=SOURCE), by=by)
