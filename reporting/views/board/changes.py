from collections.abc import Mapping
from typing import Any, Final

from reporting.pages import change_rows, changes, move_table
from reporting.snapshots.movement import CHANGED
from reporting.views import filters
from reporting.views.boardpage import BoardPage
from reporting.views.rows import Listed

FILTERS: Final = {
    "change": filters.changes,
    "pillar": filters.pillars,
    "item": filters.items,
    "office": filters.offices,
}


def total(section: Mapping[str, Any], filters: Mapping[str, str]) -> int | None:
    """The sums of the section, where at most a kind of change is chosen."""
    if set(filters) - {"change"} or not section["moves"]:
        return None
    found: int = section["moves"][filters.get("change", CHANGED)]
    return found


PAGES: Final = (
    BoardPage(
        "changes",
        "changes/",
        "changes",
        changes.changes_page,
        filters=FILTERS,
        listed=Listed(
            "changes",
            size=50,
            facets=tuple(FILTERS),
            unless_chosen={"change": CHANGED},
            total=total,
        ),
        sheets={"changes": change_rows.changes_sheet, "moves": move_table.moves_sheet},
    ),
)
