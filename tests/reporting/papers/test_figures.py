"""Figures in a text: hedge, number and names as each language writes them."""

import json

import pytest

from regions.models import Country
from reporting.models import Publication
from reporting.papers.blocks import Run
from reporting.papers.figures import Figures
from reporting.papers.notation import Bound, parse
from reporting.papers.reading import reading_in
from tests.reporting.world import answered_round, make_figure, make_world, publish_round

pytestmark = pytest.mark.django_db

SIGNED = "reported.frameworks_signed.ROAF"


def published(**fields) -> Publication:
    make_world()
    round_ = answered_round()
    make_figure(round_, **fields)
    return publish_round(round_)


def figures_of(publication, source) -> Figures:
    body = publication.sections.get(key="papers").body
    return Figures(json.loads(body), source)


def read(publication, text, language="en"):
    with reading_in(publication, language) as source:
        return figures_of(publication, source).reads(parse(text))


def reads(publication, text, language="en"):
    return "".join(run.text for run in read(publication, text, language))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "at least 1,250"),
        ("ar", "ما لا يقل عن 1\u00a0250"),
        ("zh-hans", "至少 1,250"),
        ("fr", "au moins 1\u202f250"),
        ("ru", "не менее 1\u00a0250"),
        ("es", "al menos 1250"),
    ],
)
def test_a_figure_bears_its_hedge_and_the_digits_of_the_language(language, words):
    publication = published(value=1250)
    assert reads(publication, f"{{{SIGNED}}}", language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "at least 3 of about 22"), ("zh-hans", "约 22 中的 至少 3")],
)
def test_the_whole_stands_where_the_language_puts_it(language, words):
    publication = published(of_total=22, of_total_qualifier="about")
    assert reads(publication, f"{{{SIGNED} of}}", language) == words


def test_the_whole_is_said_only_where_it_is_asked_for():
    assert (
        reads(published(of_total=22, of_total_qualifier="exactly"), f"{{{SIGNED}}}") == "at least 3"
    )


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("{country.KEN}", "Country KEN"),
        ("{office.ROAF}", "Office ROAF"),
        ("{area.ROAF}", "Area ROAF"),
        ("{pillar.NGT}", "New generation"),
        ("{mechanism.afr-oibc-3}", "Coalition 3"),
    ],
)
def test_a_name_that_nobody_translated_says_its_language(written, words):
    assert read(published(), written) == (Run(words),)
    assert read(Publication.objects.get(), written, "zh-hans") == (Run(words, lang="en"),)


def test_names_and_days_are_those_of_the_language_and_no_figures():
    make_world()
    Country.objects.filter(iso3="KEN").update(names={"en": "Kenya", "zh-hans": "肯尼亚"})
    publication = publish_round(answered_round())
    assert reads(publication, "{country.KEN}", "zh-hans") == "肯尼亚"
    assert reads(publication, "{round}", "zh-hans") == "2026"
    assert reads(publication, "{day.published}", "zh-hans") == "2026 年 2 月 24 日"


def test_each_figure_has_one_reference_in_the_order_of_the_text():
    publication = published()
    text = f"{{{SIGNED}}}, {{register.teams}}[^{{register.offices}}] and {{{SIGNED}}}"
    found = read(publication, text)
    assert [(run.text, run.ref) for run in found] == [
        ("at least 3", "F1"),
        (", ", ""),
        ("2", "F2"),
        (" and ", ""),
        ("at least 3", "F1"),
    ]
    assert [(run.text, run.ref) for run in found[2].note] == [("3", "F3")]


def test_a_figure_leads_to_its_records_in_this_publication():
    found = read(published(), f"{{{SIGNED}}}", "fr")
    assert found[0].url.endswith("/fr/publications/2026/1/offices/ROAF/")


@pytest.mark.parametrize(
    "written", ["{reported.nothing.ROAF}", "{country.ATL}", "{no}", "{round.before}", "{ }", "{"]
)
def test_what_the_publication_does_not_know_stands_as_it_was_written(written):
    assert read(published(), written) == (Run(written),)


def test_a_figure_nobody_knows_has_no_text():
    publication = published()
    with reading_in(publication, "en") as source:
        figures = figures_of(publication, source)
        unknown = Bound("reported.nothing.ROAF", "", "{reported.nothing.ROAF}")
        assert (figures.text(unknown), figures.url(unknown)) == (None, "")
