"""The list of countries: its facets mean what the filters mean, on every page, in each language."""

from itertools import product
from random import Random

import pytest
from django.db import transaction

from programmes.models import Presence
from reporting.covering import Cover
from reporting.models import PublicationRow
from reporting.selecting import UNKNOWN, select_countries
from reporting.snapshots.lists.countries import facets
from reporting.snapshots.lists.entries import Entry, as_rows
from reporting.views.board.countries import PAGES
from reporting.views.rows import part_of, whole
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db

OFFICES = ("ROAF", "ROAS", None)
PRESENCES = (*Presence.Kind.values, UNKNOWN)
DAYS = ("2019-05-01", "2022-05-01", "2026-02-24", None)
LISTED = next(page.listed for page in PAGES if page.name == "countries")


def made_up(number, random):
    """A country of any kind: served or not, moved or not, with facts or without."""
    office, moved_on = random.choice(OFFICES), random.choice(DAYS[:3])
    before = {"office": "ROAF", "starts_on": None, "ends_on": moved_on}
    now = {"office": office, "starts_on": moved_on, "ends_on": None}
    given = {"kind": random.choice(["analysis", "framework"]), "given_on": random.choice(DAYS)}
    presence = {"kind": random.choice(PRESENCES), "projects": random.choice(["yes", "no", UNKNOWN])}
    return {
        "iso3": f"{number:03}",
        "office": office,
        "coverage": [before, *([now] if office else [])],
        "presence": random.choice([None, presence]),
        "contributions": random.choice([[], [given]]),
        "programme": random.choice([Cover.NONE, Cover.SHORT]).value,
    }


def store(rows):
    """A publication of these countries, stored as publishing stores them."""
    publication = make_publication()
    publication.pk, publication.is_preview = None, True
    publication.save(force_insert=True)
    entries = [Entry(row["iso3"], row, {"en": row["iso3"]}, facets(row)) for row in rows]
    with transaction.atomic():
        PublicationRow.objects.bulk_create(
            PublicationRow(publication=publication, **{**row, "words": ""})
            for row in as_rows("countries", entries)
        )
    return publication


def asked():
    """Every combination of filters that a reader can choose."""
    values = {
        "office": ("", "ROAF", "ROAS"),
        "presence": ("", *PRESENCES),
        "projects": ("", "yes", "no", UNKNOWN),
        "analysis": ("", "yes", UNKNOWN),
        "programme": ("", Cover.SHORT),
        "covered_on": ("", "2021-01-01"),
    }
    for chosen in product(*values.values()):
        yield {name: value for name, value in zip(values, chosen, strict=True) if value}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_facets_of_the_rows_pass_what_the_filters_of_a_figure_pass(seed):
    random = Random(seed)
    rows = [made_up(number, random) for number in range(60)]
    publication = store(rows)
    for filters in asked():
        found = whole(publication.pk, LISTED, filters, "").rows
        assert list(found) == select_countries(rows, filters), filters


def test_a_country_that_changed_its_office_stands_with_each_in_its_time():
    moved = {**made_up(1, Random(1)), "office": "ROAS"}
    moved["coverage"] = [
        {"office": "ROAF", "starts_on": None, "ends_on": "2025-01-01"},
        {"office": "ROAS", "starts_on": "2025-01-01", "ends_on": None},
    ]
    publication = store([moved])

    def total(**filters):
        return part_of(publication.pk, LISTED, filters, "").total

    assert (total(office="ROAS"), total(office="ROAF")) == (1, 0)
    assert total(office="ROAF", covered_on="2024-06-30") == 1
    assert total(office="ROAS", covered_on="2024-06-30") == 0
