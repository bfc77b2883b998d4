from typing import Final

from reporting.pages import request_sheet, requests
from reporting.views import filters
from reporting.views.boardpage import BoardPage
from reporting.views.rows import Listed

FACETS: Final = {
    "session": filters.sessions,
    "state": filters.request_states,
    "theme": filters.themes,
    "office": filters.offices,
    "carried": filters.yes_or_no,
    "overdue": filters.yes_or_no,
    "item": filters.items,
    "country": filters.countries,
}

PAGES: Final = (
    BoardPage(
        "requests",
        "requests/",
        "requests",
        requests.requests_page,
        filters=FACETS,
        listed=Listed("requests", facets=tuple(FACETS)),
        sheets={"requests": request_sheet.requests_sheet},
    ),
)
