from datetime import date

import pytest
from django.contrib import admin
from django.urls import reverse

from accounts.models import ReminderMail, User
from regions.models import Country, Installation, OfficeCoverage, RegionalMechanism
from tests.factories import make_country, make_office, make_team, make_user

pytestmark = pytest.mark.django_db

LINES = {f"names_{code}": "" for code in ("ar", "zh_hans", "en", "fr", "ru", "es")}
NO_COVERAGE = {"coverage-TOTAL_FORMS": "0", "coverage-INITIAL_FORMS": "0"}
NO_MEMBERSHIPS = {"memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"}


@pytest.fixture
def administrator(client):
    client.force_login(make_user("administrator", full_name="Ada"))
    return client


def country_form(**fields):
    about = {"iso3": "KEN", "iso2": "KE", "m49": "404", "status": "member_state"}
    return {**about, **LINES, **NO_COVERAGE, "names_en": "Kenya", "reason": "First entry", **fields}


def addresses():
    """Every list and form of the admin site."""
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        if model is not ReminderMail:  # the outbox is only looked at
            yield reverse(f"{name}_add")


@pytest.mark.parametrize(
    ("role", "status"),
    [("administrator", 200), ("secretariat", 403), ("regional_office", 403), ("board_member", 403)],
)
def test_the_site_opens_to_administrators_alone(client, role, status):
    client.force_login(make_user(role))
    asked = ["/admin/", *addresses()]
    replies = {each: client.get(each, follow=True).status_code for each in asked}
    assert replies == dict.fromkeys(asked, status)


def test_strangers_sign_in_on_the_page_of_the_house(client):
    reply = client.get("/admin/regions/country/", follow=True)
    assert reply.redirect_chain[-1][0] == "/accounts/login/?next=/admin/regions/country/"


def test_programme_records_answers_and_publications_are_not_edited_here():
    rooms = {model._meta.label for model in admin.site._registry}
    assert rooms == {
        "accounts.ReminderMail",
        "accounts.User",
        "checklist.BoardDocument",
        "checklist.BoardSession",
        "regions.Country",
        "regions.CountryTeam",
        "regions.RegionalMechanism",
        "regions.RegionalOffice",
    }


def test_a_record_is_entered_with_its_reason_in_the_history(administrator):
    administrator.post("/admin/regions/country/add/", country_form(names_ar="كينيا"))
    country = Country.objects.get()
    assert country.names == {"en": "Kenya", "ar": "كينيا"}
    context = Country.pgh_event_model.objects.get().pgh_context
    told = {name: context[name] for name in ("role", "reason", "url")}
    url = "/admin/regions/country/add/"
    assert told == {"role": "administrator", "reason": "First entry", "url": url}


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"reason": ""}, "This field is required."),
        ({"names_en": "", "names_fr": "Kenya"}, "The English text is missing."),
        ({"names_fr": "Ke\u202enya"}, "A text has control characters."),
        ({"iso3": "ken"}, "Constraint “a_country_code_is_three_capitals” is violated."),
    ],
)
def test_a_form_with_a_fault_keeps_what_was_typed_and_stores_nothing(administrator, fields, fault):
    reply = administrator.post("/admin/regions/country/add/", country_form(**fields))
    page = reply.content.decode()
    assert (reply.status_code, Country.objects.count()) == (200, 0)
    assert fault in page
    assert 'value="404"' in page


def test_nothing_is_deleted_here(administrator):
    country = make_country("KEN")
    assert administrator.post(f"/admin/regions/country/{country.pk}/delete/").status_code == 403
    assert "Delete" not in administrator.get("/admin/regions/country/").content.decode()


def test_what_people_enter_into_a_demonstration_is_marked_as_made_up(administrator):
    Installation.objects.create(pk=1, is_demonstration=True)
    form = {"code": "afr-forum", "kind": "forum", "office": make_office("ROAF").pk, "source": ""}
    address = "/admin/regions/regionalmechanism/add/"
    administrator.post(address, {**form, **LINES, "names_en": "A forum", "reason": "First entry"})
    assert list(RegionalMechanism.objects.values_list("is_invented", flat=True)) == [True]


def test_a_period_of_coverage_is_changed_beside_those_of_others(administrator):
    office = make_office("ROAF")
    for code in ("KEN", "UGA"):
        OfficeCoverage.objects.create(
            country=make_country(code), office=office, certainty="proposed"
        )
    coverage = OfficeCoverage.objects.get(country__iso3="KEN")
    row = {"id": coverage.pk, "country": coverage.country_id, "office": office.pk}
    row |= {"certainty": "published", "starts_on": "2020-01-01", "ends_on": "", "source": ""}
    inline = {f"coverage-0-{name}": value for name, value in row.items()}
    counts = {"coverage-TOTAL_FORMS": "1", "coverage-INITIAL_FORMS": "1"}
    address = f"/admin/regions/country/{coverage.country_id}/change/"
    administrator.post(address, country_form(**inline, **counts))
    found = OfficeCoverage.objects.order_by("country__iso3")
    assert list(found.values_list("country__iso3", "certainty", "starts_on")) == [
        ("KEN", "published", date(2020, 1, 1)),
        ("UGA", "proposed", None),
    ]


def test_an_account_is_made_without_a_password_and_with_an_office(administrator):
    office = make_office("ROAF")
    about = {"email": "new@example.org", "full_name": "New Person", "role": "regional_office"}
    place = {"memberships-0-office": office.pk, "memberships-TOTAL_FORMS": "1"}
    form = {**about, "language": "en", "usable_password": "false", "reason": "New focal point"}
    address = "/admin/accounts/user/add/"
    made = administrator.post(address, {**form, **NO_MEMBERSHIPS})
    assert made.status_code == 302
    person = User.objects.get(email="new@example.org")
    administrator.post(
        f"/admin/accounts/user/{person.pk}/change/",
        {**about, "language": "en", "is_active": "on", **NO_MEMBERSHIPS, **place, "reason": "ROAF"},
    )
    assert (person.has_usable_password(), list(person.offices.all())) == (False, [office])


def test_no_form_can_make_a_superuser(administrator):
    person = make_user("secretariat")
    form = {"email": person.email, "full_name": "X", "role": "secretariat", "language": "en"}
    more = {"is_active": "on", "is_superuser": "on", "is_staff": "on", "reason": "Try"}
    administrator.post(
        f"/admin/accounts/user/{person.pk}/change/", {**form, **more, **NO_MEMBERSHIPS}
    )
    person.refresh_from_db()
    assert (person.full_name, person.is_superuser, person.is_staff) == ("X", False, False)


def test_a_list_takes_the_same_queries_for_one_record_and_for_many(
    administrator, django_assert_num_queries
):
    office = make_office("ROAF")
    for number, code in enumerate(["KEN", "UGA", "TZA", "RWA"]):
        make_team(code, office)
        if number in (0, 3):
            with django_assert_num_queries(7):
                administrator.get("/admin/regions/countryteam/")
