from typing import Final

from regions.converters import CODE
from reporting.pages import countries, country, country_sheet, teams
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
            "covered_on": filters.days,
        },
        listed=Listed(
            "countries",
            facets=("office", "presence", "projects", "analysis"),
            narrow=select_countries,
        ),
        sheets={"countries": country_sheet.countries_sheet},
    ),
    BoardPage(
        "country",
        f"countries/<{CODE}:code>/",
        "country:{code}",
        country.country_page,
        briefing="country-briefing",
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
    BoardPage("team", f"teams/<{CODE}:code>/", "team:{code}", teams.team_page),
)
