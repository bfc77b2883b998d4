"""One table of cases through the doors to a record: the same faults, the same words and codes."""

import csv
import io

import pytest

from programmes.intake.kinds import KINDS
from programmes.intake.planning import plan
from programmes.tables import read_table
from programmes.tables.preview import look
from tests.factories import make_actor
from tests.programmes.intake.test_records import WRONG
from tests.programmes.intake.world import rows, set_up
from tests.programmes.keeping.conftest import signed_in
from tests.programmes.keeping.records import faults_of, flat

pytestmark = pytest.mark.django_db

CASES = [
    (slug, wrong, at, code)
    for slug, wrong, at, code in WRONG
    if "id" not in wrong and all(isinstance(value, str) for value in wrong.values())
]


def as_table(slug, changed):
    """The row as CSV: lists in one cell, truths as words, names in a column for each language."""
    row = flat(slug, **changed)
    content = io.StringIO()
    writer = csv.DictWriter(content, list(row))
    writer.writeheader()
    writer.writerow(row)
    return read_table(content.getvalue().encode(), "records.csv", KINDS[slug])


def can_be_typed(wrong):
    """A tick says yes or no and nothing else; no key writes a character without a sign."""
    return "is_interim" not in wrong and "\0" not in "".join(wrong.values())


@pytest.mark.parametrize(("slug", "wrong", "at", "code"), CASES)
def test_every_door_finds_the_same_fault(slug, wrong, at, code):
    set_up()
    actor = make_actor("secretariat")
    said = plan(KINDS[slug], [{**rows()[slug], **wrong}], by=actor).faults

    table = look(KINDS[slug], as_table(slug, wrong), actor).plan.faults
    assert (at, code) in [(fault.pointer, fault.code) for fault in said]
    assert table == said
    if can_be_typed(wrong):
        page = signed_in("secretariat").post(f"/register/{slug}/new/", flat(slug, **wrong))
        found = [words for beside in faults_of(page).values() for words in beside]
        assert (page.status_code, found) == (422, [fault.message for fault in said])


@pytest.mark.parametrize("slug", sorted(KINDS))
def test_every_door_reads_the_same_record(slug):
    set_up()
    actor = make_actor("secretariat")

    [said] = plan(KINDS[slug], [rows()[slug]], by=actor).rows
    [table] = look(KINDS[slug], as_table(slug, {}), actor).plan.rows

    assert (table.outcome, table.content) == (said.outcome, said.content)
