from typing import Final

from regions.converters import CODE
from reporting.pages import (
    countries,
    country,
    country_sheet,
    country_tables,
    covers,
    team,
    team_answers,
    teams,
)
from reporting.selecting import select_countries
from reporting.views import filters
from reporting.views.boardpage import BoardPage
from reporting.views.rows import Listed

PAGES: Final = (
    BoardPage(
        "countries",
        "countries/",
        "countries",
        countries.countries_page,
        filters={
            "office": filters.offices,
            "presence": filters.presences,
            "projects": filters.on_record,
            "analysis": filters.on_record,
            "programme": filters.covers,
            "covered_on": filters.days,
        },
        listed=Listed(
            "countries",
            facets=("office", "presence", "projects", "analysis", "programme"),
            narrow=select_countries,
        ),
        sheets={
            "countries": country_sheet.countries_sheet,
            "programmes": covers.covers_sheet,
        },
    ),
    BoardPage(
        "country",
        f"countries/<{CODE}:code>/",
        "country:{code}",
        country.country_page,
        briefing="country-briefing",
        sheets={
            "periods": country_tables.periods_sheet,
            "findings": country_tables.findings_sheet,
            "documents": country_tables.documents_sheet,
            "mechanisms": country_tables.mechanisms_sheet,
            "answers": team_answers.answers_sheet,
        },
    ),
    BoardPage(
        "teams",
        "teams/",
        "teams",
        teams.teams_page,
        filters={"office": filters.offices},
        listed=Listed("teams", facets=("office",)),
        sheets={"teams": teams.teams_sheet},
    ),
    BoardPage(
        "team",
        f"teams/<{CODE}:code>/",
        "team:{code}",
        team.team_page,
        sheets={
            "countries": team.served_sheet,
            "periods": country_tables.periods_sheet,
            "answers": team_answers.answers_sheet,
        },
    ),
)
