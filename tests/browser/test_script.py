"""What script adds, in a real browser: keys, typed words, the focus on faults."""

from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "static/js/habitat.js"
PAGE = """<!doctype html><title>Parts</title><main>
<div data-focus tabindex="-1" id="faults">Two things to correct</div>
<a data-key="j" href="#next">Next</a>
<textarea data-key="r" id="why"></textarea>
<div data-key="?" tabindex="-1" id="keys">Keys</div>
<button data-keys-switch hidden><span data-keys="on">Turn keys off</span
><span data-keys="off" hidden>Turn keys on</span></button>
<div data-confirm="ROUND 1"><input id="words"><button data-confirmed>Publish</button></div>
</main>"""


@pytest.fixture
def parts(page):
    page.route(
        "http://parts.test/**", lambda route: route.fulfill(body=PAGE, content_type="text/html")
    )
    page.goto("http://parts.test/")
    page.add_script_tag(content=SCRIPT.read_text())
    return page


def focused(page):
    return page.evaluate("document.activeElement.id")


def test_faults_take_the_focus(parts):
    assert focused(parts) == "faults"


def test_a_key_follows_its_link_and_another_goes_to_its_field(parts):
    parts.keyboard.press("j")
    assert parts.url.endswith("#next")
    parts.keyboard.press("r")
    assert (focused(parts), parts.input_value("#why")) == ("why", "")


def test_keys_are_letters_while_somebody_types(parts):
    parts.focus("#why")
    parts.keyboard.press("j")
    assert parts.input_value("#why") == "j"
    assert not parts.url.endswith("#next")


def test_keys_turned_off_stay_off(parts):
    parts.click("[data-keys-switch]")
    parts.keyboard.press("j")
    assert not parts.url.endswith("#next")
    parts.reload()
    parts.add_script_tag(content=SCRIPT.read_text())
    assert parts.inner_text("[data-keys-switch]") == "Turn keys on"


def test_the_question_mark_leads_to_the_list_of_keys(parts):
    parts.keyboard.press("?")
    assert focused(parts) == "keys"


def test_the_button_wakes_when_the_words_are_typed_letter_for_letter(parts):
    button = parts.locator("[data-confirmed]")
    assert button.is_disabled()
    parts.fill("#words", "round 1")
    assert button.is_disabled()
    parts.fill("#words", "ROUND 1")
    assert button.is_enabled()
