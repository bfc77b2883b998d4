from typing import Final

from regions.converters import CODE
from reporting.pages import (
    answer_list,
    constraint_sheets,
    constraints,
    item_rounds,
    items,
    pillar,
    pillar_sheets,
    pillars,
)
from reporting.views import filters
from reporting.views.boardpage import BoardPage
from reporting.views.rows import Listed

ANSWERS: Final = {
    "kind": filters.kinds,
    "constraint": filters.constraints,
    "office": filters.offices,
}

FOUND_BY: Final = {
    "office": filters.offices,
    "pillar": filters.pillars,
    "item": filters.items,
    "kind": filters.answer_kinds,
    "constraint": filters.constraints,
    "reason": filters.reasons,
    "asked": filters.levels_asked,
    "due": filters.due,
}

PAGES: Final = (
    BoardPage(
        "answers",
        "answers/",
        "answers",
        answer_list.answers_page,
        filters=FOUND_BY,
        listed=Listed("answers", size=50, facets=tuple(FOUND_BY)),
        sheets={"answers": answer_list.answers_sheet},
    ),
    BoardPage(
        "pillars",
        "pillars/",
        "pillars",
        pillars.pillars_page,
        filters={"kind": filters.kinds, "constraint": filters.constraints},
        sheets={"items": pillar_sheets.items_sheet},
    ),
    BoardPage(
        "pillar",
        f"pillars/<{CODE}:code>/",
        "pillar:{code}",
        pillar.pillar_page,
        filters={"office": filters.offices},
        sheets={
            "items": pillar_sheets.item_matrix_sheet,
            "constraints": pillar_sheets.constraints_sheet,
        },
        briefing="pillar-briefing",
    ),
    BoardPage(
        "constraints",
        "constraints/",
        "constraints",
        constraints.constraints_page,
        filters={"office": filters.offices, "pillar": filters.pillars},
        sheets={
            "reasons": constraint_sheets.reasons_sheet,
            "offices": constraint_sheets.offices_sheet,
            "pillars": constraint_sheets.pillars_sheet,
            "due": constraint_sheets.due_sheet,
        },
    ),
    BoardPage(
        "item",
        f"items/<{CODE}:code>/",
        "item:{code}",
        items.item_page,
        filters=ANSWERS,
        listed=Listed("answers", facets=tuple(ANSWERS), at="item"),
        sheets={"answers": answer_list.answers_sheet, "rounds": item_rounds.rounds_sheet},
    ),
)
