"""Every page of the Board in a real browser: axe, narrow, zoomed, printed, and to itself."""

from itertools import pairwise
from urllib.parse import urlsplit

import pytest

from tests.browser.board import PAGES, publish_twice, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

A4_AT_96_DPI = 688
"""The width of A4 between the margins of the stylesheet (210 − 2 × 14 mm), in CSS pixels."""

ON_SCREEN_ONLY = ".nav, .langs, .filters ul, .pages a, .dl, .skip"


@pytest.fixture
def reader(page, client, live_server):
    publish_twice()
    return signed_in(page, client, live_server)


def width_of(page):
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("width", [1360, 390])
def test_axe_finds_nothing_on_any_page(reader, axe, prefix, width):
    reader.set_viewport_size({"width": width, "height": 900})
    found = {}
    for path in PAGES:
        reader.goto(prefix + path)
        found[path] = axe(reader)
    assert found == {path: [] for path in PAGES}


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_no_page_scrolls_sideways_on_a_phone_nor_zoomed_to_200_per_cent(reader, prefix):
    """A window of 1360 pixels zoomed to 200 per cent has 680 for the page (WCAG 1.4.10: 320)."""
    wide = {}
    for path in PAGES:
        reader.goto(prefix + path)
        for width in (680, 320):
            reader.set_viewport_size({"width": width, "height": 900})
            if width_of(reader) > width:
                wide[path, width] = width_of(reader)
    assert wide == {}


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_every_page_fits_the_width_of_a_sheet_of_paper(reader, prefix):
    reader.emulate_media(media="print")
    reader.set_viewport_size({"width": A4_AT_96_DPI, "height": 970})
    wide, shown = {}, {}
    for path in PAGES:
        reader.goto(prefix + path)
        if width_of(reader) > A4_AT_96_DPI:
            wide[path] = width_of(reader)
        shown[path] = reader.locator(
            ".nav, .langs, .filters ul, .pages a, .dl, .skip"
        ).evaluate_all(
            "all => all.filter(each => getComputedStyle(each).display !== 'none').length"
        )
    assert (wide, shown) == ({}, dict.fromkeys(PAGES, 0))


def test_every_sheet_says_the_checksum_by_which_it_can_be_cited(reader):
    """A page torn from the rest still leads to its publication."""
    reader.emulate_media(media="print")
    said = {}
    for path in PAGES:
        reader.goto(path)
        said[path] = "SHA-256" in reader.inner_text("main")
    assert said == dict.fromkeys(PAGES, True)


def test_nothing_on_paper_is_cut_off_by_a_region_that_scrolls(reader):
    reader.emulate_media(media="print")
    reader.set_viewport_size({"width": A4_AT_96_DPI, "height": 970})
    cut = {}
    for path in PAGES:
        reader.goto(path)
        cut[path] = reader.locator(".scroll").evaluate_all(
            "all => all.filter(each => each.scrollWidth > each.clientWidth + 1)"
            ".map(each => [each.scrollWidth, each.clientWidth])"
        )
    assert cut == {path: [] for path in PAGES}


def test_a_page_asks_no_other_host_for_anything(reader, live_server):
    hosts = set()
    reader.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    for path in PAGES:
        reader.goto(path)
    assert hosts == {urlsplit(live_server.url).netloc}


@pytest.mark.parametrize("path", ["/", "/offices/ROAF/", "/countries/KEN/"])
def test_with_forced_colours_axe_finds_nothing_and_verdicts_keep_their_words(reader, axe, path):
    reader.emulate_media(forced_colors="active")
    reader.goto(path)
    assert axe(reader) == []
    assert reader.locator("main .v, main .vk li").first.inner_text().strip() != ""


def test_who_asked_for_less_motion_sees_none(reader):
    reader.emulate_media(reduced_motion="reduce")
    reader.goto("/")
    moving = reader.evaluate(
        """() => [...document.querySelectorAll("*")].filter(each => {
            const style = getComputedStyle(each);
            return style.transitionDuration !== "0s" || style.animationName !== "none";
        }).length"""
    )
    assert moving == 0


def test_the_skip_link_comes_first_and_a_cell_is_followed_by_keys_alone(reader):
    reader.goto("/")
    reader.keyboard.press("Tab")
    assert reader.evaluate("document.activeElement.className") == "skip"
    reader.keyboard.press("Enter")
    assert reader.evaluate("document.activeElement.id") == "main"
    for _ in range(80):
        reader.keyboard.press("Tab")
        if reader.evaluate("document.activeElement.closest('.mx') !== null"):
            break
    ring = reader.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    target = reader.evaluate("document.activeElement.href")
    reader.keyboard.press("Enter")
    reader.wait_for_url(target)
    assert ring == "solid"


def test_every_stop_of_the_keyboard_is_seen(reader):
    """Whatever has the focus is inside the window and not under something else."""
    reader.goto("/offices/ROAF/")
    hidden = []
    for _ in range(60):
        reader.keyboard.press("Tab")
        state = reader.evaluate(
            """() => {
                const each = document.activeElement, box = each.getBoundingClientRect();
                const seen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
                return [each.outerHTML.slice(0, 80), seen];
            }"""
        )
        if not state[1]:
            hidden.append(state[0])
    assert hidden == []


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_without_script_every_page_is_there_and_a_number_is_followed(
    browser, client, live_server, prefix
):
    publish_twice()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    plain = signed_in(context.new_page(), client, live_server)
    for path in PAGES:
        assert plain.goto(prefix + path).status == 200, path
    plain.goto(f"{prefix}/")
    plain.click('main table a[href*="/pillars/NGT/"][href*="office=ROAF"]')
    plain.click('main a[href*="/items/NGT-01/"]')
    plain.click('main table a[href*="/countries/KEN/"]')
    assert plain.locator("main h1").inner_text() != ""
    context.close()


@pytest.mark.parametrize(("path", "query"), [("/teams/", "office=ROAF"), ("/", "")])
def test_another_language_keeps_page_and_filter(reader, path, query):
    reader.goto(f"{path}?{query}" if query else path)
    reader.click(".langs a[lang=ar]")
    address = urlsplit(reader.url)
    assert (address.path, address.query) == (f"/ar{path}", query)
    assert reader.get_attribute("html", "dir") == "rtl"
    reader.click(".langs a[lang=en]")
    address = urlsplit(reader.url)
    assert (address.path, address.query) == (path, query)


def test_a_bar_is_told_apart_in_grey(reader):
    """Neighbouring parts of a bar differ in lightness, or one is hatched (WCAG 1.4.1)."""
    reader.goto("/")
    light = reader.evaluate(
        """() => {
            const root = getComputedStyle(document.documentElement);
            const lightness = name => {
                const probe = document.createElement("i");
                probe.style.color = root.getPropertyValue(name);
                document.body.append(probe);
                const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number);
                probe.remove();
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            return ["--full", "--partial", "--none-wash"].map(lightness);
        }"""
    )
    steps = [later - earlier for earlier, later in pairwise(light)]
    assert all(step > 40 for step in steps), light
