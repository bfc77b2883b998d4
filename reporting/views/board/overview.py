from typing import Final

from reporting.pages import overview, overview_sheets
from reporting.views.boardpage import BoardPage

PAGE: Final = BoardPage(
    name="overview",
    route="",
    section="overview",
    build=overview.page,
    sheets={
        "figures": overview_sheets.figures_sheet,
        "verdicts": overview_sheets.verdicts_sheet,
        "matrix": overview_sheets.matrix_sheet,
        "changes": overview_sheets.changes_sheet,
        "constraints": overview_sheets.constraints_sheet,
        "teams": overview_sheets.teams_sheet,
    },
)
