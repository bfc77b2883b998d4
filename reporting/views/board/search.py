import re
from collections.abc import Mapping
from typing import Any, Final

from reporting.pages.found import KINDS
from reporting.pages.search import search_page
from reporting.views.boardpage import BoardPage
from reporting.views.rows import Listed
from reporting.views.seeking import seek

WORDS: Final = re.compile(r"[^\n\r]{1,200}")


def words(_section: Mapping[str, Any]) -> re.Pattern[str]:
    """Anything on one line, up to 200 signs."""
    return WORDS


def kinds(_section: Mapping[str, Any]) -> list[str]:
    """The kinds of record that are searched."""
    return list(KINDS)


PAGES: Final = (
    BoardPage(
        "search",
        "search/",
        "search",
        search_page,
        filters={"q": words, "kind": kinds},
        listed=Listed("", size=20, seek=seek),
    ),
)
