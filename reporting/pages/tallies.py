"""A tally as columns of a table: the counts of each verdict, now and before."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from checklist.compliance import Verdict
from reporting.pages.sheets import Cell, Column
from reporting.pages.verdicts import verdict_word


def tally_columns() -> list[Column]:
    """The verdicts in their order, and how many answers were full before."""
    counted = [Column(verdict_word(kind), f"#indicator+num+{kind.value}") for kind in Verdict]
    return [*counted, Column(_("Full before"), "#indicator+num+full+before")]


def tally_cells(row: Mapping[str, Any]) -> list[Cell]:
    """The counts of a record; empty where nothing was asked or compared."""
    now, before = row["tally"] or {}, row["before"] or {}
    return [*(now.get(kind.value) for kind in Verdict), before.get("full")]
