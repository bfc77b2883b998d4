"""The budgets of a slow link; the rules that keep the policy strict and both directions alike."""

import gzip
import re

import pytest
from django.conf import settings

CSS = sorted((settings.BASE_DIR / "static").rglob("*.css"))
JS = sorted((settings.BASE_DIR / "static").rglob("*.js"))
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))

PHYSICAL = re.compile(
    r"(?<![\w-])((margin|padding|border|inset)-(left|right|top|bottom)|left|right|top|bottom|"
    r"(min-|max-)?(width|height)|border-(top|bottom)-(left|right)-radius|overflow-[xy])\s*:"
    r"|text-align:\s*(left|right)|float:\s*(left|right)"
)


def weight(files):
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def test_all_stylesheets_together_weigh_at_most_14_kb():
    assert 0 < weight(CSS) <= 14 * 1024


def test_all_scripts_together_weigh_at_most_20_kb():
    assert 0 < weight(JS) <= 20 * 1024


@pytest.mark.parametrize("file", CSS, ids=lambda file: file.name)
def test_stylesheets_know_no_left_and_right(file):
    assert PHYSICAL.findall(file.read_text()) == []


@pytest.mark.parametrize(
    "rule", ["margin-left: 1px", "{left: 0}", "text-align: right", "max-width: 2px"]
)
def test_the_search_for_physical_properties_finds_them(rule):
    assert PHYSICAL.search(rule)


def test_no_template_carries_style_or_script_of_its_own():
    assert TEMPLATES
    inline = re.compile(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:")
    faults = [f"{file.name}: {m}" for file in TEMPLATES for m in inline.findall(file.read_text())]
    assert faults == []


def test_no_page_fetches_from_elsewhere():
    elsewhere = re.compile(r"(?:src|href)=\"(?:https?:)?//")
    assert [file.name for file in TEMPLATES if elsewhere.search(file.read_text())] == []
