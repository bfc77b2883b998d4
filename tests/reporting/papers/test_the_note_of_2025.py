"""The note of 2025, issued and built, agrees with HSP/EB.2025/8 paragraph by paragraph.

What must stand in it was read in the source, not in our own data; it is kept in
`tests/data_files/hsp_eb_2025_8.toml`.
"""

import json
import re
import tomllib
from collections import Counter
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import transaction

from accounts.models.users import Role
from checklist.actions.rounds import freeze, open_round
from checklist.models import ReportingRound
from reporting.actions.notes import issue_note
from reporting.models import ParagraphTranslation
from reporting.papers.blocks import Paragraph, all_runs, flat
from reporting.papers.builders.note import note
from reporting.papers.reading import reading_in
from reporting.publishing import publish
from reporting.references import load_reference
from tests.data_files.reading import ROOT, rows
from tests.factories import make_actor, make_user
from tests.reporting.world import accept

SOURCE = tomllib.loads((ROOT / "tests/data_files/hsp_eb_2025_8.toml").read_text(encoding="utf-8"))
PARAGRAPHS = {each["number"]: each for each in SOURCE["paragraph"]}
LANGUAGES = {"en": "en", "zh": "zh-hans"}
DATED = datetime(2025, 1, 27, 10, tzinfo=UTC)

NUMBER = {
    "en": re.compile(
        r"(?:\b(at least|at most|up to|more than|less than|over|under|about|around|approximately"
        r"|nearly|almost|some|only|exactly|all)\s+)?(\d+)"
    ),
    "zh": re.compile(r"(至少|至多|不到|超过|多达|大约|将近|约|近|恰好|仅|全部|所有)?\s*(\d+)"),
}
"""A number with whatever hedges it, also by words that the source does not use."""
SPELLED = {
    "en": re.compile(
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty-\w+|dozen)\b"
    ),
    "zh": re.compile(r"[两二三四五六七八九十百千]"),
}
END = re.compile(r"[.;](?:\s|$)|[。；]")

pytestmark = pytest.mark.django_db

both = pytest.mark.parametrize("language", LANGUAGES)
each_paragraph = pytest.mark.parametrize("number", PARAGRAPHS)


@pytest.fixture(scope="module")
def texts(django_db_setup, django_db_blocker):
    """The numbered paragraphs of the note in both languages, as every printer takes them."""
    with django_db_blocker.unblock(), transaction.atomic():
        publication = published()
        found = {name: built(publication, code) for name, code in LANGUAGES.items()}
        transaction.set_rollback(True)
    return found


def published():
    """The round of 2025 with its reference data, and the one answer that a publication needs."""
    load_reference()
    round_, by = ReportingRound.objects.get(), make_actor()
    open_round(round_, by=by)
    accept(round_, "FUN-04", "GLOBAL", "partial", constraints=["core_funding"])
    freeze(round_, by=by)
    return publish(round_, at=DATED, by=by)


def built(publication, language):
    """Issued and built."""
    issue = issue_note(publication, language, at=DATED, by=make_actor())
    with reading_in(publication, language) as source:
        document = note(source, json.loads(issue.text))
    numbered = [each for each in document.blocks if isinstance(each, Paragraph) and each.number]
    return {each.number: "".join(run.text for run in flat(each.runs)) for each in numbered}


def without(names, text):
    """A text without the numbers that are names in it."""
    for name in names:
        text = text.replace(name, " ")
    return text


def figures_in(text, language):
    """Every number with its hedge."""
    return Counter(NUMBER[language].findall(text))


def expected(figures, language):
    """The same as the source has it: `at_least 45`."""
    pairs = [each.split() for each in figures]
    return Counter((SOURCE["hedges"][hedge][language], value) for hedge, value in pairs)


def names_of_countries(language):
    """Under which names any country could stand in a text, the longest first."""
    column = {"en": "name_en", "zh": "name_zh_hans"}[language]
    own = [name for each in PARAGRAPHS.values() for name in countries(each, language)]
    return sorted({*own, *(row[column] for row in rows("regions/data/countries.csv"))}, key=len)


def countries(paragraph, language):
    found = paragraph["countries"]
    return set(found) if language == "en" else set(found.values())


def countries_in(text, language):
    """The countries that a text names."""
    found = set()
    for name in reversed(names_of_countries(language)):
        if name in text:
            found.add(name)
            text = text.replace(name, " ")
    return found


@both
@each_paragraph
def test_each_number_stands_in_its_paragraph_with_its_hedge_and_no_other(texts, number, language):
    paragraph = PARAGRAPHS[number]
    names = paragraph["names"][language]
    text = texts[language][number]

    assert [name for name in names if name not in text] == []
    rest = without(names, text)
    assert figures_in(rest, language) == expected(paragraph["figures"], language)
    assert SPELLED[language].findall(rest) == []


@both
@each_paragraph
def test_each_country_stands_in_its_paragraph_and_no_other(texts, number, language):
    assert countries_in(texts[language][number], language) == countries(
        PARAGRAPHS[number], language
    )


@both
@each_paragraph
def test_each_statement_stands_in_one_sentence_with_its_hedge(texts, number, language):
    sentences = END.split(texts[language][number])

    missing = [
        said[language]
        for said in PARAGRAPHS[number]["says"]
        if not any(all(words in sentence for words in said[language]) for sentence in sentences)
    ]

    assert missing == []


def test_the_table_has_every_paragraph_with_figures_countries_and_mechanisms():
    assert list(PARAGRAPHS) == [8, 9, 12, 13, 14, 15, 16, 17]
    assert sum(len(each["figures"]) for each in PARAGRAPHS.values()) == 12
    assert sum(len(each["countries"]) for each in PARAGRAPHS.values()) == 23


def paper_in(publication, language):
    issue = issue_note(publication, language, at=DATED, by=make_actor())
    with reading_in(publication, language) as source:
        return note(source, json.loads(issue.text))


HEDGED = {
    "at_least": {"45", "15", "8"},
    "about": {"15"},
    "all": {"18"},
}
"""The figures of paragraphs 12 to 15 that are not exact."""


def hedged(language):
    """How they read, in the words of the terminology."""
    terms = {
        row["code"]: row[language.replace("-", "_")] for row in rows("reporting/data/terms.csv")
    }
    said = {terms[f"hedge.{hedge}"]: numbers for hedge, numbers in HEDGED.items()}
    found = {words.replace("{n}", each) for words, numbers in said.items() for each in numbers}
    return {each.replace("\u00a0", " ") for each in found}


def test_every_figure_of_the_paper_is_looked_up_on_the_web_and_leads_to_its_records(client):
    publication = published()
    client.force_login(make_user(Role.BOARD_MEMBER))
    for language in ("en", *ParagraphTranslation.LANGUAGES):
        runs = [run for run in all_runs(paper_in(publication, language)) if run.ref]
        (address,) = {run.url.removeprefix(settings.SITE_URL).partition("#")[0] for run in runs}
        listed = client.get(address).context["page"].figures

        assert {(run.ref, run.url.partition("#")[2], run.text) for run in runs} == {
            (each.ref, each.anchor, each.text) for each in listed
        }
        stated = [each.text.replace("\u00a0", " ") for each in listed if each.source]
        exact = sorted(int(each) for each in stated if each.isdecimal())
        assert {each for each in stated if not each.isdecimal()} == hedged(language)
        assert exact == [14, 14, 16, 18, 20, 22, 25]
    assert [each.ref for each in listed if client.get(each.url).status_code != 200] == []
