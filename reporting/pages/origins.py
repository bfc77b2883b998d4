"""What is real, what is reconstructed, what is invented: each kind of record with its numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from checklist.models import ChecklistItem
from regions.provenance import Certainty
from reporting.headlines import method as headlines
from reporting.pages.editions import Reading
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.words import listed, number

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Kind:
    """A kind of record: its name, where such records come from, how sure they are."""

    name: Any
    source: Any
    certainty: Any = ""


KINDS: Final = {
    "items": Kind(
        gettext_lazy("Items of the checklist"),
        gettext_lazy("Reconstructed from documents of the Board and of the UNSDG"),
        gettext_lazy("The official wording, order and scale are not known"),
    ),
    "answers": Kind(
        gettext_lazy("Answers"),
        gettext_lazy("Given by the offices, accepted by the secretariat"),
    ),
    "figures": Kind(
        gettext_lazy("Reported figures"),
        gettext_lazy("Documents of the Board, by paragraph"),
        gettext_lazy("Exact, with their hedge"),
    ),
    "frameworks": Kind(
        gettext_lazy("Cooperation Frameworks"),
        gettext_lazy("Public roll-out list of the UNSDG"),
        gettext_lazy("Dates are facts; whether a next one is signed is not known"),
    ),
    "engagement": Kind(
        gettext_lazy("Signature and engagement, by framework"),
        gettext_lazy("Documents of the Board; entries of the offices"),
        gettext_lazy("Which frameworks the totals of the documents count is not published"),
    ),
    "programme_documents": Kind(
        gettext_lazy("Programme documents"),
        gettext_lazy("HSP/EB.2025/8, para 17, and published periods"),
        gettext_lazy("A period that is not stated is not known"),
    ),
    "teams": Kind(
        gettext_lazy("Country teams with their office"),
        gettext_lazy("Public lists"),
        gettext_lazy("Membership is exact; the office is published or proposed"),
    ),
    "coverage": Kind(
        gettext_lazy("Countries served by an office"),
        gettext_lazy("Public lists; proposals of this service"),
        gettext_lazy("Published for the Arab States, proposed elsewhere"),
    ),
    "presence": Kind(
        gettext_lazy("Presence in a country"),
        gettext_lazy("Documents of the Board; entries of the offices"),
    ),
    "contributions": Kind(
        gettext_lazy("Contributions to country analyses"),
        gettext_lazy("Entries of the offices"),
    ),
    "mechanisms": Kind(
        gettext_lazy("Regional mechanisms"), gettext_lazy("HSP/EB.2025/8, paras 8 and 9")
    ),
    "roles": Kind(
        gettext_lazy("Roles in regional mechanisms"),
        gettext_lazy("HSP/EB.2025/8, paras 8 and 9"),
    ),
    "sessions": Kind(
        gettext_lazy("Sessions of the Board"),
        gettext_lazy("Documents and public summaries of the Board"),
    ),
    "documents": Kind(
        gettext_lazy("Documents before the Board"),
        gettext_lazy("Their own symbols and dates"),
    ),
    "terms": Kind(
        gettext_lazy("Terms in six languages"),
        gettext_lazy("Documents and pages of the United Nations"),
        gettext_lazy("Each term says how sure it is"),
    ),
}

TERM_CERTAINTY: Final = {
    "official": gettext_lazy("official"),
    "standard": gettext_lazy("standard"),
    "proposed": gettext_lazy("proposed"),
}
CERTAINTIES: Final = {
    **dict(Certainty.choices),
    **dict(ChecklistItem.Certainty.choices),
    **TERM_CERTAINTY,
}
"""Of a record, of a wording or of a term."""
PROVENANCES: Final = {
    "document": gettext_lazy("From a document"),
    "entered": gettext_lazy("Entered by staff"),
    "invented": gettext_lazy("Invented for the demonstration"),
}


@dataclass(frozen=True)
class OriginRow:
    """One kind of record with its numbers."""

    name: str
    source: str
    certainty: str
    counted: str
    records: int
    document: int
    entered: int
    invented: int


@dataclass(frozen=True)
class Origins:
    """All kinds under a finding."""

    title: str
    rows: list[OriginRow]


def origins(reading: Reading) -> Origins:
    """How much of the publication is real."""
    rows = reading.section["origins"]
    made_up, all_records = (sum(row[name] for row in rows) for name in ("invented", "records"))
    title = reading.says("origins", headlines.invented(made_up, all_records))
    return Origins(title, [origin_row(row) for row in rows])


def origin_row(row: Row) -> OriginRow:
    """One kind."""
    kind = KINDS[row["kind"]]
    return OriginRow(
        name=str(kind.name),
        source=str(kind.source),
        certainty=str(kind.certainty),
        counted=certainty_counts(row["certainty"]),
        **{name: row[name] for name in ("records", "document", "entered", "invented")},
    )


def certainty_counts(counts: Mapping[str, int]) -> str:
    """How many of each certainty, as a list."""
    return listed([f"{certainty_word(code)}: {number(n)}" for code, n in counts.items()])


def certainty_word(code: str) -> str:
    """A certainty in the reader's language, of a record, of a wording or of a term."""
    return str(CERTAINTIES[code])


def origins_sheet(reading: Reading) -> Sheet:
    """The same as data."""
    columns = [
        Column(_("Kind of record"), "#meta+kind"),
        Column(_("Records"), "#indicator+num+records"),
        *(Column(str(word), f"#indicator+num+{code}") for code, word in PROVENANCES.items()),
        Column(_("Source"), "#meta+source"),
        Column(_("Certainty"), "#meta+certainty"),
    ]
    rows = (origin_cells(each) for each in origins(reading).rows)
    return Sheet(_("What is real"), columns, rows)


def origin_cells(row: OriginRow) -> list[Cell]:
    """One row of it."""
    numbers: list[Cell] = [row.records, row.document, row.entered, row.invented]
    return [row.name, *numbers, row.source, row.counted or row.certainty]
