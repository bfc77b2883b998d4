from typing import Final

from regions.converters import CODE
from reporting.pages import items, pillars
from reporting.views import filters
from reporting.views.boardpage import BoardPage

ANSWERS: Final = {
    "kind": filters.kinds,
    "constraint": filters.constraints,
    "office": filters.offices,
}

PAGES: Final = (
    BoardPage("pillars", "pillars/", "pillars", pillars.pillars_page, filters=ANSWERS),
    BoardPage(
        "pillar",
        f"pillars/<{CODE}:code>/",
        "pillar:{code}",
        pillars.pillar_page,
        filters={"office": filters.offices},
    ),
    BoardPage("item", f"items/<{CODE}:code>/", "item:{code}", items.item_page, filters=ANSWERS),
)
