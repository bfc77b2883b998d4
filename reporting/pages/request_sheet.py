"""The requests of the Board as data."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from regions.languages import in_language
from reporting.pages.editions import Reading
from reporting.pages.parts import named
from reporting.pages.request_words import state_word, theme_word
from reporting.pages.sheets import Cell, Column, Sheet

Row = Mapping[str, Any]


def requests_sheet(reading: Reading) -> Sheet:
    """One request a row."""
    columns = [
        Column(_("Code"), "#event+session+code"),
        Column(_("Session"), "#event+session+name"),
        Column(_("Number"), "#meta+number"),
        Column(_("Asked by"), "#org+requesting+name"),
        Column(_("Agenda item"), "#meta+agenda"),
        Column(_("Theme"), "#subject+theme"),
        Column(_("Asked for"), "#description+request"),
        Column(_("State"), "#status+request"),
        Column(_("What was done"), "#description+response"),
        Column(_("Owner"), "#org+owner+code"),
        Column(_("Due"), "#date+due"),
        Column(_("Overdue"), "#indicator+overdue+bool"),
        Column(_("Sessions it was carried into"), "#indicator+carried+num"),
        Column(_("Closed"), "#date+closed"),
        Column(_("Items"), "#meta+item+code+list"),
        Column(_("Countries"), "#country+code+list"),
        Column(_("Answered in publication"), "#meta+publication"),
        Column(_("Source"), "#meta+source"),
    ]
    return Sheet(_("Requests of the Board"), columns, (request_cells(row) for row in reading.rows))


def request_cells(row: Row) -> list[Cell]:
    """One row of it."""
    session, answer = row["session"], row["answered_in"]
    return [
        session["code"],
        named(session),
        row["number"],
        row["speaker"],
        row["agenda_item"],
        theme_word(row["theme"]),
        in_language(row["asked"]),
        state_word(row["state"]),
        in_language(row["follow_up"]),
        row["owner"]["code"] if row["owner"] else "",
        row["due_on"],
        _("yes") if row["is_overdue"] else _("no"),
        row["carried"],
        row["closed_on"],
        " ".join(each["code"] for each in row["items"]),
        " ".join(each["iso3"] for each in row["countries"]),
        f"{answer['round']}/{answer['number']}" if answer else "",
        _("Invented for the demonstration") if row["provenance"] == "invented" else row["source"],
    ]
