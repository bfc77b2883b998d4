from typing import Final

from reporting.pages import changes
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

PAGES: Final = (
    BoardPage(
        "changes",
        "changes/",
        "changes",
        changes.changes_page,
        filters=FILTERS,
        listed=Listed("changes", size=50, facets=tuple(FILTERS), unless_chosen={"change": CHANGED}),
        sheets={"changes": changes.changes_sheet, "moves": changes.moves_sheet},
    ),
)
