"""A tally as columns of a table: each verdict now, full answers before, and if both compare."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from checklist.compliance import Verdict
from reporting.changes import Wording
from reporting.pages.sheets import Cell, Column
from reporting.pages.verdicts import verdict_word


def tally_columns() -> list[Column]:
    """The verdicts in their order, how many answers were full before, and if that compares."""
    counted = [Column(verdict_word(kind), f"#indicator+num+{kind.value}") for kind in Verdict]
    before = Column(_("Full before"), "#indicator+num+full+before")
    return [*counted, before, Column(_("Not comparable with the round before"), "#meta+break")]


def tally_cells(row: Mapping[str, Any]) -> list[Cell]:
    """The counts of a record; empty where nothing was asked or compared."""
    now, before = row["tally"] or {}, row["before"] or {}
    is_other = bool(before) and row["wording"] != Wording.SAME
    words = _("other words than in the round before") if is_other else None
    return [*(now.get(kind.value) for kind in Verdict), before.get("full"), words]
