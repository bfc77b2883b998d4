from typing import Final

from reporting.pages import contribution_sheets, contributions
from reporting.views import filters
from reporting.views.boardpage import BoardPage
from reporting.views.rows import Listed

PAGES: Final = (
    BoardPage(
        "contributions",
        "contributions/",
        "contributions",
        contributions.contributions_page,
        filters={
            "office": filters.offices,
            "recorded": filters.recorded,
            "signatory": filters.signatures,
            "level": filters.levels,
        },
        listed=Listed(
            "contributions", size=50, facets=("office", "recorded", "signatory", "level")
        ),
        sheets={
            "completeness": contribution_sheets.completeness_sheet,
            "contributions": contribution_sheets.contributions_sheet,
        },
    ),
)
