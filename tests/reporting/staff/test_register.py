from datetime import date

import pytest
from django.core.management import call_command

from programmes.models import CooperationFramework, CountryProgrammeDocument, FrameworkEngagement
from regions.models import Country, OfficeCoverage
from reporting.staff.register import KINDS
from tests.factories import make_checklist, make_country, make_office, make_team, make_user

pytestmark = pytest.mark.django_db

RECORDS = {
    "offices": "ROAS",
    "countries": "PSE",
    "teams": "PACIFIC",
    "mechanisms": "afr-rfsd",
    "sessions": "2025-1",
    "checklists": "2025-reconstruction",
}


@pytest.fixture
def reader(client):
    client.force_login(make_user("secretariat"))
    return client


def make_framework(team, year=2024, **fields):
    days = {"starts_on": date(year, 1, 1), "ends_on": date(year + 3, 12, 31)}
    kinds = {"kind": "cooperation_framework", "place_in_sequence": "running"}
    return CooperationFramework.objects.create(team=team, **{**days, **kinds, **fields})


def cells(response):
    """The rows of the list, as texts."""
    return [[cell.text for cell in row] for row in response.context["table"].rows]


def origins(response):
    """Where each field of the record comes from."""
    return {each.label: each.origin.words for each in response.context["sheet"].fields}


def test_the_index_counts_each_kind_of_record(reader):
    make_team("KEN", make_office("ROAF"))
    make_checklist()
    shown = reader.get("/register/").context["kinds"]
    assert {row["kind"].slug: row["count"] for row in shown} == {
        **dict.fromkeys(KINDS, 0),
        "offices": 1,
        "countries": 1,
        "teams": 1,
        "checklists": 1,
    }


def test_every_kind_and_a_record_of_each_is_drawn_in_english_and_arabic(reader):
    call_command("load_reference", verbosity=0)
    firsts = {slug: KINDS[slug].model.objects.first() for slug in KINDS if slug not in RECORDS}
    keyed = {slug: found.pk for slug, found in firsts.items() if found}
    for slug, key in {**RECORDS, **keyed}.items():
        for prefix in ("", "/ar"):
            for address in (f"{prefix}/register/{slug}/", f"{prefix}/register/{slug}/{key}/"):
                assert (address, reader.get(address).status_code) == (address, 200)


def test_a_list_is_narrowed_to_one_office(reader):
    make_team("KEN", make_office("ROAF"))
    make_team("JOR", make_office("ROAS"))
    shown = reader.get("/register/teams/?office=ROAS")
    assert cells(shown) == [["Team JOR", "Africa", "Area ROAS", "proposed", "1"]]
    assert shown.context["chosen"] == ["Area ROAS"]


def test_a_filter_that_nothing_passes_says_so_and_offers_the_whole(reader):
    make_office("ROAF")
    page = reader.get("/register/teams/?office=ROAF").content.decode()
    assert "No record matches these filters" in page
    assert 'href="/register/teams/"' in page


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/register/?x=1", "There is no parameter “x”."),
        ("/register/teams/?ofice=ROAF", "There is no parameter “ofice”."),
        ("/register/teams/?office=XX", "“XX” is not known for “office”."),
        ("/register/teams/?page=two", "“two” is not a number that “page” takes."),
        ("/register/teams/KEN/?x=1", "There is no parameter “x”."),
    ],
)
def test_what_a_page_does_not_know_is_refused_in_words(reader, address, words):
    make_team("KEN", make_office("ROAF"))
    reply = reader.get(address)
    assert reply.status_code == 400
    assert words in reply.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/register/borders/",
        "/register/teams/KEN/",
        "/register/teams/ken/",
        "/register/frameworks/1/",
        "/register/frameworks/first/",
        "/register/frameworks/99999999999999999999/",
    ],
)
def test_what_is_not_on_record_is_not_found_in_the_same_words(reader, address):
    make_team("JOR", make_office("ROAS"))
    reply = reader.get(address)
    assert reply.status_code == 404
    assert "There is nothing at this address" in reply.content.decode()


@pytest.mark.parametrize(
    ("role", "status"),
    [("administrator", 200), ("regional_office", 200), ("secretariat", 200), ("board_member", 403)],
)
def test_the_register_is_for_the_staff(client, role, status):
    make_team("KEN", make_office("ROAF"))
    client.force_login(make_user(role))
    addresses = ["/register/", "/register/teams/", "/register/teams/KEN/"]
    assert [client.get(each).status_code for each in addresses] == [status] * 3


def test_only_an_administrator_is_shown_the_way_to_change_a_record(client):
    team = make_team("KEN", make_office("ROAF"))
    shown = {}
    for role in ("administrator", "secretariat"):
        client.force_login(make_user(role))
        shown[role] = client.get("/register/teams/KEN/").context["admin_url"]
    expected = f"/admin/regions/countryteam/{team.pk}/change/"
    assert shown == {"administrator": expected, "secretariat": ""}


def test_a_field_says_whether_it_is_as_in_the_file_or_changed_by_people(reader):
    call_command("load_reference", verbosity=0)
    framework = CooperationFramework.objects.get(team__code="KEN", place_in_sequence="running")
    framework.original_ends_on, framework.ends_on = framework.ends_on, date(2029, 12, 31)
    framework.save()
    said = origins(reader.get(f"/register/frameworks/{framework.pk}/"))
    cited = "UNSDG roll-out list, about September 2025"
    assert said == {
        "Country team": cited,
        "Kind": cited,
        "Place in the sequence": cited,
        "Begins": cited,
        "Ends": f"Changed by people; the file says: {framework.original_ends_on}",
        "First end, before it was extended": "Entered by people",
        **dict.fromkeys(
            ["Signed on", "Extended on", "Note on the extension", "Evaluated on"], "Not recorded"
        ),
        "Framework before": "Not recorded",
    }


def test_a_record_without_a_source_of_its_own_names_the_file_it_was_loaded_from(reader):
    call_command("load_reference", verbosity=0)
    said = origins(reader.get("/register/countries/PSE/"))
    assert said.pop("Note on the designation") == "Not stated in the source"
    assert set(said.values()) == {"Reference file countries.csv"}


def test_a_checklist_is_loaded_whole_and_says_so_at_every_field(reader):
    make_checklist("test")
    said = origins(reader.get("/register/checklists/test/"))
    assert set(said.values()) == {"Loaded from a checklist file"}


def test_a_source_is_not_named_for_what_it_does_not_state(reader):
    call_command("load_reference", verbosity=0)
    framework = CooperationFramework.objects.get(engagements__framework__team__code="ARM")
    part = reader.get(f"/register/frameworks/{framework.pk}/").context["sheet"].parts[0]
    said = {each.label: each.origin.words for each in part.fields}
    assert said == {
        "Signatory": "Not stated in the source",
        "Engagement": "Not stated in the source",
        "Specific contribution": "Not stated in the source",
        "As of": "HSP/EB.2025/8, para 15",
        "Valid from": "Not recorded",
        "Valid to": "Not recorded",
        "Note": "HSP/EB.2025/8, para 15",
    }


def test_what_was_made_up_says_so_at_every_field(reader):
    framework = make_framework(make_team("KEN", make_office("ROAF")), is_invented=True)
    said = origins(reader.get(f"/register/frameworks/{framework.pk}/"))
    assert set(said.values()) == {"Invented for the demonstration"}


def test_what_is_not_recorded_is_not_said_to_be_no(reader):
    framework = make_framework(make_team("KEN", make_office("ROAF")))
    page = reader.get(f"/register/frameworks/{framework.pk}/").content.decode()
    assert "Neither signature nor engagement is recorded, which is not “no”." in page


def test_a_record_shows_its_history_and_that_of_what_belongs_to_it(reader):
    framework = make_framework(make_team("KEN", make_office("ROAF")))
    engagement = FrameworkEngagement.objects.create(framework=framework, level="light")
    FrameworkEngagement.objects.filter(pk=engagement.pk).update(level="active")
    shown = reader.get(f"/register/frameworks/{framework.pk}/").context["histories"]
    told = [
        (each["title"], event.label, [(c.name, c.before, c.after) for c in event.changes])
        for each in shown
        for event in each["events"]
    ]
    change = [("Engagement", "light engagement", "active engagement")]
    assert told == [
        ("This record", "Entered", []),
        ("UN-Habitat’s part in it", "Changed", change),
        ("UN-Habitat’s part in it", "Entered", []),
    ]


def test_a_list_takes_the_same_queries_for_one_record_and_for_many(
    reader, django_assert_num_queries
):
    office = make_office("ROAF")
    addresses = {"countries": 6, "teams": 6, "frameworks": 7, "programme-documents": 6}
    for number, code in enumerate(["KEN", "UGA", "TZA", "RWA", "BDI"]):
        team = make_team(code, office)
        framework = make_framework(team)
        FrameworkEngagement.objects.create(framework=framework)
        CountryProgrammeDocument.objects.create(
            country=team.countries.get(), generation="new", kind="full", framework=framework
        )
        if number in (0, 4):
            for slug, queries in addresses.items():
                with django_assert_num_queries(queries):
                    assert len(cells(reader.get(f"/register/{slug}/"))) == number + 1


def test_a_record_takes_the_same_queries_however_much_refers_to_it(
    reader, django_assert_num_queries
):
    office = make_office("ROAF")
    team = make_team("KEN", office)
    codes = ["KEN", "UGA", "TZA", "RWA", "BDI"]
    for number, code in enumerate(codes):
        make_framework(team, 2000 + 4 * number)
        OfficeCoverage.objects.create(
            country=make_country(code), office=office, certainty="published"
        )
        if number in (0, 4):
            for address, queries in {"offices/ROAF": 10, "teams/KEN": 10}.items():
                with django_assert_num_queries(queries):
                    reader.get(f"/register/{address}/")


def test_a_name_is_shown_in_all_its_languages(reader):
    Country.objects.create(
        iso3="KEN", status="member_state", names={"en": "Kenya", "ar": "كينيا", "fr": "Kenya"}
    )
    fields = reader.get("/ar/register/countries/KEN/").context["sheet"].fields
    texts = next(each.texts for each in fields if each.texts)
    assert [(each.code, each.text) for each in texts] == [
        ("ar", "كينيا"),
        ("en", "Kenya"),
        ("fr", "Kenya"),
    ]


def test_a_list_is_in_the_order_of_the_names_that_the_reader_sees(reader):
    for iso3, english, french in (("DEU", "Germany", "Allemagne"), ("FRA", "France", "France")):
        names = {"en": english, "fr": french}
        Country.objects.create(iso3=iso3, status="member_state", names=names)
    Country.objects.create(iso3="BEL", status="member_state", names={"en": "Belgium"})
    orders = [
        [row[0] for row in cells(reader.get(f"{prefix}/register/countries/"))]
        for prefix in ("", "/fr")
    ]
    assert orders == [["Belgium", "France", "Germany"], ["Allemagne", "Belgium", "France"]]
