"""Whatever the secretariat writes in its note: each page answers, and what is issued is printed."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models.users import Role
from accounts.refusals import Refused
from reporting.actions.notes import issue_note
from reporting.models import Paragraph, Publication
from reporting.papers.building import document
from reporting.papers.exhibits import EXHIBITS
from reporting.papers.kinds import NOTE, PaperName
from reporting.papers.printing.inert import inert
from reporting.papers.printing.word import to_word
from reporting.papers.reading import reading_in
from tests.checklist.pages import signed_in
from tests.factories import make_actor, make_user
from tests.reporting.papers.writing import SIGNED, begun, published, write

pytestmark = pytest.mark.django_db
HERE = "/rounds/2026/note/"

NAMES = st.sampled_from([SIGNED.strip("{}"), "area.ROAF", "round", "reported.nothing", *EXHIBITS])
SHOWN = st.sampled_from(list(EXHIBITS))
BEFORE = st.sampled_from(["", " ", "{", "\u202e"])
AFTER = st.sampled_from(["", " ", " of", " total", " x", ".", "}"])
BRACES = st.builds("{{{}{}{}}}".format, BEFORE, NAMES, AFTER)
SIGNS = st.sampled_from(
    ["{", "}", "{{", "}}", "[^", "]", "[[", "*", "#", "=A1", "<b>", "\r\n", "45"]
)
WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=9)
TEXTS = st.one_of(BRACES, st.lists(BRACES | SIGNS | WORDS, max_size=6).map("".join))
KINDS = st.sampled_from(Paragraph.Kind.values)
EXHIBIT = st.tuples(
    st.builds("{{{}{}{}}}".format, BEFORE, SHOWN, AFTER), st.just(Paragraph.Kind.EXHIBIT)
)
PARAGRAPHS = EXHIBIT | st.tuples(TEXTS, KINDS)
relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def note():
    note = begun(published())
    write(note, "Introduction", kind="heading", key="introduction")
    return note


@pytest.fixture
def secretariat():
    return signed_in(make_user(Role.SECRETARIAT))


@given(PARAGRAPHS)
@relaxed
def test_pages_answer_whatever_is_written(note, secretariat, paragraph):
    typed = {"text": paragraph[0], "kind": paragraph[1], "key": "any"}
    with transaction.atomic():
        assert secretariat.post(f"{HERE}new/", {**typed, "look": "text"}).status_code == 200
        saved = secretariat.post(f"{HERE}new/", typed).status_code
        assert saved in {302, 422}
        pages = [HERE, f"/ar{HERE}", f"{HERE}issue/", *[f"{HERE}any/"] * (saved == 302)]
        assert {secretariat.get(page).status_code for page in pages} == {200}
        transaction.set_rollback(True)


@given(PARAGRAPHS)
@relaxed
def test_what_may_be_issued_is_read_and_printed(note, secretariat, paragraph):
    with transaction.atomic():
        if is_issued(note, *paragraph):
            assert secretariat.get("/publications/2026/1/papers/note/").status_code == 200
            assert to_word(inert(printable())).startswith(b"PK")
        transaction.set_rollback(True)


def is_issued(note, text, kind):
    """Whether the text may stand in a note that is issued; if so, it is."""
    try:
        write(note, text, kind=kind, key="any")
        return issue_note(Publication.objects.get(), "en", by=make_actor())
    except Refused:
        return None


def printable():
    """The note as its printer gets it."""
    with reading_in(Publication.objects.get(), "en") as source:
        return document(source, PaperName(NOTE), "en", 1).as_record()
