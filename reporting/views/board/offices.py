from typing import Final

from regions.converters import CODE
from reporting.pages import offices
from reporting.views.boardpage import BoardPage

PAGES: Final = (
    BoardPage("offices", "offices/", "offices", offices.offices_page),
    BoardPage("office", f"offices/<{CODE}:code>/", "office:{code}", offices.office_page),
)
