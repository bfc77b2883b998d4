"""The briefings of offices and countries on paper: what the pages say, on two sheets."""

import pytest

from reporting.papers.blocks import plain
from reporting.papers.builders.country import country
from reporting.papers.builders.office import office
from reporting.papers.reading import reading_in
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return make_publication()


def built(publication, builder, code, language="en"):
    with reading_in(publication, language) as source:
        return builder(source, code)


@pytest.mark.parametrize("language", ["en", "ar", "zh-hans"])
def test_a_briefing_of_an_office_and_of_a_country_is_made(publication, language):
    for builder, code in ((office, "ROAF"), (country, "KEN")):
        document = built(publication, builder, code, language)

        assert document.language == language
        assert "<bdi" not in plain(document)
        assert publication.sha256 in document.foot
