from typing import Final

from reporting.pages import calendar, mechanisms, register
from reporting.views import filters
from reporting.views.boardpage import BoardPage

PAGES: Final = (
    BoardPage(
        "frameworks",
        "frameworks/",
        "frameworks",
        register.frameworks_page,
        filters={
            "office": filters.offices,
            "signatory": filters.signatures,
            "level": filters.levels,
            "running_on": filters.days,
        },
    ),
    BoardPage(
        "framework-calendar",
        "frameworks/calendar/",
        "frameworks",
        calendar.calendar_page,
        template="framework_calendar",
        filters={"office": filters.offices},
    ),
    BoardPage(
        "programme-documents",
        "programme-documents/",
        "programme-documents",
        register.programme_documents_page,
        filters={
            "office": filters.offices,
            "generation": filters.generations,
            "derived": filters.on_record,
            "running": filters.on_record,
            "on_record_on": filters.days,
        },
    ),
    BoardPage("mechanisms", "mechanisms/", "mechanisms", mechanisms.mechanisms_page),
)
