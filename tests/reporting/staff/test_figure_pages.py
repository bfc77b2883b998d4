from datetime import date

import pytest

from checklist.models import BoardDocument
from reporting.measures import DEFINITIONS
from reporting.models import ReportedFigure
from tests.checklist.pages import text_of
from tests.factories import make_office, make_round, make_session, make_team
from tests.reporting.world import make_engagement, make_framework

pytestmark = pytest.mark.django_db


def make_figure(office="ROAF", measure="frameworks_signed", **fields):
    document, _ = BoardDocument.objects.get_or_create(
        symbol="HSP/EB.2025/8", defaults={"session": make_session(), "kind": "checklist"}
    )
    round_ = ReportedFigure._meta.get_field("round").related_model.objects.first() or make_round()
    defaults = {
        "unit": "frameworks",
        "qualifier": "at_least",
        "value": 45,
        "paragraph": "12",
        "as_of": date(2025, 1, 14),
    }
    return ReportedFigure.objects.create(
        round=round_,
        office=make_office(office),
        measure=measure,
        document=document,
        **{**defaults, **fields},
    )


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_a_figure_keeps_its_hedge_document_and_paragraph(secretariat, prefix):
    figure = make_figure()
    for path in ("/figures/", f"/figures/{figure.pk}/"):
        page = text_of(secretariat.get(prefix + path))
        assert "45" in page
        assert "HSP/EB.2025/8" in page
        assert "12" in page


def test_the_count_stands_beside_it_and_the_difference_in_words(secretariat):
    figure = make_figure()
    page = text_of(secretariat.get(f"/figures/{figure.pk}/"))
    assert "<i>at least</i>" in page
    assert 'class="hist"' in page


def test_nothing_reported_is_said_in_words(secretariat):
    assert "No figure was reported" in text_of(secretariat.get("/figures/"))


def test_what_is_not_there_is_not_found_and_what_is_not_known_refused(secretariat):
    make_figure()
    assert secretariat.get("/figures/999999/").status_code == 404
    assert secretariat.get("/figures/?round=1999").status_code == 400


def test_offices_and_the_board_read_the_published_ones(office, board):
    assert office.get("/figures/").status_code == 403
    assert board.get("/figures/").status_code == 403


@pytest.mark.parametrize("many", [False, True])
def test_as_many_queries_for_one_as_for_many(secretariat, django_assert_num_queries, many):
    make_figure()
    for office in ("ROAS", "ROAP", "ROLAC") if many else ():
        make_figure(office)
    with django_assert_num_queries(9):
        assert secretariat.get("/figures/").status_code == 200


SENT = {
    "office": "ROAF",
    "measure": "frameworks_signed",
    "qualifier": "at_least",
    "value": "45",
    "as_of": "2025-01-27",
    "document": "HSP/EB.2025/8",
    "paragraph": "12",
}


@pytest.fixture
def document():
    make_office("ROAF")
    make_round("2025", "published")
    return BoardDocument.objects.create(
        symbol="HSP/EB.2025/8", session=make_session(), kind="report"
    )


def test_the_secretariat_enters_a_figure_and_reads_it_as_entered(secretariat, document):
    reply = secretariat.post("/figures/new/", SENT, follow=True)
    page = text_of(reply)
    assert "The figure is on record." in page
    assert "<i>at least</i> 45" in page
    assert (ReportedFigure.objects.get().unit, ReportedFigure.objects.get().of_total) == (
        "frameworks",
        None,
    )


def test_a_figure_without_its_hedge_is_refused_beside_the_field(secretariat, document):
    reply = secretariat.post("/figures/new/", {**SENT, "qualifier": "", "of_total": "46"})
    assert reply.status_code == 422
    page = text_of(reply)
    assert "This field is required." in page
    assert "Say how the document hedges the total" in page
    assert 'value="46"' in page
    assert not ReportedFigure.objects.exists()


def test_a_change_gives_its_reason_and_is_made_on_the_words_that_were_read(secretariat, document):
    secretariat.post("/figures/new/", SENT)
    address = f"/figures/{ReportedFigure.objects.get().pk}/change/"
    base = secretariat.get(address).context["form"].initial["base"]
    changed = {**SENT, "value": "46", "base": base}
    assert secretariat.post(address, changed).status_code == 422
    done = secretariat.post(address, {**changed, "reason": "A slip."}, follow=True)
    assert "A slip." in text_of(done)
    assert "Number: <del" in text_of(done)
    assert ReportedFigure.objects.get().value == 46


def test_of_a_figure_changed_meanwhile_one_value_is_chosen_for_each_field(secretariat, document):
    secretariat.post("/figures/new/", SENT)
    address = f"/figures/{ReportedFigure.objects.get().pk}/change/"
    read = {**SENT, **base_of(secretariat.get(address)), "round": "2025", "reason": "A slip."}
    secretariat.post(address, {**read, "value": "46", "qualifier": "exactly"})

    late = {**read, "value": "47", "meaning": "Signed"}
    stale = secretariat.post(address, late)
    again = secretariat.post(address, {**late, "base": "", "use_value": "theirs"})
    now = base_of(again)
    secretariat.post(address, {**late, **now, "use_value": "theirs", "use_meaning": "mine"})

    found = [(row.label, row.before, row.after) for row in stale.context["form"].conflict]
    assert found == [
        ("Hedge", "exactly", "at least"),
        ("Number", "46", "47"),
        ("What it means in the document", "", "Signed"),
    ]
    assert (stale.status_code, again.status_code) == (409, 409)
    assert "Somebody else changed this record while you were writing" in text_of(stale)
    figure = ReportedFigure.objects.get()
    assert (figure.value, figure.qualifier, figure.meaning) == (46, "at_least", "Signed")


def base_of(reply):
    """On what words the form of a page is made."""
    return {"base": reply.context["form"]["base"].value()}


@pytest.fixture
def differing():
    make_engagement(make_framework(make_team("KEN", make_office("ROAF"))))
    return f"/figures/{make_figure(as_of=date(2026, 2, 24)).pk}/"


def test_a_difference_is_reconciled_with_a_reason_and_taken_back(secretariat, differing):
    assert "Mark as reconciled" in text_of(secretariat.get(differing))
    bare = secretariat.post(f"{differing}reconcile/", {"reason": "", "counted": "1"})
    assert (bare.status_code, "Say why the two numbers differ." in text_of(bare)) == (422, True)
    given = {"reason": "The list of names is with the office.", "counted": "1"}
    page = text_of(secretariat.post(f"{differing}reconcile/", given, follow=True))
    assert ": The list of names is with the office." in page
    assert "Mark as reconciled" not in page
    assert 'class="alarm"' not in text_of(secretariat.get("/figures/"))
    page = text_of(secretariat.post(f"{differing}undo-reconciliation/", follow=True))
    assert "The difference is open again." in page
    assert "Mark as reconciled" in page


def test_another_count_than_the_one_seen_refuses_the_reconciling(secretariat, differing):
    reply = secretariat.post(f"{differing}reconcile/", {"reason": "Why.", "counted": "7"})
    assert reply.status_code == 409
    assert "Meanwhile 1 are counted." in text_of(reply)
    assert reply.context["form"]["counted"].value() == 1


def test_a_count_leads_to_exactly_its_rows_and_to_those_that_do_not_say(secretariat, differing):
    office = make_office("ROAF")
    make_framework(make_team("NGA", office))
    make_framework(make_team("EGY", make_office("ROAS")))
    figure = secretariat.get("/figures/").context["page"][0][1]
    reply = secretariat.get(figure.rows_url)
    rows = {name: [row.code for row in reply.context[name]] for name in ("counted", "silent")}
    assert rows == {"counted": ["KEN"], "silent": ["NGA"]}
    assert [secretariat.get(row.url).status_code for row in reply.context["counted"]] == [200]


def test_every_measure_is_counted_at_every_office(secretariat, differing):
    reply = secretariat.get("/figures/measures/?day=2026-02-24")
    assert len(reply.context["lines"]) == len(DEFINITIONS)
    for line in reply.context["lines"]:
        assert [secretariat.get(cell.url).status_code for cell in line.cells] == [200]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("measures/?day=2026-02-30", 400),
        ("measures/frameworks_signed/", 400),
        ("measures/frameworks_signed/?office=ROAX", 400),
        ("measures/frameworks_counted/?office=ROAF", 404),
        ("?format=pdf", 400),
    ],
)
def test_what_cannot_be_asked_is_refused(secretariat, differing, address, status):
    assert secretariat.get(f"/figures/{address}").status_code == status


def test_a_cell_that_looks_like_a_formula_is_taken_away_as_text(secretariat):
    make_figure(meaning="=1+1")
    assert b",'=1+1," in secretariat.get("/figures/?format=csv").content


@pytest.mark.parametrize("number", [1, 30])
def test_the_rows_take_as_few_queries_for_one_as_for_many(
    secretariat, django_assert_num_queries, number
):
    for each in range(number):
        make_framework(make_team(f"Q{chr(65 + each // 26)}{chr(65 + each % 26)}"))
    with django_assert_num_queries(8):
        secretariat.get("/figures/measures/frameworks_signed/?office=ROAF&day=2026-02-24")
    with django_assert_num_queries(7):
        secretariat.get("/figures/measures/?day=2026-02-24")
