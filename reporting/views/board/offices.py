from typing import Final

from regions.converters import CODE
from reporting.pages import country_sheet, office_sheets, offices
from reporting.views.boardpage import BoardPage
from reporting.views.rows import Listed

PAGES: Final = (
    BoardPage(
        "offices",
        "offices/",
        "offices",
        offices.offices_page,
        sheets={"offices": office_sheets.offices_sheet},
    ),
    BoardPage(
        "office",
        f"offices/<{CODE}:code>/",
        "office:{code}",
        offices.office_page,
        listed=Listed("countries", size=60, at="office"),
        sheets={
            "countries": country_sheet.countries_sheet,
            "pillars": office_sheets.trends_sheet,
            "items": office_sheets.items_sheet,
            "findings": office_sheets.findings_sheet,
            "mechanisms": office_sheets.mechanisms_sheet,
            "constraints": office_sheets.constraints_sheet,
            "figures": office_sheets.figures_sheet,
        },
        briefing="office-briefing",
    ),
)
