"""The note is written, read as it is typed, and issued, in a real browser."""

import pytest
from playwright.sync_api import expect

from accounts.models.users import Role
from reporting.actions.notes import issue_note
from reporting.models import IssuedNote, Paragraph
from tests.browser.board import signed_in
from tests.factories import make_actor
from tests.reporting.papers.writing import SIGNED, begun, published, render, write

pytestmark = pytest.mark.django_db(transaction=True)

HERE = "/rounds/2026/note/"
PAGES = (
    HERE,
    f"{HERE}new/",
    f"{HERE}masthead/",
    f"{HERE}africa/",
    f"{HERE}africa/fr/",
    f"{HERE}languages/fr/",
    f"{HERE}issue/",
    f"{HERE}issue/?language=ar",
)


@pytest.fixture
def publication():
    return published()


@pytest.fixture
def staff(page, client, live_server):
    return signed_in(page, client, live_server, Role.SECRETARIAT)


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("width", [1360, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(publication, staff, axe, prefix, width):
    note = begun(publication)
    render(write(note))
    write(note, "In 45 countries {nothing.here} and {Broken}.", key="wrong")
    Paragraph.objects.filter(key="africa").update(seen={SIGNED.strip("{}"): "at least 2"})
    write(note, "{table.matrix}", key="matrix", kind="exhibit")
    staff.set_viewport_size({"width": width, "height": 900})
    found, wide = {}, {}
    for path in PAGES:
        staff.goto(prefix + path)
        found[path] = axe(staff)
        wide[path] = staff.evaluate("document.documentElement.scrollWidth")
    assert found == {path: [] for path in PAGES}
    assert wide == dict.fromkeys(PAGES, width)


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_the_meter_of_a_language_stays_in_its_column(publication, staff, prefix):
    render(write(begun(publication)))
    staff.goto(prefix + HERE)
    bar = staff.locator("td.barc .bar").nth(2)
    column, drawn = bar.bounding_box(), bar.locator(".f-partial").bounding_box()
    assert (drawn["x"], drawn["width"]) == pytest.approx((column["x"], column["width"]), abs=1)


def test_a_paragraph_is_written_read_as_it_is_typed_saved_and_issued(publication, staff):
    staff.goto(HERE)
    staff.get_by_role("button", name="Begin the note").click()
    staff.get_by_role("link", name="Add a paragraph").click()
    text = staff.get_by_label("Text in English")
    text.fill("Signed:  and {Broken}.")
    expect(staff.locator("#reads")).to_contain_text("{Broken} is not understood.")
    text.evaluate("field => field.setSelectionRange(8, 8)")
    staff.get_by_label("Words to look for").fill("area roaf")
    staff.get_by_role("button", name="Look for figures").click()
    staff.get_by_role("button", name=f"Put in {SIGNED}").click()
    expect(staff.locator("#reads")).to_contain_text("Signed: at least 3 and {Broken}.")
    text.fill(text.input_value().replace(" and {Broken}", ""))
    staff.get_by_role("button", name="Add the paragraph").click()
    expect(staff.get_by_role("heading", level=1)).to_have_text(
        "The note has 1 paragraph, and it agrees with the figures"
    )

    staff.get_by_role("link", name="Issue the note").click()
    button = staff.get_by_role("button", name="Issue the note in English")
    expect(button).to_be_disabled()
    staff.get_by_label("To confirm, type").fill("ISSUE 2026 VERSION 1 EN")
    button.click()
    expect(staff.get_by_text("The note is issued in English, issue 1.")).to_be_visible()
    assert IssuedNote.objects.get().publication == publication


def test_without_script_the_buttons_do_the_same(publication, browser, client, live_server):
    write(begun(publication), "Signed:")
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    plain = signed_in(context.new_page(), client, live_server, Role.SECRETARIAT)
    plain.goto(f"{HERE}africa/")
    plain.get_by_role("button", name=f"Put in {SIGNED}").click()
    expect(plain.locator("#reads")).to_contain_text("Signed: at least 3")
    plain.get_by_role("button", name="Save the paragraph").click()
    plain.wait_for_url(f"**{HERE}#africa")
    context.close()
    assert Paragraph.objects.get().text == f"Signed: {SIGNED}"


def test_a_further_issue_asks_why(publication, staff):
    write(begun(publication))
    issue_note(publication, "en", by=make_actor())
    staff.goto(f"{HERE}issue/")
    expect(staff.get_by_label("What is better in this issue")).to_be_visible()
