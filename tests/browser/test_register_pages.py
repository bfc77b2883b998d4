"""Register, history and admin site in a real browser: axe, both directions, the strict policy."""

import pytest
from django.conf import settings
from django.core.management import call_command

from programmes.models import CooperationFramework, FrameworkEngagement
from tests.factories import make_user

pytestmark = pytest.mark.django_db(transaction=True)

PATHS = [
    "/register/",
    "/register/countries/",
    "/register/frameworks/{framework}/",
    "/register/mechanisms/afr-rfsd/",
    "/history/",
    "/history/frameworks/{framework}/",
    "/people/",
    "/admin/",
    "/admin/regions/country/",
    "/admin/accounts/user/add/",
]


@pytest.fixture
def framework():
    call_command("load_reference", verbosity=0)
    engagement = FrameworkEngagement.objects.first()
    CooperationFramework.objects.filter(pk=engagement.framework_id).update(kind="common_approach")
    return engagement.framework_id


@pytest.fixture
def administrator(page, client, live_server):
    client.force_login(make_user("administrator", full_name="Ada Administrator"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    return page


def refusals(page):
    """What the browser refused to run or to load."""
    found = []
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    return found


def test_no_page_breaks_the_policy_or_a_rule_of_wcag(framework, administrator, axe):
    refused = refusals(administrator)
    for prefix in ("", "/ar"):
        for path in PATHS:
            administrator.goto(prefix + path.format(framework=framework))
            assert (path, refused) == (path, [])
            assert (path, axe(administrator)) == (path, [])
            refused.clear()  # axe itself tries styles that the policy refuses


def test_no_page_scrolls_sideways_at_320_pixels(framework, administrator):
    administrator.set_viewport_size({"width": 320, "height": 900})
    for path in PATHS[:7]:
        administrator.goto(path.format(framework=framework))
        width = administrator.evaluate("document.documentElement.scrollWidth")
        assert (path, width) == (path, 320)


def test_an_administrator_changes_a_record_and_finds_the_reason_on_its_page(
    framework, administrator
):
    administrator.goto("/register/mechanisms/afr-rfsd/")
    administrator.get_by_role("link", name="Change this record").click()
    administrator.get_by_label("Kind").select_option("working_group")
    administrator.get_by_label("Why").fill("Renamed by its members")
    administrator.get_by_role("button", name="Save", exact=True).click()
    administrator.goto("/register/mechanisms/afr-rfsd/")
    shown = administrator.locator("#history").locator("xpath=ancestor::section").inner_text()
    assert "Renamed by its members" in shown
    assert "Ada Administrator" in shown
    assert "Changed by people; the file says:" in administrator.locator("main").inner_text()
