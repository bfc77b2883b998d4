from typing import Final

from reporting.pages import overview
from reporting.views.boardpage import BoardPage

PAGE: Final = BoardPage(name="overview", route="", section="overview", build=overview.page)
