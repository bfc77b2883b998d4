"""What all papers share."""

import pytest

from reporting.papers.blocks import Document, plain
from reporting.papers.builders.frame import basis, framed
from reporting.papers.builders.masthead import masthead
from reporting.papers.reading import reading_in
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db


def test_a_paper_names_its_publication_with_the_checksum():
    publication = make_publication()
    with reading_in(publication, "fr") as source:
        found = framed(source, title="Titre", blocks=())
    assert found == Document(
        language="fr",
        title="Titre",
        symbol="",
        foot=f"Cycle 2026, publication 1 · SHA-256 {publication.sha256}",
        made_on="2026-02-24",
        blocks=(),
        keywords=("Cycle 2026, publication 1",),
    )


def test_a_paper_of_a_demonstration_is_marked_and_says_what_is_invented():
    publication = make_publication()
    publication.is_demonstration = True
    with reading_in(publication, "en") as source:
        paper = framed(source, title="Title", blocks=basis(source))
    assert paper.mark == "Demonstration data."
    assert "made from round 2026, publication 1, published on 24 february 2026" in (
        plain(paper).lower()
    )
    assert "are invented" in plain(paper)


def test_the_masthead_is_in_the_layout_of_the_united_nations():
    publication = make_publication()
    with reading_in(publication, "zh-hans") as source:
        about = source.section("papers").about
        found = masthead(source, about, title="标题", dated_on="2025-01-27", agenda_item="10")
    assert (found.date, found.language, found.original) == (
        "2025 年 1 月 27 日",
        "Chinese",
        "Original: English",
    )
    assert (found.distribution, found.symbol, found.session) == (
        "Distr.: General",
        "",
        "Session 2026-1",
    )
    assert "10" in found.agenda
