"""Rules of the house that a reader relies on, kept by reading the source."""

import re
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
ROOMS = ("habitat_reform", "api", "reporting", "checklist", "programmes", "accounts", "regions")


def sources(*rooms):
    for room in rooms or ROOMS:
        yield from (p for p in (TOP / room).rglob("*.py") if "migrations" not in p.parts)


def templates():
    return sorted((TOP / "templates").rglob("*.html"))


def named(path):
    return str(path.relative_to(TOP))


def test_no_signal_receiver_and_no_serializer_method_field():
    forbidden = re.compile(r"@receiver|(?:pre|post)_[a-z_]+\.connect\(|SerializerMethodField")
    assert [named(p) for p in sources() if forbidden.search(p.read_text())] == []


def test_no_drawer_instead_of_a_room():
    drawers = {"utils", "helpers", "services", "managers", "signals", "common", "core", "misc"}
    assert [named(p) for p in sources() if p.stem in drawers or p.parent.name in drawers] == []


def test_migrations_are_named_by_what_they_do():
    names = [p.stem for room in ROOMS for p in (TOP / room / "migrations").glob("[0-9]*.py")]
    assert [name for name in names if "_auto_" in name or not re.match(r"\d{4}_[a-z]", name)] == []


def test_every_template_is_used():
    used = " ".join(
        p.read_text() for p in [*sources(), *templates(), *(TOP / "tests").rglob("*.py")]
    )
    provided = re.compile(
        r"^templates/(allauth|account|mfa|admin)/|^templates/(4|5)\d\d[a-z_]*\.html$"
    )
    by_name = re.compile(r"^templates/reporting/[a-z_]+\.html$")  # the views of pages name these
    unused = [
        named(p)
        for p in templates()
        if str(p.relative_to(TOP / "templates")) not in used
        and not provided.match(named(p))
        and not (by_name.match(named(p)) and f'"{p.stem}"' in used)
    ]
    assert unused == []


def test_no_inline_style_or_script_in_a_template():
    inline = re.compile(r"\sstyle=|\son[a-z]+=\"|<style|<script(?![^>]*\bsrc=)[^>]*>")
    assert [named(p) for p in templates() if inline.search(p.read_text())] == []


def test_every_code_of_a_refusal_is_documented():
    blocker = r"(?:Blocker|Fault)\(\s*(?:f?\"[^\"]*\",\s*)?\"([a-z_]+)\""
    code = re.compile(blocker + r"|faults\.add\([^,]+, \"([a-z_]+)\"")
    texts = [path.read_text() for path in sources("checklist", "accounts", "api", "programmes")]
    found = {one or other for text in texts for one, other in code.findall(text)}
    documented = (TOP / "docs" / "api.md").read_text()
    assert len(found) > 20
    assert sorted(each for each in found if f"`{each}`" not in documented) == []


@pytest.mark.parametrize("path", [*sources(), *templates()], ids=named)
def test_nothing_is_left_for_later(path):
    later = re.compile(r"\b(TODO|FIXME|XXX|HACK|NotImplementedError)\b")
    assert later.search(path.read_text()) is None
