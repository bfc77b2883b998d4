"""What every test may count on. Browser tests need Chromium; where it is missing they say so."""

import os
import shutil
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import HealthCheck, settings

# A shared machine is slow at times; that says nothing about the code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

BROWSER_TESTS = Path(__file__).parent / "browser"
MISSING = "Chromium was not found: set CHROMIUM to its path, or install it as /usr/bin/chromium"


def chromium() -> str | None:
    return shutil.which(os.environ.get("CHROMIUM") or "/usr/bin/chromium")


@pytest.fixture(autouse=True)
def english():
    """A page leaves its language on the thread; each test begins in English."""
    translation.activate("en")


def pytest_collection_modifyitems(items):
    """Left out where there is no browser, except in CI, which leaves nothing out."""
    browser_tests = [item for item in items if BROWSER_TESTS in item.path.parents]
    for item in browser_tests:
        item.add_marker(pytest.mark.browser)
        if chromium() is None:
            item.add_marker(pytest.mark.skip(reason=MISSING))
    if browser_tests and chromium() is None and os.environ.get("CI") == "true":
        raise pytest.UsageError(MISSING)
