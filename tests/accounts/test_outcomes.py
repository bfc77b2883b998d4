"""What is rejected among many that were sent, and in which order the faults are named."""

from dataclasses import dataclass, field, replace

from accounts.outcomes import Outcome, with_faults
from accounts.refusals import Fault


@dataclass(frozen=True)
class Row:
    number: int
    outcome: Outcome = Outcome.UPDATED
    differences: dict = field(default_factory=lambda: {"note": "other"})


@dataclass(frozen=True)
class Rows:
    rows: list
    faults: list


def fault(pointer):
    return Fault(pointer, "required", "This field is required.")


REJECTED = {"outcome": Outcome.REJECTED, "differences": {}}


def test_a_fault_of_a_cell_rejects_its_row_and_stands_in_the_order_of_the_rows():
    first, second, third = Row(1), Row(2), Row(3, **REJECTED)
    planned = Rows([first, second, third], [fault("/rows/2/note")])

    found = with_faults(planned, [fault("/rows/1/note"), fault("")], "rows")

    faults = [fault(""), fault("/rows/1/note"), fault("/rows/2/note")]
    assert found == Rows([first, replace(second, **REJECTED), third], faults)


def test_a_fault_of_the_whole_rejects_no_row():
    planned = Rows([Row(1)], [])
    assert with_faults(planned, [fault("")], "rows") == Rows([Row(1)], [fault("")])
