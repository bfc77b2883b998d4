from typing import Final

from reporting.pages import (
    calendar,
    calendar_ends,
    calendar_years,
    frameworks,
    mechanisms,
    programme_documents,
)
from reporting.selecting import select_documents, select_frameworks
from reporting.views import filters
from reporting.views.boardpage import BoardPage
from reporting.views.rows import Listed

PAGES: Final = (
    BoardPage(
        "frameworks",
        "frameworks/",
        "frameworks",
        frameworks.frameworks_page,
        filters={
            "office": filters.offices,
            "signatory": filters.signatures,
            "level": filters.levels,
            "running_on": filters.days,
        },
        listed=Listed(
            "frameworks",
            facets=("office", "signatory", "level"),
            narrow=select_frameworks,
        ),
        sheets={
            "frameworks": frameworks.frameworks_sheet,
            "offices": frameworks.framework_offices_sheet,
        },
    ),
    BoardPage(
        "framework-calendar",
        "frameworks/calendar/",
        "framework-calendar",
        calendar.calendar_page,
        template="framework_calendar",
        filters={
            "office": filters.offices,
            "year": filters.years,
            "within": filters.horizons,
            "successor": filters.successors,
            "act": filters.only_yes,
        },
        listed=Listed(
            "framework-ends",
            size=50,
            facets=("office", "year", "within", "successor", "act"),
        ),
        sheets={"ends": calendar_ends.ends_sheet, "years": calendar_years.years_sheet},
    ),
    BoardPage(
        "programme-documents",
        "programme-documents/",
        "programme-documents",
        programme_documents.programme_documents_page,
        filters={
            "office": filters.offices,
            "generation": filters.generations,
            "derived": filters.on_record,
            "running": filters.on_record,
            "on_record_on": filters.days,
        },
        listed=Listed(
            "programme-documents",
            size=50,
            facets=("office", "generation", "derived", "running"),
            narrow=select_documents,
        ),
        sheets={
            "documents": programme_documents.programme_documents_sheet,
            "offices": programme_documents.document_offices_sheet,
        },
    ),
    BoardPage(
        "mechanisms",
        "mechanisms/",
        "mechanisms",
        mechanisms.mechanisms_page,
        filters={"office": filters.offices, "role": filters.roles},
        listed=Listed("mechanism-roles", size=30, facets=("office", "role")),
        sheets={
            "roles": mechanisms.roles_sheet,
            "offices": mechanisms.mechanism_offices_sheet,
        },
    ),
)
