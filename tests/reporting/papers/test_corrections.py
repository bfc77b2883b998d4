"""A paper made again says the same; one of a correction says what reads otherwise than before."""

import re

import pytest

from checklist.actions.rounds import reopen
from checklist.models import ReportingRound
from regions.models import Country, CountryTeam, RegionalMechanism, RegionalOffice
from reporting.models import Publication, ReportedFigure
from reporting.papers.blocks import Chart, Heading, Table, TableColumn, plain, words
from reporting.papers.builders.checklist import checklist
from reporting.papers.builders.country import country
from reporting.papers.builders.differences import Difference, differences, text
from reporting.papers.builders.note import note
from reporting.papers.builders.office import office
from reporting.papers.printers import print_document
from reporting.papers.reading import reading_in
from reporting.publishing import publish
from reporting.withdrawing import withdraw
from tests import factories as make
from tests.reporting.papers.notes import issue_note, issued_text
from tests.reporting.world import accept, answered_round, make_figure, make_world, publish_round

pytestmark = pytest.mark.django_db

PAPERS = ((note, (issued_text(),)), (checklist, ()), (office, ("ROAF",)), (country, ("KEN",)))
UNCHANGED = "Every figure that this document names reads as it did."


def first() -> ReportingRound:
    make_world()
    round_ = answered_round()
    make_figure(round_)
    publish_round(round_)
    return reopen(round_, by=make.make_actor())


def again(round_: ReportingRound) -> Publication:
    return publish(round_, note="A figure was wrong.", by=make.make_actor())


def corrected() -> Publication:
    """A publication that corrects one of its round: another figure, and another answer."""
    round_ = first()
    ReportedFigure.objects.update(value=4, qualifier="about")
    accept(round_, "NGT-01", "KEN", "not_started", constraints=["core_funding"])
    return again(round_)


def built(publication, builder, *of, language="en"):
    with reading_in(publication, language) as source:
        return builder(source, *of)


def changed(document) -> dict[str, list[list[str]]]:
    """The tables after the heading of what changed, by their captions."""
    found = [each.anchor if isinstance(each, Heading) else "" for each in document.blocks]
    after = document.blocks[found.index("changed") + 1 :]
    rest = [place for place, each in enumerate(after) if not isinstance(each, Table)]
    return {
        each.caption: [[text(cell) for cell in row] for row in each.rows]
        for each in after[: rest[0]]
    }


def is_called(block, caption):
    return isinstance(block, Table) and block.caption.startswith(caption)


SINCE = "Figures changed since Round 2026, publication 1"


def test_the_note_lists_the_figures_of_its_text():
    found = changed(built(corrected(), note, issued_text()))
    assert found[SINCE] == [
        ["F1", "Cooperation Frameworks signed (Area ROAF)", "at least 3", "about 4"],
        ["F4", "Answers: Full", "2", "1"],
    ]


def test_the_note_lists_the_cells_of_its_tables_and_charts():
    document = built(corrected(), note, issued_text())
    captions = [
        each.caption
        for each in document.blocks
        if isinstance(each, Table | Chart) and each.caption.startswith(("Table 1.", "Figure 1."))
    ]
    found = changed(document)
    assert list(found) == [SINCE, *captions[:2]]
    assert ["New generation, All answers", "2 of 6", "1 of 6"] in found[captions[0]]
    assert ["New generation, Full", "2", "1"] in found[captions[1]]


def test_a_note_of_which_only_a_table_changed_does_not_say_that_nothing_did():
    words_of = [{"key": "a", "kind": "exhibit", "text": "{table.matrix}", "language": "en"}]
    document = built(corrected(), note, issued_text(paragraphs=words_of))
    assert len(changed(document)) == 1
    assert UNCHANGED not in plain(document)


def test_the_note_says_when_no_figure_of_its_text_changed():
    words_of = [{"key": "a", "kind": "text", "text": "{register.teams} teams", "language": "en"}]
    assert UNCHANGED in plain(built(corrected(), note, issued_text(paragraphs=words_of)))


def test_the_page_of_the_note_lists_the_same(client):
    publication = corrected()
    issue_note(publication)
    client.force_login(make.make_user())
    html = client.get("/papers/note/").content.decode()
    assert 'id="changed"' in html
    part = html[html.index('id="changed"') : html.index('id="figures"')]
    assert '<a href="#f1">F1</a>' in part
    assert re.findall(r"(?:at least|about) \d", part) == ["at least 3", "about 4"]


def test_the_information_document_lists_counts_and_answers():
    document = built(corrected(), checklist)
    assert changed(document)[SINCE] == [
        ["New generation, Full", "2", "1"],
        ["New generation, Not started", "1", "2"],
        ["New generation, Full answers", "2 of 6", "1 of 6"],
        ["All pillars, Full", "2", "1"],
        ["All pillars, Not started", "1", "2"],
        ["All pillars, Full answers", "2 of 6", "1 of 6"],
        ["NGT-01. Item NGT-01, Full", "1", "0"],
        ["NGT-01. Item NGT-01, Not started", "0", "1"],
    ]
    assert "What differs: 1 answer and 1 reported figure." in plain(document)
    listed = next(each for each in document.blocks if is_called(each, "Answers that the"))
    assert [text(cell) for cell in listed.rows[0]] == [
        *("NGT-01. Item NGT-01", "Team KEN", "Full", "Not started"),
    ]


@pytest.mark.parametrize(
    ("builder", "code", "expected"),
    [
        (office, "ROAF", ["Cooperation Frameworks signed, Reported", "at least 3", "about 4"]),
        (country, "KEN", ["New generation, Not started", "0", "1"]),
    ],
)
def test_a_briefing_lists_the_cells_of_its_tables(builder, code, expected):
    assert expected in changed(built(corrected(), builder, code))[SINCE]


@pytest.mark.parametrize(
    ("builder", "of"),
    PAPERS,
)
def test_each_paper_of_a_correction_of_nothing_but_words_says_so(builder, of):
    assert UNCHANGED in plain(built(again(first()), builder, *of))


@pytest.mark.parametrize("language", ["ar", "zh-hans", "fr", "ru", "es"])
def test_papers_of_a_correction_are_made_in_every_language(language):
    publication = corrected()
    for builder, of in ((checklist, ()), (office, ("ROAF",)), (country, ("KEN",))):
        assert changed(built(publication, builder, *of, language=language))


def counts(*rows):
    heads = (TableColumn("Country"), TableColumn("Count", is_number=True))
    return Table("", heads, tuple(tuple(map(words, row)) for row in rows))


def test_a_row_that_came_or_went_has_a_dash_in_the_other_publication():
    before, now = counts(("Kenya", "1"), ("Mali", "2")), counts(("Kenya", "1"), ("Chad", "3"))
    assert differences([before], [now]) == [
        Difference("Chad, Count", "–", "3"),
        Difference("Mali, Count", "2", "–"),
    ]


@pytest.mark.parametrize(
    ("builder", "of"),
    PAPERS,
)
def test_what_was_withdrawn_is_not_told_again_in_papers(builder, of):
    round_ = first()
    withdraw(Publication.objects.get(), reason="Wrong answers.", by=make.make_actor())
    accept(round_, "NGT-01", "KEN", "not_started", constraints=["core_funding"])
    found = built(again(round_), builder, *of)
    assert "changed" not in [each.anchor for each in found.blocks if isinstance(each, Heading)]
    assert "publication 1" not in plain(found)


def test_a_paper_made_again_says_the_same_whatever_was_changed_or_published_since():
    round_ = first()
    publication = Publication.objects.get()
    before = [built(publication, builder, *of) for builder, of in PAPERS]

    for model in (Country, RegionalOffice, CountryTeam, RegionalMechanism):
        model.objects.update(names={"en": "Renamed"})
    ReportedFigure.objects.update(value=4)
    accept(round_, "NGT-01", "KEN", "not_started", constraints=["core_funding"])
    again(round_)
    publish_round(answered_round("2027"))

    kept = Publication.objects.get(pk=publication.pk)
    assert [built(kept, builder, *of) for builder, of in PAPERS] == before


def test_papers_of_a_correction_are_printed_and_a_briefing_keeps_to_its_sheets():
    publication = corrected()
    briefing = print_document(built(publication, office, "ROAF", language="ar"), "pdf")
    assert len(re.findall(rb"/Type\s*/Page\b", briefing)) == 2
    for form in ("pdf", "docx"):
        assert print_document(built(publication, note, issued_text()), form)
        assert print_document(built(publication, checklist), form)
