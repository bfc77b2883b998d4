"""The long lists of a publication: sealed, ordered by language, read by the page."""

from types import SimpleNamespace

import pytest
from django.db import InternalError, connection, transaction
from django.test import Client
from django.utils.translation import override

from accounts.models.users import Role
from reporting.models import Publication, PublicationRow
from reporting.snapshots.lists.entries import Entry, as_rows, seal_of
from reporting.views.rows import Listed, part_of, whole
from tests import factories as make
from tests.breaking import broken_rule
from tests.reporting.world import make_publication

EGYPT = Entry("EGY", {"iso3": "EGY"}, {"en": "Egypt", "ar": "مصر"}, {"office": "ROAS"}, (0,))
JORDAN = Entry("JOR", {"iso3": "JOR"}, {"en": "Jordan", "ar": "الأردن"}, {"office": "ROAS"}, (0,))
KENYA = Entry("KEN", {"iso3": "KEN"}, {"en": "Kenya"}, {"office": None}, (1,))


def test_a_row_has_its_place_in_each_language():
    rows = as_rows("countries", [KENYA, JORDAN, EGYPT])
    assert {row["key"]: (row["places"][2], row["places"][0]) for row in rows} == {
        "EGY": (0, 1),
        "JOR": (1, 0),
        "KEN": (2, 2),
    }


def test_a_row_bears_its_facets_and_is_found_by_its_names():
    (row,) = as_rows("countries", [EGYPT])
    assert (row["facets"], row["words"]) == (["office:ROAS"], ["egy", "egypt", "مصر"])


def test_a_record_may_bear_several_values_of_a_facet():
    entry = Entry("A", {}, {"en": "A"}, {"constraint": ["core_funding", "other"]})
    assert entry.bears == ["constraint:core_funding", "constraint:other"]


def test_the_seal_does_not_depend_on_the_order_in_which_rows_are_read():
    rows = as_rows("countries", [KENYA, EGYPT])
    assert seal_of(rows) == seal_of(rows[::-1])
    assert seal_of(rows) != seal_of(rows[:1])


@pytest.fixture
def listed():
    """Twenty-five rows in one list of a publication."""
    publication = make_publication()
    with transaction.atomic():
        PublicationRow.objects.bulk_create(
            PublicationRow(
                publication=publication,
                listed="test",
                key=f"{number:02}",
                facets=["office:ROAF" if number % 5 else "office:ROAS"],
                places=[24 - number] + [number] * 5,
                body=f'{{"n":{number},"office":"{"ROAF" if number % 5 else "ROAS"}"}}',
                words="",
            )
            for number in range(25)
        )
    return publication.pk


def numbers(part):
    return [row["n"] for row in part.rows]


TEST = Listed("test", size=10, facets=("office",))


@pytest.mark.django_db
def test_a_page_of_a_list_is_read_and_counted_in_one_query(listed, django_assert_num_queries):
    with django_assert_num_queries(1):
        part = part_of(listed, TEST, {}, "", "3")
    assert (numbers(part), part.total, part.page.number) == ([20, 21, 22, 23, 24], 25, 3)


@pytest.mark.django_db
def test_a_page_past_the_end_shows_the_last(listed):
    part = part_of(listed, TEST, {}, "", "99")
    assert (numbers(part), part.page.number) == ([20, 21, 22, 23, 24], 3)


@pytest.mark.django_db
def test_a_filter_is_a_facet_of_the_rows(listed):
    part = part_of(listed, TEST, {"office": "ROAS"}, "")
    assert (numbers(part), part.total) == ([0, 5, 10, 15, 20], 5)


@pytest.mark.django_db
def test_nothing_that_passes_is_one_empty_page(listed):
    part = part_of(listed, TEST, {"office": "HQ"}, "", "2")
    assert (numbers(part), part.total, part.page.number) == ([], 0, 1)


@pytest.mark.django_db
def test_the_order_is_that_of_the_reader_s_language(listed):
    with override("ar"):
        assert numbers(part_of(listed, TEST, {}, ""))[:3] == [24, 23, 22]


@pytest.mark.django_db
def test_with_a_filter_that_is_no_facet_all_are_judged_over_the_whole_list(listed):
    def later(rows, filters):
        placed = [row for row in rows if row["office"] == filters["office"]]
        return [row for row in placed if row["n"] > int(filters["after"])]

    dated = Listed("test", size=3, facets=("office",), narrow=later)
    part = part_of(listed, dated, {"after": "10", "office": "ROAS"}, "")
    assert (numbers(part), part.total) == ([15, 20], 2)


@pytest.mark.django_db
def test_a_list_at_a_code_shows_what_bears_that_code(listed):
    at = Listed("test", size=10, at="office")
    assert numbers(part_of(listed, at, {}, "ROAS")) == [0, 5, 10, 15, 20]


@pytest.mark.django_db
def test_a_file_holds_all_rows(listed):
    assert numbers(whole(listed, TEST, {}, "")) == list(range(25))


@pytest.mark.django_db
def test_a_row_stands_in_a_list_once():
    row = make_publication().rows.first()
    again = SimpleNamespace(**{name: getattr(row, name) for name in ("facets", "places", "body")})

    def attempt():
        PublicationRow.objects.create(
            publication=row.publication, listed=row.listed, key=row.key, words="", **vars(again)
        )

    assert broken_rule(attempt) == "a_row_stands_in_a_list_of_a_publication_once"


@pytest.mark.django_db
def test_the_parts_of_a_preview_may_go_and_may_not_change():
    publication = make_publication()
    publication.pk, publication.is_preview = None, True
    publication.save(force_insert=True)
    PublicationRow.objects.create(
        publication=publication, listed="test", key="1", facets=[], places=[], body="", words=""
    )
    rows = PublicationRow.objects.filter(publication=publication)
    with pytest.raises(InternalError), transaction.atomic():
        rows.update(body="{}")
    assert rows.delete()[0] == 1
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM reporting_publication WHERE is_preview")
    assert Publication.previews.count() == 0


@pytest.mark.django_db
def test_a_round_has_one_preview_and_its_number_is_free_for_the_publication():
    publication = make_publication()
    publication.pk, publication.is_preview = None, True
    publication.save(force_insert=True)
    assert Publication.objects.count() == 1
    publication.pk = None
    assert broken_rule(lambda: publication.save(force_insert=True)) == "a_round_has_one_preview"


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "status"), [(Role.SECRETARIAT, 200), (Role.BOARD_MEMBER, 404)])
def test_a_preview_is_for_those_who_publish(role, status):
    publication = make_publication()
    sections = list(publication.sections.all())
    publication.pk, publication.is_preview = None, True
    publication.save(force_insert=True)
    for section in sections:
        section.pk, section.publication = None, publication
        section.save(force_insert=True)
    client = Client()
    client.force_login(make.make_user(role))
    assert client.get("/rounds/2026/preview/").status_code == status
    assert client.get("/rounds/2026/preview/offices/").status_code == status


@pytest.mark.django_db
def test_a_table_is_taken_along_as_csv_with_an_hxl_row():
    make_publication()
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    answer = client.get("/teams/table/teams.csv?office=ROAF&hxl=1")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[:4] for line in lines] == [
        ["Code", "Country team", "Countries", "Office"],
        ["#org+team+code", "#org+team+name", "#country+code+list", "#org+office+code"],
        ["KEN", "Team KEN", "KEN", "ROAF"],
    ]
    assert "habitat-reform-2026-1-teams.csv" in answer["Content-Disposition"]


@pytest.mark.django_db
def test_a_table_is_taken_along_as_a_workbook():
    make_publication()
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    answer = client.get("/publications/2026/1/teams/table/teams.xlsx")
    assert (answer.status_code, answer.content[:2]) == (200, b"PK")
    assert client.get("/teams/table/teams.docx").status_code == 404
    assert client.get("/teams/table/others.csv").status_code == 404


@pytest.mark.django_db
def test_a_file_that_the_reader_has_is_not_sent_again():
    make_publication()
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    tag = client.get("/teams/table/teams.csv")["ETag"]
    again = client.get("/teams/table/teams.csv", headers={"If-None-Match": tag})
    other = client.get("/teams/table/teams.csv?office=ROAF", headers={"If-None-Match": tag})
    assert (again.status_code, other.status_code) == (304, 200)
