import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from checklist.models import Answer, IncomingFile, Submission
from checklist.models.answers import Progress
from tests.checklist.pages import signed_in, text_of
from tests.checklist.tables import csv_of, ods_of, xlsx_of
from tests.factories import (
    answer_to,
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    make_user,
    partial_line,
)

pytestmark = pytest.mark.django_db
WORKBOOK = "/rounds/2026/offices/ROAF/workbook/"


@pytest.fixture
def office():
    return make_office("ROAF")


@pytest.fixture
def round_(office):
    make_team("KEN", office)
    make_team("NGA", office)
    make_checklist(items=2)
    return make_open_round()


@pytest.fixture
def africa(round_, office):
    return signed_in(make_user("regional_office", office, full_name="Amina Office"))


def upload(client, content, name="answers.csv"):
    """Where the preview of a file stands."""
    reply = client.post(WORKBOOK, {"file": SimpleUploadedFile(name, content)})
    assert reply.status_code == 302, text_of(reply)
    return reply["Location"]


def send(client, *lines):
    return upload(client, csv_of(*lines))


def strip(page):
    """The counts of a preview, in the order of the page."""
    parts = page.context["page"]
    return (
        *(parts.created, parts.updated, parts.confirmed),
        *(parts.left_out, len(parts.stale), parts.rejected),
    )


def test_an_office_downloads_its_workbook_in_a_language(africa):
    reply = africa.get(f"{WORKBOOK}download/?language=ar")

    assert reply["Content-Disposition"].startswith('attachment; filename="2026-ROAF-ar.xlsx"')
    assert reply.content.startswith(b"PK")
    assert africa.get(f"{WORKBOOK}download/?language=xx").status_code == 400


@pytest.mark.parametrize(
    ("name", "written"), [("a.csv", csv_of), ("a.xlsx", xlsx_of), ("a.ods", ods_of)]
)
def test_a_file_is_previewed_and_nothing_is_stored(africa, name, written):
    lines = partial_line(), partial_line(subject="NGA")

    page = africa.get(upload(africa, written(*lines), name))

    assert strip(page) == (2, 0, 0, 0, 0, 0)
    assert "Submit 2 lines" in text_of(page)
    assert "Save 2 lines as drafts" in text_of(page)
    assert "Under way." in text_of(page)
    assert not Answer.objects.exclude(progress=Progress.EMPTY).exists()


def test_its_lines_are_submitted(africa):
    preview = send(africa, partial_line(), partial_line(subject="NGA"))

    reply = africa.post(preview, {"act": "submit", "note": "Second quarter"}, follow=True)

    submission = Submission.objects.get()
    assert reply.redirect_chain == [(f"/submissions/{submission.pk}/", 302)]
    assert (submission.lines.count(), submission.note) == (2, "Second quarter")
    assert "2 lines are handed to the secretariat." in text_of(reply)
    assert IncomingFile.objects.get().submission == submission


def test_or_kept_as_drafts(round_, africa):
    preview = send(africa, partial_line())

    reply = africa.post(preview, {"act": "draft"}, follow=True)

    assert "1 line is kept as a draft." in text_of(reply)
    assert answer_to(round_, "NGT-01", "KEN").progress == Progress.DRAFT
    assert not Submission.objects.exists()


def test_the_same_file_again_says_that_everything_is_on_record(africa):
    preview = send(africa, partial_line(base_version=0))
    africa.post(preview, {"act": "submit"})

    again = send(africa, partial_line(base_version=0))
    page = africa.get(again)

    assert again == preview
    assert "Everything in it is already on record" in text_of(page)
    assert "<form method" not in text_of(page).partition("</header>")[2]
    refused = africa.post(again, {"act": "submit"})
    assert (refused.status_code, Submission.objects.count()) == (409, 1)


def test_faults_are_said_by_cell_and_neither_act_is_offered(africa):
    page = africa.get(send(africa, partial_line(), partial_line(subject="NGA", kind="maybe")))

    assert strip(page) == (1, 0, 0, 0, 0, 1)
    (fault,) = page.context["page"].faults
    assert (fault.cell, fault.item, fault.subject) == ("C3", "NGT-01", "NGA")
    assert "C3" in text_of(page)
    assert 'name="act"' not in text_of(page)


def test_the_file_comes_back_with_its_faults_marked(africa):
    preview = send(africa, partial_line(subject="NGA", kind="maybe"))

    reply = africa.get(f"{preview}marked/")

    assert f'href="{preview}marked/"' in text_of(africa.get(preview))
    assert reply["Content-Disposition"].startswith('attachment; filename="2026-ROAF-marked.xlsx"')
    assert reply.content.startswith(b"PK")


def test_the_round_leads_an_office_to_its_workbook(africa):
    assert f'href="{WORKBOOK}"' in text_of(africa.get("/rounds/2026/"))
    secretariat = signed_in(make_user("secretariat"))
    assert f'href="{WORKBOOK}"' not in text_of(secretariat.get("/rounds/2026/"))


def test_what_is_only_incomplete_can_be_kept_as_drafts(round_, africa):
    preview = send(africa, partial_line(kind="full", constraints=""), partial_line(subject="NGA"))
    page = africa.get(preview)
    submitted = africa.post(preview, {"act": "submit"})
    kept = africa.post(preview, {"act": "draft"}, follow=True)

    assert 'value="draft"' in text_of(page)
    assert 'value="submit"' not in text_of(page)
    assert (submitted.status_code, Submission.objects.count()) == (409, 0)
    assert "2 lines are kept as drafts." in text_of(kept)
    assert answer_to(round_, "NGT-01", "KEN").kind == "full"


def test_a_file_of_another_office_is_refused_in_words(africa):
    other = signed_in(make_user("regional_office", make_office("ROAS")))
    content = other.get("/rounds/2026/offices/ROAS/workbook/download/").content

    page = africa.get(upload(africa, content, "theirs.xlsx"))

    assert "The workbook was made for office ROAS, not for office ROAF." in text_of(page)
    assert 'name="act"' not in text_of(page)


def test_what_is_no_table_is_refused_in_words(africa):
    page = africa.get(upload(africa, b"%PDF-1.7", "a.xlsx"))

    assert page.status_code == 200
    assert "The file is not a workbook." in text_of(page)


def test_without_a_file_the_form_says_so(africa):
    page = africa.post(WORKBOOK, {})

    assert page.status_code == 422
    assert "One thing to correct" in text_of(page)


@pytest.fixture
def conflict(africa):
    """A preview of a file that was written on version 0, while the answer went on to 1."""
    africa.post(send(africa, partial_line(narrative="By Amina.")), {"act": "draft"})
    lines = [partial_line(narrative="From the file.", base_version=0), partial_line(subject="NGA")]
    return send(africa, *lines)


def test_a_conflict_shows_both_values(africa, conflict):
    page = africa.get(conflict)

    assert strip(page) == (1, 0, 0, 0, 1, 0)
    for words in ("By Amina.", "From the file.", "Changed by Amina Office"):
        assert words in words_of(page)
    assert "Submit 1 line, and those ticked above" in words_of(page)


def words_of(page):
    """The text of a page without the marks of what changed."""
    text = text_of(page)
    for mark in ("<del>", "</del>", "<ins>", "</ins>"):
        text = text.replace(mark, "")
    return text


def test_a_row_in_conflict_that_is_not_chosen_is_left_out(round_, africa, conflict):
    africa.post(conflict, {"act": "submit"})

    assert answer_to(round_, "NGT-01", "KEN").narrative == "By Amina."
    assert answer_to(round_, "NGT-01", "NGA").progress == Progress.SUBMITTED


def test_one_that_is_chosen_takes_the_place_of_what_stands(round_, africa, conflict):
    africa.post(conflict, {"act": "submit", "overwrite": "1:1"})

    answer = answer_to(round_, "NGT-01", "KEN")
    assert (answer.narrative, answer.progress) == ("From the file.", Progress.SUBMITTED)


def test_a_choice_on_a_version_that_moved_on_is_asked_again(round_, africa, conflict):
    Answer.objects.filter(subject="KEN", item__code="NGT-01").update(version=5)

    reply = africa.post(conflict, {"act": "submit", "overwrite": "1:1"})

    assert reply.status_code == 409
    assert answer_to(round_, "NGT-01", "KEN").narrative == "By Amina."
    assert 'value="1:5"' in text_of(reply)


def test_a_closed_round_takes_no_file_but_gives_one_out(round_, africa):
    preview = send(africa, partial_line())
    type(round_).objects.update(state="frozen")

    assert "Round 2026 is not open." in text_of(africa.get(WORKBOOK))
    assert africa.post(WORKBOOK, {"file": io.BytesIO(b"x")}).status_code == 409
    assert 'name="act"' not in text_of(africa.get(preview))
    assert africa.post(preview, {"act": "submit"}).status_code == 409
    assert africa.get(f"{WORKBOOK}download/").status_code == 200


def test_a_file_is_seen_by_its_office_alone(africa):
    preview = send(africa, partial_line())
    other = signed_in(make_user("regional_office", make_office("ROAS")))
    colleague = signed_in(make_user("regional_office", make_office("ROAF")))

    assert other.get(preview).status_code == 404
    assert other.get(preview.replace("ROAF", "ROAS")).status_code == 404
    assert colleague.get(preview).status_code == 200


def test_files_sent_lately_are_listed(africa):
    preview = send(africa, partial_line())

    page = text_of(africa.get(WORKBOOK))

    assert f'href="{preview}"' in page
    assert "Amina Office" in page


@pytest.mark.parametrize("number", [1, 100])
def test_a_preview_costs_the_same_for_1_and_for_100_lines(
    office, number, django_assert_num_queries
):
    codes = [f"T{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(number)]
    for code in codes:
        make_team(code, office)
    make_checklist()
    make_open_round()
    client = signed_in(make_user("regional_office", office))
    preview = send(client, *(partial_line(subject=code) for code in codes))
    client.get(preview)

    with django_assert_num_queries(11):
        client.get(preview)
