"""An office changes a record by its form, the secretariat imports a table, in a real browser."""

import pytest
from django.conf import settings

from programmes.models import FrameworkEngagement
from tests.factories import make_office, make_user
from tests.programmes.intake.world import set_up
from tests.programmes.keeping.records import put_on_record

pytestmark = pytest.mark.django_db(transaction=True)
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
TABLE = (
    b"team,framework_starts_on,valid_from,level,note\n"
    b"KEN,2022-01-01,2024-01-01,light,From the table\n"
    b"JOR,2022-01-01,2024-01-01,active,New\n"
)


@pytest.fixture
def sign_in(page, client, live_server):
    def enter(user):
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        known = {"name": cookie.key, "value": cookie.value, "url": live_server.url}
        page.context.add_cookies([known])
        return page

    return enter


@pytest.fixture
def part(live_server):
    set_up()
    return put_on_record("engagements")


def test_an_office_changes_its_engagement_by_the_form(sign_in, part):
    page = sign_in(make_user("regional_office", make_office("ROAF")))

    page.goto(f"/register/engagements/{part.pk}/")
    page.get_by_role("link", name="Change", exact=True).click()
    page.get_by_label("Level of engagement").select_option("light")
    page.get_by_label("Reason").fill("Survey of 2026")
    page.get_by_role("button", name="Save the record").press("Enter")
    page.wait_for_url(f"**/register/engagements/{part.pk}/")

    assert "The record is saved." in page.content()
    assert "Survey of 2026" in page.content()
    assert FrameworkEngagement.objects.get().level == "light"


def test_the_secretariat_imports_a_table(sign_in, part):
    page = sign_in(make_user("secretariat"))

    page.goto("/register/engagements/import/")
    file = {"name": "records.csv", "mimeType": "text/csv", "buffer": TABLE}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Upload and see what it would change").click()
    page.get_by_role("button", name="Save 2 records").click()
    page.wait_for_url("**/register/engagements/")

    levels = FrameworkEngagement.objects.order_by("pk").values_list("level", "note")
    assert list(levels) == [("light", "From the table"), ("active", "New")]


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("width", [1360, 390])
def test_the_pages_of_records_are_open_to_everybody(sign_in, part, axe, prefix, width):
    page = sign_in(make_user("secretariat"))
    page.set_viewport_size({"width": width, "height": 900})
    found = {}

    for address in (
        "engagements/new/",
        f"engagements/{part.pk}/change/",
        f"engagements/{part.pk}/delete/",
        f"frameworks/{part.framework_id}/extend/",
        "programme-documents/new/",
        "engagements/bulk/",
        "engagements/import/",
    ):
        page.goto(f"{prefix}/register/{address}")
        found[address] = (axe(page), page.evaluate(SIDEWAYS))

    assert {address: ([], False) for address in found} == found
