"""A real Chromium against a real server, and axe to look at each page."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.conftest import chromium

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESKTOP = {"width": 1360, "height": 900}


@pytest.fixture(scope="session")
def browser():
    """Playwright keeps an event loop on this thread; the tests beside it stay plain Django."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield program
        program.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser, live_server):
    """A fresh visitor; addresses may be relative, as in `page.goto("/accounts/login/")`."""
    context = browser.new_context(base_url=live_server.url, viewport=DESKTOP)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def axe():
    """`axe(page)` lists what is wrong under WCAG 2.2 AA: each rule and where; empty is well."""

    def violations(page):
        result = Axe().run(page, options={"runOnly": WCAG})
        return [
            f"{rule['id']}: {node['html']}"
            for rule in result.response["violations"]
            for node in rule["nodes"]
        ]

    return violations
