"""The form of a record: right, wrong, on old words, not one's own, not there."""

import pytest

from programmes.actions.records import save_rows
from programmes.intake.kinds import KINDS
from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    Presence,
)
from tests.factories import make_actor
from tests.programmes.keeping.records import faults_of, flat, posted, put_on_record

pytestmark = pytest.mark.django_db

KEPT_BY_OFFICES = sorted(slug for slug, kind in KINDS.items() if kind.offices_keep)
OTHERS = sorted(KINDS.keys() - set(KEPT_BY_OFFICES))


@pytest.mark.parametrize("slug", sorted(KINDS))
def test_a_record_of_every_kind_is_entered_and_opened_again_unchanged(secretariat, slug):
    before = KINDS[slug].model.objects.count()

    done = secretariat.post(f"/register/{slug}/new/", {**flat(slug), "base": "new"})
    record = KINDS[slug].model.objects.order_by("-pk").first()
    form = secretariat.get(f"/register/{slug}/{record.pk}/change/")
    again = secretariat.post(f"/register/{slug}/{record.pk}/change/", posted(form))

    assert (done.status_code, again.status_code) == (302, 302)
    assert KINDS[slug].model.objects.count() == before + 1
    assert secretariat.get(done.url).status_code == 200
    assert record.pgh_event_model.objects.filter(pgh_obj_id=record.pk).count() == 1


def test_a_reason_goes_into_the_history(office):
    part = put_on_record("engagements")
    form = office.get(f"/register/engagements/{part.pk}/change/")
    sent = posted(form, level="light", reason="Counted again in Nairobi")

    office.post(f"/register/engagements/{part.pk}/change/", sent)

    part.refresh_from_db()
    assert part.level == "light"
    page = office.get(f"/register/engagements/{part.pk}/").content.decode()
    assert "Counted again in Nairobi" in page
    assert "Amina Office" in page


def test_a_fault_stands_beside_its_field_and_nothing_is_stored(secretariat):
    sent = {**flat("engagements"), "valid_from": "2024-02-31", "level": "a lot", "framework": ""}

    response = secretariat.post("/register/engagements/new/", sent)

    assert response.status_code == 422
    assert sorted(faults_of(response)) == ["framework", "level", "valid_from"]
    assert not FrameworkEngagement.objects.exists()


def test_periods_that_overlap_are_refused_in_words(secretariat):
    put_on_record("engagements")
    sent = {**flat("engagements"), "valid_from": "2025-01-01"}

    response = secretariat.post("/register/engagements/new/", sent)

    assert list(faults_of(response)) == ["valid_from"]
    assert FrameworkEngagement.objects.count() == 1


def test_a_new_record_does_not_write_over_one_that_is_there(secretariat):
    put_on_record("presence")

    response = secretariat.post(
        "/register/presence/new/", {"country": "KEN", "kind": "none", "base": "new"}
    )

    assert response.status_code == 422
    assert list(faults_of(response)) == ["__all__"]
    assert Presence.objects.get().kind == "physical"


def change_meanwhile(record, **changed):
    row = {"id": record.pk, **changed}
    save_rows(KINDS["engagements"], [row], by=make_actor("secretariat"))


def test_a_change_on_old_words_is_shown_field_by_field_and_chosen(office):
    part = put_on_record("engagements")
    address = f"/register/engagements/{part.pk}/change/"
    mine = posted(office.get(address), level="light", note="Mine")
    change_meanwhile(part, level="none", signatory="no")

    response = office.post(address, mine)
    rows_ = [(x.name, x.before, x.after) for x in response.context["page"].conflict]
    again = {**posted(response), "use_level": "mine", "use_signatory": "theirs"}
    done = office.post(address, again)

    assert response.status_code == 409
    assert rows_ == [
        ("signatory", "no", "yes"),
        ("level", "no engagement", "light engagement"),
        ("note", "", "Mine"),
    ]
    part.refresh_from_db()
    assert done.status_code == 302
    assert (part.level, part.signatory, part.note) == ("light", "no", "Mine")


@pytest.mark.parametrize("slug", OTHERS)
def test_what_the_secretariat_keeps_is_not_an_offices(office, slug):
    assert office.get(f"/register/{slug}/new/").status_code == 403
    assert office.get(f"/register/{slug}/bulk/").status_code == 403
    assert office.get(f"/register/{slug}/import/").status_code == 403


@pytest.mark.parametrize("slug", KEPT_BY_OFFICES)
def test_an_office_keeps_only_its_own_records(office, other_office, slug):
    record = put_on_record(slug)
    addresses = [f"/register/{slug}/{record.pk}/{act}/" for act in ("change", "delete")]

    assert [office.get(each).status_code for each in addresses] == [200, 200]
    assert [other_office.get(each).status_code for each in addresses] == [403, 403]


def test_an_office_is_offered_its_own_countries_and_refused_another_one(other_office):
    form = other_office.get("/register/presence/new/").context["page"].form
    sent = {"country": "KEN", "kind": "physical"}

    refused = other_office.post("/register/presence/new/", sent)

    assert [code for code, _words in form.fields["country"].widget.choices] == ["", "JOR"]
    assert (refused.status_code, Presence.objects.count()) == (403, 0)


@pytest.mark.parametrize(
    "address",
    [
        "/register/engagements/987654/change/",
        "/register/engagements/987654/delete/",
        "/register/frameworks/987654/extend/",
        "/register/nothing/new/",
        "/register/offices/bulk/",
        "/register/teams/import/",
    ],
)
def test_what_is_not_there_is_not_found(secretariat, address):
    assert secretariat.get(address).status_code == 404


def test_the_address_says_what_a_new_record_belongs_to(secretariat):
    framework = CooperationFramework.objects.get(team__code="KEN")

    shown = secretariat.get(f"/register/engagements/new/?framework={framework.pk}")

    assert shown.context["page"].form["framework"].value() == "KEN 2022-01-01"


def test_the_stage_of_a_document_on_record_is_left_to_its_acts(secretariat):
    document = CountryProgrammeDocument.objects.get(country__iso3="KEN")
    address = f"/register/programme-documents/{document.pk}/change/"
    form = secretariat.get(address)

    done = secretariat.post(address, posted(form, lessons_section="yes", is_interim="on"))

    document.refresh_from_db()
    assert "stage" not in form.context["page"].form.fields
    assert done.status_code == 302
    assert (document.lessons_section, document.is_interim) == ("yes", True)


def test_an_extension_keeps_the_first_end(secretariat):
    framework = CooperationFramework.objects.get(team__code="KEN")
    address = f"/register/frameworks/{framework.pk}/extend/"
    base = secretariat.get(address).context["form"]["base"].value()
    facts = {"extended_on": "2026-10-01", "extension_note": "Steering committee"}

    wrong = secretariat.post(address, {**facts, "base": base, "ends_on": "2026-12-31"})
    done = secretariat.post(address, {**facts, "base": base, "ends_on": "2027-12-31"})

    framework.refresh_from_db()
    assert (wrong.status_code, done.status_code) == (422, 302)
    assert (str(framework.ends_on), str(framework.original_ends_on)) == ("2027-12-31", "2026-12-31")
    assert framework.extension_note == "Steering committee"


def test_a_record_is_deleted_unless_others_refer_to_it(secretariat):
    part = put_on_record("engagements")
    framework = part.framework
    blocked = secretariat.post(f"/register/frameworks/{framework.pk}/delete/", {"reason": "Wrong"})

    done = secretariat.post(f"/register/engagements/{part.pk}/delete/", {"reason": "Entered twice"})

    assert blocked.status_code == 409
    assert "refers to it" in blocked.content.decode()
    assert (done.status_code, done.url) == (302, "/register/engagements/")
    assert not FrameworkEngagement.objects.exists()


def test_what_changed_since_is_not_deleted(secretariat):
    part = put_on_record("engagements")
    address = f"/register/engagements/{part.pk}/delete/"
    base = secretariat.get(address).context["form"]["base"].value()
    change_meanwhile(part, level="none")

    response = secretariat.post(address, {"base": base})

    assert response.status_code == 409
    assert FrameworkEngagement.objects.exists()


def test_the_register_leads_each_reader_to_the_doors_they_may_use(
    secretariat, office, other_office
):
    part = put_on_record("engagements")

    def doors(client, address):
        return [door.label for door in client.get(address).context["doors"]]

    assert doors(secretariat, "/register/frameworks/") == [
        "New record",
        "Bulk edit",
        "Import and export",
    ]
    assert doors(office, "/register/frameworks/") == []
    assert doors(secretariat, f"/register/frameworks/{part.framework_id}/") == [
        "Change",
        "Extend",
        "Delete",
    ]
    assert doors(office, f"/register/engagements/{part.pk}/") == ["Change", "Delete"]
    assert doors(other_office, f"/register/engagements/{part.pk}/") == []
    assert doors(secretariat, "/register/offices/") == []


def test_a_framework_leads_to_new_records_of_its_own(office, other_office):
    framework = CooperationFramework.objects.get(team__code="KEN")
    address = f"/register/frameworks/{framework.pk}/"

    mine = {each.add_url for each in office.get(address).context["sheet"].tables}
    theirs = {each.add_url for each in other_office.get(address).context["sheet"].tables}

    assert f"/register/engagements/new/?framework={framework.pk}" in mine
    assert theirs == {""}


@pytest.mark.parametrize("number", [1, 100])
def test_a_form_takes_the_same_queries_however_much_is_on_record(
    secretariat, number, django_assert_num_queries
):
    part = put_on_record("engagements")
    for year in range(number - 1):
        put_on_record("contributions", topic=f"Topic {year}")
    secretariat.get(f"/register/engagements/{part.pk}/change/")

    with django_assert_num_queries(5):
        secretariat.get(f"/register/engagements/{part.pk}/change/")
