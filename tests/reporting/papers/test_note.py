"""The note by the secretariat as a document."""

import pytest

from reporting.papers.blocks import Chart, Heading, Paragraph, Run, Table, all_runs, plain
from reporting.papers.builders.note import note
from reporting.papers.exhibits import EXHIBITS, Exhibits
from reporting.papers.reading import reading_in
from tests.reporting.papers.notes import issued_text
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db


def built(publication, language="en", **fields):
    with reading_in(publication, language) as source:
        return note(source, issued_text(language, **fields))


def of_kind(document, kind):
    return [block for block in document.blocks if isinstance(block, kind)]


def text_of(block):
    return "".join(run.text for run in block.runs)


def test_the_note_has_its_head_and_the_footnote_of_its_title_below_it():
    document = built(make_publication())
    head = document.masthead
    assert (head.symbol, head.title, head.byline) == (
        "HSP/EB.2026/5",
        "Reform*",
        "Note by the secretariat",
    )
    assert (head.date, head.agenda) == ("20 February 2026", "Item 10 of the provisional agenda")
    assert (document.title, document.made_on) == ("Reform", "2026-02-20")
    assert text_of(document.blocks[0]) == "* Not formally edited."


def test_paragraphs_are_numbered_through_and_headings_level_by_level():
    document = built(make_publication())
    numbered = [(each.number, each.anchor) for each in of_kind(document, Paragraph) if each.number]
    headings = [(each.level, text_of(each)) for each in of_kind(document, Heading)]
    assert numbered == [(1, "p1"), (2, "p2")]
    assert headings == [
        (1, "I. Introduction"),
        (1, "II. Countries"),
        (2, "A. Kenya"),
        (1, "Figures in this document"),
    ]


@pytest.mark.parametrize(
    ("language", "signs"),
    [("ar", ["أولاً - ", "ثانياً - ", "ألف - "]), ("zh-hans", ["一、", "二、", "A. "])],
)
def test_headings_are_numbered_as_the_documents_of_the_language_are(language, signs):
    document = built(make_publication(), language)
    assert [each.runs[0].text for each in of_kind(document, Heading)[:3]] == signs


@pytest.mark.parametrize(
    ("language", "hedged"),
    [("en", "at least 3"), ("ar", "ما لا يقل عن 3"), ("zh-hans", "至少 3")],
)
def test_a_figure_stands_in_the_text_with_a_reference_to_the_page_of_the_note(language, hedged):
    document = built(make_publication(), language)
    run = next(run for run in all_runs(document) if run.ref == "F1")
    assert run.text == hedged
    assert run.url.endswith("/publications/2026/1/papers/note/?issue=1#f1")


def test_the_references_of_an_issue_lead_to_its_own_page():
    document = built(make_publication(), number=2)
    assert next(run for run in all_runs(document) if run.ref).url.endswith("/note/?issue=2#f1")


def test_a_heading_never_takes_the_place_of_another_part_of_the_paper():
    keys = ["figures", "changed", "p1", "f1"]
    headings = [{"key": key, "kind": "heading", "text": key, "language": "en"} for key in keys]
    text = {"key": "a", "kind": "text", "text": "{register.teams}", "language": "en"}
    document = built(make_publication(), paragraphs=[*headings, text])
    anchors = [each.anchor for each in document.blocks if isinstance(each, Heading | Paragraph)]
    assert anchors == ["h-figures", "h-changed", "h-p1", "h-f1", "p1", "figures", "", ""]


def test_a_footnote_hangs_at_its_figure_and_takes_figures_too():
    document = built(make_publication())
    notes = [run for run in all_runs(document) if run.note]
    assert [(run.text, [each.ref for each in run.note]) for run in notes] == [
        ("at least 3", ["", "F2", ""])
    ]


def test_tables_and_charts_are_numbered_apart_under_what_they_show():
    document = built(make_publication())
    captions = [each.caption for each in document.blocks if isinstance(each, Table | Chart)]
    assert captions[0].startswith("Table 1. ")
    assert captions[1].startswith("Figure 1. ")


def test_every_figure_is_listed_with_its_source():
    document = built(make_publication())
    listed = of_kind(document, Table)[-1]
    rows = [["".join(run.text for run in cell) for cell in row] for row in listed.rows]
    assert [row[:3] for row in rows] == [
        ["F1", "at least 3", "Cooperation Frameworks signed (Area ROAF)"],
        ["F2", "1", "Cooperation Frameworks signed, as counted in the records (Area ROAF)"],
        ["F3", "2", "Country teams on record"],
        ["F4", "2", "Answers: Full"],
    ]
    assert rows[0][3] == "HSP/EB.2026/5, para 12"
    assert rows[2][3].startswith("http")
    assert rows[2][3].endswith("/publications/2026/1/teams/")


def test_an_untranslated_paragraph_says_its_language_and_reads_in_it():
    document = built(make_publication(), "zh-hans", untranslated=("africa",))
    paragraph = next(each for each in of_kind(document, Paragraph) if each.number == 1)
    assert paragraph.runs[0].lang == ""
    assert {run.lang for run in paragraph.runs[2:]} == {"en"}
    assert "at least 3" in text_of(paragraph)
    assert next(run for run in all_runs(document) if run.ref == "F1").url.count("/zh-hans/") == 1
    listed = of_kind(document, Table)[-1]
    assert listed.rows[0][1] == (Run("至少 3"),)


def test_a_title_and_headings_that_are_not_translated_say_their_language_too():
    document = built(make_publication(), "fr", untranslated=("title", "kenya"))
    headings = [text_of(each) for each in of_kind(document, Heading)]
    assert document.masthead.title == "[Anglais] Reform*"
    assert headings[:3] == ["I. Introduction", "II. Countries", "A. [Anglais] Kenya"]


def test_what_the_text_was_written_after_is_said_before_it():
    document = built(make_publication(), basis="HSP/EB.2025/8")
    assert "HSP/EB.2025/8" in text_of(document.blocks[1])


def test_what_nobody_knows_stands_as_it_was_written():
    wrong = [
        {"key": "a", "kind": "text", "text": "{reported.none.ROAF} and {", "language": "en"},
        {"key": "b", "kind": "exhibit", "text": "{table.none}", "language": "en"},
    ]
    text = plain(built(make_publication(), paragraphs=wrong))
    assert "{reported.none.ROAF} and {" in text
    assert "{table.none}" in text


def test_text_of_people_stays_what_it_is():
    wrong = "{{ settings.SECRET_KEY }} {% include 'x' %} #eval(1) <w:p/> $x$"
    paragraphs = [{"key": "a", "kind": "text", "text": wrong, "language": "en"}]
    text = plain(built(make_publication(), paragraphs=paragraphs))
    assert "{ settings.SECRET_KEY } {% include 'x' %} #eval(1) <w:p/> $x$" in text


@pytest.mark.parametrize("name", sorted(EXHIBITS))
@pytest.mark.parametrize("language", ["en", "ar", "zh-hans"])
def test_every_exhibit_is_headed_and_has_as_many_cells_as_columns(name, language):
    publication = make_publication()
    with reading_in(publication, language) as source:
        found, records = Exhibits(source).take(name)
    assert found.caption
    assert records.runs[-1].url.startswith("http")
    if isinstance(found, Table):
        assert {len(row) for row in found.rows} == {len(found.columns)}
    else:
        assert {len(bar.parts) for bar in found.bars} == {len(found.parts)}
