from typing import Final

from regions.converters import CODE
from reporting.pages.briefings.country import country_briefing
from reporting.pages.briefings.office import office_briefing
from reporting.pages.briefings.pillar import pillar_briefing
from reporting.views.boardpage import BoardPage

PAGES: Final = (
    BoardPage(
        "country-briefing",
        f"countries/<{CODE}:code>/briefing/",
        "country:{code}",
        country_briefing,
        template="briefing",
    ),
    BoardPage(
        "office-briefing",
        f"offices/<{CODE}:code>/briefing/",
        "office:{code}",
        office_briefing,
        template="briefing",
    ),
    BoardPage(
        "pillar-briefing",
        f"pillars/<{CODE}:code>/briefing/",
        "pillar:{code}",
        pillar_briefing,
        template="briefing",
    ),
)
