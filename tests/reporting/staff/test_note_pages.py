"""The pages on which the secretariat writes, translates and issues the note."""

import pytest

from checklist.actions.rounds import reopen
from reporting.actions.notes import begin_note, issue_note
from reporting.actions.paragraphs import change_paragraph
from reporting.models import IssuedNote, Note, Paragraph, ParagraphTranslation, Publication
from reporting.previewing import draw_preview
from reporting.publishing import publish
from reporting.withdrawing import withdraw
from tests.checklist.pages import text_of
from tests.factories import make_actor, make_round
from tests.reporting.papers.writing import SIGNED, TEXT, begun, published, render, write
from tests.reporting.world import answered_round, make_world

pytestmark = pytest.mark.django_db
HERE = "/rounds/2026/note/"


@pytest.fixture
def note():
    return begun(published())


@pytest.fixture
def africa(note):
    return write(note)


def sent(**fields):
    return {"kind": "text", "text": "Words.", "version": "1", **fields}


def test_a_note_is_begun_and_written_on_pages(secretariat):
    published()
    begun_page = text_of(secretariat.post(HERE, follow=True))
    secretariat.post(f"{HERE}new/", sent(kind="title", text="The note"))
    page = text_of(secretariat.post(f"{HERE}new/", sent(text=TEXT, key="africa"), follow=True))

    assert "The note has no paragraph yet" in begun_page
    assert "The note has 2 paragraphs, and all agree with the figures" in page
    assert (
        'signed <a href="/publications/2026/1/offices/ROAF/">at least 3</a> frameworks in '
        'Area ROAF.<span class="fnote"> [HSP/EB.2026/5]</span>'
    ) in page


def test_a_figure_that_reads_otherwise_is_marked_until_it_is_read_again(secretariat, africa):
    Paragraph.objects.update(seen={SIGNED.strip("{}"): "at least 2"})
    page = secretariat.get(HERE)
    assert "1 of 1 paragraph has to be looked at" in text_of(page)
    assert "<del>at least 2</del> <ins>at least 3</ins>" in text_of(page)

    (line,) = page.context["lines"]
    after = secretariat.post(line.act_url, {"act": "read", "read": line.read}, follow=True)

    assert "agrees with the figures" in text_of(after)


def test_without_figures_nothing_is_said_to_agree_and_the_preview_can_be_drawn(secretariat):
    make_world()
    write(begin_note(answered_round(), by=make_actor()))
    page = text_of(secretariat.get(HERE))
    assert "agrees with the figures" not in page
    assert "Draw the preview to see whether they agree" in page
    assert 'action="/rounds/2026/preview/draw/"' in page


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{chart.pillars}", "chart"),
        ("{table.figures}", "table"),
        ("{ table.figures }", "table"),
        ("{table.figures of}", "table"),
    ],
)
def test_a_table_or_chart_is_shown_in_the_list_and_where_it_is_typed(secretariat, note, text, kind):
    write(note, text, key="shown", kind="exhibit")
    for page in (HERE, f"{HERE}shown/"):
        found = secretariat.get(page)
        shown = found.context["read"].exhibit if page != HERE else found.context["lines"][0].exhibit
        assert shown.block.kind == kind
        assert shown.block.caption in text_of(found)


def test_the_last_issue_leads_to_the_note_as_it_was_issued(secretariat, note):
    write(note)
    issue_note(Publication.objects.get(), "en", with_untranslated=False, reason="", by=make_actor())
    (english, *_others) = secretariat.get(HERE).context["parities"]

    assert english.issued_url == "/publications/2026/1/papers/note/?issue=1"
    assert secretariat.get(english.issued_url).status_code == 200
    assert f'href="{english.issued_url}"' in text_of(secretariat.get(HERE))


def test_what_cannot_be_issued_and_a_bare_number_are_told(secretariat, note):
    write(note, "In 45 countries {nothing.here} and {Broken} <b>.")
    page = text_of(secretariat.get(HERE))
    for words in (
        "{nothing.here}: no figure or name of the publication is called so.",
        "{Broken} is not understood. A brace that is meant as such is doubled.",
        "45 is bound to no figure.",
        '<b class="mono alarm">{nothing.here}</b>',
        "<mark>45</mark>",
        "&lt;b&gt;.",
    ):
        assert words in page


def test_figures_are_those_of_the_preview_then_of_the_publication_or_of_none(secretariat):
    make_world()
    round_ = answered_round()
    write(begun_on(round_), SIGNED)
    first = text_of(secretariat.get(HERE))
    draw_preview(round_, by=make_actor())
    second = text_of(secretariat.get(HERE))
    assert "There is no preview and no publication yet: figures stand by their names." in first
    assert SIGNED in first
    assert "Figures are those of the preview drawn on" in second
    assert "no figure or name of the publication is called so" in second


def begun_on(round_):
    return Note.objects.create(round=round_)


def test_how_a_text_reads_is_shown_and_a_figure_put_in_without_saving(secretariat, africa):
    shown = secretariat.post(f"{HERE}africa/", sent(look="text", text=f"Now {SIGNED}"))
    found = secretariat.post(f"{HERE}africa/", sent(look="figures", find="roaf", group="reported"))
    put = secretariat.post(f"{HERE}africa/", sent(insert=SIGNED, text="Signed:"))

    assert (shown.status_code, found.status_code, put.status_code) == (200, 200, 200)
    assert [each.text for each in shown.context["read"].pieces] == ["Now ", "at least 3"]
    assert [(each.written, each.reads) for each in found.context["figures"].picks] == [
        (SIGNED, "at least 3")
    ]
    assert put.context["form"]["text"].value() == f"Signed: {SIGNED}"
    assert Paragraph.objects.get().version == 1


def test_last_rounds_paragraph_stands_beside_as_it_read_then(secretariat, africa):
    make_round("2027")
    secretariat.post("/rounds/2027/note/")
    page = secretariat.get("/rounds/2027/note/africa/")
    assert page.context["before"].text == TEXT
    assert 'lang="en" dir="ltr">UN-Habitat signed <a href=' in text_of(page)
    assert secretariat.get("/rounds/2027/note/elsewhere/").status_code == 404


def test_of_a_paragraph_changed_meanwhile_one_value_is_chosen_for_each_field(secretariat, africa):
    secretariat.post(f"{HERE}africa/", sent(text="Somebody’s."))
    late = secretariat.post(f"{HERE}africa/", sent(text="Mine.", kind="heading"))

    rows = [(row.name, row.before, row.after) for row in late.context["form"].conflict]
    assert (late.status_code, rows) == (
        409,
        [
            ("text", "Somebody’s.", "Mine."),
            ("kind", "Numbered paragraph", "Heading"),
        ],
    )
    version = late.context["form"]["version"].value()
    chosen = sent(text="Mine.", kind="heading", version=version, use_text="theirs")
    secretariat.post(f"{HERE}africa/", chosen)
    now = Paragraph.objects.get()
    assert (now.text, now.kind) == ("Somebody’s.", "heading")


def test_every_fault_stands_beside_its_control(secretariat, africa):
    reply = secretariat.post(f"{HERE}new/", sent(text="", kind="", key="africa", after="africa"))
    assert (reply.status_code, set(reply.context["form"].errors)) == (422, {"text", "kind", "key"})


def test_paragraphs_are_moved_and_deleted(secretariat, note):
    for key in ("first", "second"):
        write(note, "Words.", key=key)
    secretariat.post(f"{HERE}second/act/", {"act": "up"})
    secretariat.post(f"{HERE}first/act/", {"act": "down"})
    stale = secretariat.post(f"{HERE}first/act/", {"act": "delete", "version": "7"})
    secretariat.post(f"{HERE}first/act/", {"act": "delete", "version": "1", "reason": "Said."})
    assert secretariat.post(f"{HERE}second/act/", {"act": "burn"}).status_code == 404
    assert stale.status_code == 409
    assert list(Paragraph.objects.values_list("key", "position")) == [("second", 1)]


@pytest.mark.parametrize("wrong", [{"reason": "a" * 1001}, {"version": "one"}])
def test_a_reason_that_cannot_be_kept_deletes_nothing(secretariat, africa, wrong):
    typed = {"act": "delete", "version": "1", "reason": "Said elsewhere.", **wrong}
    reply = secretariat.post(f"{HERE}africa/act/", typed)
    assert (reply.status_code, Paragraph.objects.count()) == (422, 1)
    assert set(reply.context["delete"].errors) == set(wrong)
    assert reply.context["form"]["text"].value() == TEXT


def test_a_translation_is_written_reviewed_and_taken_back(secretariat, africa):
    here = f"{HERE}languages/fr/"
    typed = {"text": f"Signé : {SIGNED}", "version": "0", "of_version": "1"}
    shown = secretariat.post(f"{HERE}africa/fr/", {**typed, "look": "text"})
    assert [each.text for each in shown.context["read"].pieces] == ["Signé : ", "au moins 3"]
    assert "{area.ROAF} stands in the original and not in the translation." in text_of(shown)
    page = secretariat.post(f"{HERE}africa/fr/", typed, follow=True)
    ((_paragraph, _name, _pieces, each),) = page.context["rows"]

    secretariat.post(here, {"review": "", "key": "africa", "read": each.digest})
    reviewed = text_of(secretariat.get(here))
    secretariat.post(here, {"take_back": "", "key": "africa"})
    stale = secretariat.post(here, {"review": "", "key": "africa", "read": "another"})

    assert "1 of 1 paragraph is reviewed in French; missing: 0" in reviewed
    assert "Sven Secretariat" in reviewed
    assert stale.status_code == 409
    assert ParagraphTranslation.objects.get().reviewed_by is None


def test_a_late_translation_shows_both_texts_and_a_new_original(secretariat, africa):
    render(africa)
    late = secretariat.post(
        f"{HERE}africa/fr/", {"text": "Autre.", "version": "0", "of_version": "1"}
    )
    assert (late.status_code, [row.after for row in late.context["form"].conflict]) == (
        409,
        ["Autre."],
    )
    change_paragraph(africa, {"kind": "text", "text": "New words."}, by=make_actor())
    again = secretariat.post(
        f"{HERE}africa/fr/", {"text": "Autre.", "version": "1", "of_version": "1"}
    )
    assert again.status_code == 409
    assert "The English changed since you read it." in text_of(again)
    assert (again.context["form"]["of_version"].value(), again.context["original"].pieces) == (
        2,
        again.context["original"].pieces,
    )


def test_a_language_is_held_back_and_released_on_the_page_of_the_note(secretariat, africa):
    held = text_of(
        secretariat.post(f"{HERE}languages/en/", {"hold_back": "", "from_note": "1"}, follow=True)
    )
    secretariat.post(f"{HERE}languages/ar/", {"hold_back": ""})
    secretariat.post(f"{HERE}languages/en/", {"release": ""})
    assert "held back" in held
    assert Note.objects.get().held_back == ["ar"]
    assert secretariat.get(f"{HERE}languages/en/").status_code == 404
    assert secretariat.get(f"{HERE}languages/de/").status_code == 404


def test_the_masthead_is_filled_in(secretariat, note):
    typed = {"symbol": "HSP/EB.2026/5", "dated_on": "2026-04-01", "version": "1"}
    page = text_of(secretariat.post(f"{HERE}masthead/", typed, follow=True))
    late = secretariat.post(f"{HERE}masthead/", {**typed, "symbol": "HSP/EB.2026/6"})
    assert "HSP/EB.2026/5" in page
    assert [(row.before, row.after) for row in late.context["form"].conflict] == [
        ("HSP/EB.2026/5", "HSP/EB.2026/6")
    ]


def test_a_note_is_issued_after_the_typed_words(secretariat, africa):
    words = "ISSUE 2026 VERSION 1 EN"
    wrong = secretariat.post(f"{HERE}issue/", {"words": "ISSUE"})
    done = text_of(secretariat.post(f"{HERE}issue/", {"words": words}, follow=True))
    again = secretariat.post(f"{HERE}issue/", {"words": words})

    assert wrong.status_code == 422
    assert "The note is issued in English, issue 1." in done
    assert set(again.context["form"].errors) == {"reason"}
    assert IssuedNote.objects.count() == 1


def test_without_a_publication_nothing_is_issued_and_the_page_says_why(secretariat, africa):
    withdraw(Publication.objects.get(), reason="Wrong.", by=make_actor())
    reply = secretariat.post(f"{HERE}issue/", {"words": "ISSUE 2026 VERSION 0 EN"})
    assert reply.status_code == 409
    assert "The round has no publication in force." in text_of(reply)


def test_what_stands_in_the_way_is_listed_and_what_is_to_note(secretariat, africa, note):
    write(note, "{Broken} {nothing.there}", key="wrong")
    page = secretariat.get(f"{HERE}issue/?language=fr")
    found = [each.code for each in page.context["blockers"]]
    leave = [each.code for each in page.context["untranslated"]]
    assert (found, leave) == (["figure_unknown", "notation_broken"], ["translation_missing"])
    assert page.context["notes"] == ["The note has no symbol; its place stays open."]
    blocked = secretariat.post(
        f"{HERE}issue/?language=fr",
        {"words": "ISSUE 2026 VERSION 1 FR", "with_untranslated": "on"},
    )
    assert (blocked.status_code, IssuedNote.objects.count()) == (409, 0)


def test_the_note_is_among_the_texts_of_the_languages(secretariat, board, africa):
    render(africa)
    page = text_of(secretariat.get("/languages/"))
    assert f'<a href="{HERE}languages/fr/">Note to the Board, round 2026</a>' in page
    assert "Note to the Board" not in text_of(board.get("/languages/"))


def test_the_history_tells_the_same_paragraph_of_two_rounds_apart(secretariat, africa):
    render(africa)
    begin_note(make_round("2027"), by=make_actor())
    page = text_of(secretariat.get("/history/?kind=paragraphs"))
    translations = text_of(secretariat.get("/history/?kind=paragraph-translations"))
    assert ("2026 africa" in page, "2027 africa" in page) == (True, True)
    assert ("2026 africa fr" in translations, "2027 africa fr" in translations) == (True, True)


def test_my_work_says_what_the_note_waits_for_until_it_is_issued(secretariat):
    publication = published()
    before = text_of(secretariat.get("/my-work/"))
    write(begun(publication), "In 45 countries.")
    begun_page = text_of(secretariat.get("/my-work/"))
    Paragraph.objects.update(text=TEXT)
    issue_note(publication, "en", by=make_actor())
    after = text_of(secretariat.get("/my-work/"))

    assert "The note is not begun yet" in before
    assert "1 of 1 paragraph has to be looked at" in begun_page
    assert (f'href="{HERE}"' in begun_page, f'href="{HERE}"' in after) == (True, False)


def test_after_a_correction_the_note_waits_to_be_issued_for_it(secretariat, africa):
    publication = Publication.objects.get()
    issue_note(publication, "en", by=make_actor())
    round_ = reopen(publication.round, by=make_actor())
    publish(round_, note="A figure was wrong.", by=make_actor())
    assert f'href="{HERE}"' in text_of(secretariat.get("/my-work/"))


def test_the_round_and_the_page_before_a_publication_lead_to_the_note(secretariat, note):
    for page in ("/rounds/2026/", "/rounds/2026/publish/"):
        assert f'href="{HERE}"' in text_of(secretariat.get(page)), page


PAGES = {
    HERE: 11,
    f"{HERE}new/": 10,
    f"{HERE}p1/": 13,
    f"{HERE}p1/fr/": 11,
    f"{HERE}languages/fr/": 10,
    f"{HERE}issue/": 11,
}


@pytest.mark.parametrize("paragraphs", [3, 30])
def test_the_number_of_queries_is_the_same_for_three_paragraphs_and_for_thirty(
    secretariat, note, paragraphs, django_assert_num_queries
):
    for place in range(paragraphs):
        render(write(note, TEXT, key=f"p{place}"))
    for page, number in PAGES.items():
        with django_assert_num_queries(number, info=page):
            assert secretariat.get(page).status_code == 200
