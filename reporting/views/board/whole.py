from typing import Final

from reporting.pages import (
    all_findings,
    documents,
    finding_sheets,
    formulas,
    glossary,
    method,
    origins,
)
from reporting.views import filters
from reporting.views.boardpage import BoardPage
from reporting.views.rows import Listed

PAGES: Final = (
    BoardPage(
        "documents",
        "documents/",
        "documents",
        documents.documents_page,
        sheets={"sessions": documents.documents_sheet},
    ),
    BoardPage(
        "method",
        "method/",
        "method",
        method.method_page,
        sheets={
            "formulas": formulas.formulas_sheet,
            "origins": origins.origins_sheet,
            "rules": method.method_rules_sheet,
            "items": method.items_sheet,
            "words": glossary.glossary_sheet,
        },
    ),
    BoardPage(
        "findings",
        "findings/",
        "findings",
        all_findings.findings_page,
        filters={
            "office": filters.offices,
            "severity": filters.severities,
            "outcome": filters.outcomes,
            "rule": filters.rules,
            "country": filters.any_country,
        },
        listed=Listed(
            "findings", size=50, facets=("office", "severity", "outcome", "rule", "country")
        ),
        sheets={
            "findings": finding_sheets.findings_sheet,
            "rules": finding_sheets.rules_sheet,
            "offices": finding_sheets.finding_offices_sheet,
        },
    ),
)
