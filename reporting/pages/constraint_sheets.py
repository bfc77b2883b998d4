"""The tables of the constraints as files."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reporting.pages.constraints import due_rows
from reporting.pages.editions import Reading
from reporting.pages.naming import Held, codes_in_order
from reporting.pages.naming_matrix import Place, name_of, office_places, pillar_places
from reporting.pages.sheets import Cell, Column, Sheet


def reasons_sheet(reading: Reading) -> Sheet:
    """Each reason and constraint, now and before."""
    held = Held.of(reading)
    rows = (
        [
            code,
            name_of(kind, code),
            held.named(kind, code),
            held.not_full(),
            held.named(kind, code, "before") if reading.round_before else None,
            held.not_full("before") if reading.round_before else None,
        ]
        for kind, code in codes_in_order(held)
    )
    return Sheet(_("Reasons"), [*reason_columns(), *count_columns()], rows)


def reason_columns() -> list[Column]:
    """What is named."""
    return [Column(_("Code"), "#cause+code"), Column(_("Reason"), "#cause+name")]


def count_columns() -> list[Column]:
    """How many name it, of how many."""
    return [
        Column(_("Answers naming it"), "#indicator+num+named"),
        Column(_("Answers not full"), "#indicator+num+not_full"),
        Column(_("Naming it before"), "#indicator+num+named+before"),
        Column(_("Not full before"), "#indicator+num+not_full+before"),
    ]


def offices_sheet(reading: Reading) -> Sheet:
    """The reasons by office, a row for each pair."""
    columns = [Column(_("Office"), "#org+office+name"), *reason_columns(), *count_columns()]
    return Sheet(_("Reasons by office"), columns, pairs(reading, office_places(reading)))


def pillars_sheet(reading: Reading) -> Sheet:
    """The reasons by pillar, a row for each pair."""
    columns = [Column(_("Pillar"), "#indicator+group"), *reason_columns(), *count_columns()]
    return Sheet(_("Reasons by pillar"), columns, pairs(reading, pillar_places(reading)))


def pairs(reading: Reading, places: list[Place]) -> Iterator[list[Cell]]:
    """Each place with each reason."""
    held = Held.of(reading)
    for place in places:
        for kind, code in codes_in_order(held):
            yield [
                place.name,
                code,
                name_of(kind, code),
                held.named(kind, code, **place.at),
                held.not_full(**place.at),
                held.named(kind, code, "before", **place.at) if reading.round_before else None,
                held.not_full("before", **place.at) if reading.round_before else None,
            ]


def due_sheet(reading: Reading) -> Sheet:
    """The next steps by when they are due."""
    columns = [
        Column(_("Next step"), "#activity+status"),
        Column(_("Answers"), "#indicator+num"),
    ]
    return Sheet(_("Next steps"), columns, ([row.name, row.answers] for row in due_rows(reading)))
