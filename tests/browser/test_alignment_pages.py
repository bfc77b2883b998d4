"""Findings in a real browser: as the Board and the secretariat read them, in both directions."""

import pytest
from django.conf import settings

from programmes.models import CountryProgrammeDocument
from tests.factories import make_office, make_user
from tests.reporting.alignment import make_gap, make_rule, this_year
from tests.reporting.world import answered_round, make_figure, make_world, publish_round

pytestmark = pytest.mark.django_db(transaction=True)

STAFF = (
    "/alignment/",
    "/alignment/rules/A05/",
    "/alignment/offices/ROAF/",
    "/alignment/countries/UGA/",
    "/alignment/calendar/",
    "/alignment/rules/A05/dismiss/programme-documents/{document}/",
)
BOARD = ("/countries/KEN/", "/frameworks/calendar/", "/offices/ROAF/")


@pytest.fixture
def document(transactional_db):
    make_world()
    for code in ("A04", "A13", "A03"):
        make_rule(code, "error", **({"lesser_severity": "warning"} if code == "A04" else {}))
    document = make_gap("UGA", make_office("ROAF"))
    round_ = answered_round()
    make_figure(round_)
    publish_round(round_)
    return document


@pytest.fixture
def enter(page, client, live_server):
    def signed_in(role):
        client.force_login(make_user(role))
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": live_server.url}]
        )
        return page

    return signed_in


def test_no_page_breaks_a_rule_of_wcag_or_scrolls_sideways(document, enter, axe):
    page = enter("secretariat")
    for width in (1360, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for prefix in ("", "/ar"):
            for path in (*STAFF, *BOARD):
                page.goto(prefix + path.format(document=document.pk))
                shown = page.evaluate("document.documentElement.scrollWidth")
                assert (path, shown) == (path, width)
                assert (path, axe(page) if width == 1360 else []) == (path, [])


def test_a_member_of_the_board_reads_the_findings_of_a_country(document, enter):
    page = enter("board_member")
    page.goto("/countries/KEN/")
    section = page.locator("section", has=page.locator("#findings"))
    assert section.locator("ul.findings > li").count() == 2
    assert "What closes it" in section.inner_text()
    assert section.locator(".mini").count() == 2
    assert page.get_by_role("link", name="2 warnings, no error").is_visible()


def test_a_finding_is_set_aside_and_comes_back_when_a_fact_changes(document, enter):
    page = enter("secretariat")
    page.goto("/alignment/countries/UGA/")
    page.get_by_role("link", name="Set it aside").first.click()
    page.get_by_label("Reason").fill("The successor is agreed, its record follows.")
    page.get_by_role("button", name="Set the finding aside").click()
    assert page.locator("#findings").inner_text() == "No finding on alignment"
    assert "The successor is agreed" in page.locator("main").inner_text()
    CountryProgrammeDocument.objects.filter(pk=document.pk).update(ends_on=this_year(1, 6, 30))
    page.reload()
    assert page.locator("#findings").inner_text() == "1 finding on alignment, none an error"
    assert "the facts have changed since" in page.locator("main").inner_text()
