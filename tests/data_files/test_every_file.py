"""What holds for every data file, whatever it is about."""

import csv
import re

import pytest

from .reading import DATA_FILES, LANGUAGES, ROOT, rows

TRANSLATED = re.compile(r"^(name|area|label)_(\w+)$")
NAMED_FILES = [path for path in DATA_FILES if {"name_en", "label_en"} & set(rows(path)[0])]
LATIN = re.compile(r"[A-Za-z]")


def by_path(path):
    return str(path.relative_to(ROOT))


def test_the_files_are_the_ones_the_documents_speak_of():
    assert [by_path(path) for path in DATA_FILES] == [
        "checklist/data/board_sessions.csv",
        "checklist/data/constraint_codes.csv",
        "checklist/data/documents.csv",
        "checklist/data/rounds.csv",
        "programmes/data/alignment_rules.csv",
        "programmes/data/cooperation_frameworks.csv",
        "programmes/data/framework_engagement.csv",
        "programmes/data/mechanism_roles.csv",
        "programmes/data/presence.csv",
        "programmes/data/programme_documents.csv",
        "programmes/data/review_criteria.csv",
        "regions/data/countries.csv",
        "regions/data/country_teams.csv",
        "regions/data/mechanisms.csv",
        "regions/data/office_coverage.csv",
        "regions/data/offices.csv",
        "reporting/data/reported_facts.csv",
        "reporting/data/reported_figures.csv",
        "reporting/data/search_variants.csv",
        "reporting/data/terms.csv",
    ]
    text = (ROOT / "docs/data-sources.md").read_text(encoding="utf-8")
    assert [by_path(path) for path in DATA_FILES if f"`{by_path(path)}`" not in text] == []


@pytest.mark.parametrize("path", DATA_FILES, ids=by_path)
def test_lines_end_in_one_line_feed_and_nothing_stands_before_the_header(path):
    content = path.read_bytes()

    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")


@pytest.mark.parametrize("path", DATA_FILES, ids=by_path)
def test_each_row_has_as_many_cells_as_the_header(path):
    with path.open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file, strict=True)

    assert len(set(header)) == len(header)
    assert [line for line in lines if len(line) != len(header)] == []


@pytest.mark.parametrize("path", DATA_FILES, ids=by_path)
def test_no_cell_begins_or_ends_with_a_space(path):
    assert [
        cell for row in rows(path) for cell in row.values() if cell != cell.strip() or "  " in cell
    ] == []


@pytest.mark.parametrize("path", DATA_FILES, ids=by_path)
def test_no_row_stands_twice(path):
    lines = [tuple(row.values()) for row in rows(path)]

    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("path", NAMED_FILES, ids=by_path)
def test_names_stand_in_six_languages_and_none_is_empty(path):
    first, *_ = table = rows(path)
    kinds = {match[1] for key in first if (match := TRANSLATED.match(key))}
    expected = [f"{kind}_{language}" for kind in sorted(kinds) for language in LANGUAGES]

    assert sorted(key for key in first if TRANSLATED.match(key)) == sorted(expected)
    assert [row for row in table if not all(row[key] for key in expected)] == []


@pytest.mark.parametrize("path", NAMED_FILES, ids=by_path)
@pytest.mark.parametrize("language", ["ar", "zh_hans", "ru"])
def test_names_in_other_scripts_hold_no_latin_letters(path, language):
    keys = [key for key in rows(path)[0] if key.endswith(f"_{language}")]

    assert [row[key] for row in rows(path) for key in keys if LATIN.search(row[key])] == []


@pytest.mark.parametrize("path", NAMED_FILES, ids=by_path)
def test_french_names_have_typographic_apostrophes(path):
    keys = [key for key in rows(path)[0] if key.endswith("_fr")]

    assert [row[key] for row in rows(path) for key in keys if "'" in row[key]] == []
