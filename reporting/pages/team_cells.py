"""A country team in a table of data: its code, its name, whom it serves, and its office."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from reporting.pages.parts import named
from reporting.pages.sheets import Cell, Column

Row = Mapping[str, Any]


def team_columns() -> list[Column]:
    """The first columns of every list of country teams or of their frameworks."""
    return [
        Column(_("Code"), "#org+team+code"),
        Column(_("Country team"), "#org+team+name"),
        Column(_("Countries"), "#country+code+list"),
        Column(_("Office"), "#org+office+code"),
    ]


def team_cells(row: Row, code: str) -> list[Cell]:
    """Their cells; a framework has the code of its team under another name."""
    return [code, named(row), " ".join(row["countries"]), row["office"]]
