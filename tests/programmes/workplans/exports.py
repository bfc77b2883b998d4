"""An export as tests write it: heads, rows, and the world it is about."""

import csv
import io
from datetime import date

from programmes.models import CooperationFramework
from programmes.workplans.mapping import Said
from regions.tables import Grid
from tests.factories import make_team

HEADS = (
    *("Country", "Joint Workplan", "Strategic Priority", "Outcome", "Output", "Sub-Output"),
    *("Implementing Agencies", "Status", "Total required (USD)", "Available", "Expenditure"),
)
ROW = {
    "Country": "KEN",
    "Joint Workplan": "Joint Work Plan 2026",
    "Strategic Priority": "1. People",
    "Outcome": "Outcome 1.1: Services",
    "Output": "Output 1.1.1: Housing",
    "Sub-Output": "1.1.1.1 Upgrade settlements",
    "Implementing Agencies": "UN-Habitat; UNDP",
    "Status": "Implementation",
    "Total required (USD)": "1,000,000",
    "Available": "600,000.50",
    "Expenditure": "",
}
SAID = Said(source="UN INFO export", exported_on=date(2026, 3, 12))


def row(**changes):
    """A row, with what is different in it; names of fields as their first word."""
    words = {"country": "Country", "plan": "Joint Workplan", "name": "Sub-Output"}
    words |= {"agencies": "Implementing Agencies", "status": "Status", "outcome": "Outcome"}
    words |= {"required": "Total required (USD)", "available": "Available", "spent": "Expenditure"}
    return ROW | {words[name]: value for name, value in changes.items()}


def rows(count, **changes):
    """Rows that differ in their codes."""
    return [row(name=f"1.1.1.{n} Part {n}", **changes) for n in range(1, count + 1)]


def grid(*given, heads=HEADS):
    """The rows as cells below their heads."""
    return Grid([list(heads), *([each.get(head, "") for head in heads] for each in given)])


def table(*given, heads=HEADS):
    """The rows as a CSV file."""
    text = io.StringIO()
    csv.writer(text).writerows(grid(*given, heads=heads).rows)
    return text.getvalue().encode()


def make_framework(code="KEN", starts=2022, ends=2027, **dates):
    """A team with a framework that runs for whole years."""
    team = make_team(code) if isinstance(code, str) else code
    given = {"starts_on": date(starts, 1, 1), "ends_on": date(ends, 12, 31)} | dates
    return CooperationFramework.objects.create(
        team=team, kind="cooperation_framework", place_in_sequence="running", **given
    )
