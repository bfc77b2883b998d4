"""The secretariat enters and corrects what documents report, and reconciles differences."""

from datetime import date

import pytest

from checklist.models import BoardDocument
from reporting.models import FigureReconciliation, ReportedFigure
from tests.api.test_figures import FIGURES, make_figure, make_framework
from tests.factories import caller, make_office, make_round, make_session, make_team

pytestmark = pytest.mark.django_db

SENT = {
    "office": "ROAP",
    "measure": "countries_actively_engaged",
    "qualifier": "at_least",
    "value": 15,
    "of_total_qualifier": "exactly",
    "of_total": 22,
    "as_of": "2025-01-27",
    "document": "HSP/EB.2025/8",
    "paragraph": "14",
    "meaning": "of the countries with a framework under way those where it is actively engaged",
}


@pytest.fixture
def secretariat():
    return caller("secretariat")


@pytest.fixture
def document():
    make_office("ROAP")
    make_round("2025", "published")
    return BoardDocument.objects.create(
        symbol="HSP/EB.2025/8", session=make_session(), kind="report"
    )


def write(client, method, address, body, **headers):
    send = getattr(client, method)
    return send(address, body, content_type="application/json", headers=headers)


def post(client, body):
    return write(client, "post", FIGURES, body)


def test_a_figure_is_entered_as_its_document_states_it(secretariat, document):
    reply = post(secretariat, SENT)

    assert reply.status_code == 201, reply.content
    shape = reply.json()
    assert reply["Location"] == shape["url"]
    assert (shape["round"], shape["office"], shape["unit"]) == ("2025", "ROAP", "countries")
    assert shape["reported"] == {
        name: SENT[name]
        for name in (
            *("qualifier", "value", "of_total", "of_total_qualifier"),
            *("as_of", "document", "paragraph"),
        )
    }


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"qualifier": ""}, [("/qualifier", "required")]),
        ({"qualifier": "roughly"}, [("/qualifier", "unknown_hedge")]),
        ({"of_total_qualifier": ""}, [("/of_total_qualifier", "required")]),
        ({"of_total": None}, [("/of_total", "required")]),
        ({"of_total": 14}, [("/of_total", "part_exceeds_total")]),
        ({"value": -1}, [("/value", "not_a_count")]),
        ({"value": 15.5}, [("/value", "not_a_count")]),
        ({"value": True}, [("/value", "not_a_count")]),
        ({"as_of": "2025-02-30"}, [("/as_of", "invalid_date")]),
        ({"office": "ROAX"}, [("/office", "unknown_office")]),
        ({"measure": "countries"}, [("/measure", "unknown_measure")]),
        ({"round": "1999"}, [("/round", "unknown_round")]),
        ({"document": "HSP/EB.1"}, [("/document", "unknown_document")]),
        ({"paragraph": ""}, [("/paragraph", "required")]),
        ({"hedge": "about"}, [("/hedge", "unknown_field")]),
        (
            {"value": None, "paragraph": "x" * 11},
            [("/paragraph", "too_long"), ("/value", "required")],
        ),
    ],
)
def test_every_fault_is_named_and_nothing_is_stored(secretariat, document, change, faults):
    reply = post(secretariat, {**SENT, **change})

    assert reply.status_code == 422
    assert [(each["pointer"], each["code"]) for each in reply.json()["errors"]] == faults
    assert not ReportedFigure.objects.exists()


def test_a_part_of_a_minimum_may_be_any_number(secretariat, document):
    hedged = {"value": 46, "of_total_qualifier": "at_least", "of_total": 45}
    assert post(secretariat, {**SENT, **hedged}).status_code == 201


def test_the_round_is_named_where_the_document_does_not_tell(secretariat, document):
    make_round("2026")

    assert post(secretariat, SENT).json()["errors"][0]["pointer"] == "/round"
    assert post(secretariat, {**SENT, "round": "2026"}).json()["round"] == "2026"


def test_a_document_states_a_figure_once(secretariat, document):
    post(secretariat, SENT)

    reply = post(secretariat, {**SENT, "value": 16})

    assert [each["code"] for each in reply.json()["errors"]] == ["figure_exists"]


def test_a_correction_needs_the_version_and_a_reason_and_keeps_its_history(secretariat, document):
    url = post(secretariat, SENT).json()["url"]
    tag = secretariat.get(url)["ETag"]

    assert write(secretariat, "patch", url, {"value": 16}).status_code == 428
    bare = write(secretariat, "patch", url, {"value": 16}, **{"If-Match": tag})
    assert [each["pointer"] for each in bare.json()["errors"]] == ["/reason"]
    body = {"value": 16, "reason": "A slip in the note, corrected in the meeting."}
    done = write(secretariat, "patch", url, body, **{"If-Match": tag})
    assert done.json()["reported"]["value"] == 16
    assert done.json()["reported"]["qualifier"] == "at_least"
    assert done["ETag"] != tag
    event = ReportedFigure.pgh_event_model.objects.latest("pgh_id")
    assert (event.value, event.pgh_context["reason"]) == (16, body["reason"])
    stale = write(secretariat, "patch", url, {**body, "value": 17}, **{"If-Match": tag})
    assert (stale.status_code, stale.json()["current"]["reported"]["value"]) == (412, 16)


def test_put_takes_the_whole_figure(secretariat, document):
    url = post(secretariat, SENT).json()["url"]
    body = {**SENT, "reason": "The total is not in the note."}
    del body["of_total"], body["of_total_qualifier"]

    done = write(secretariat, "put", url, body, **{"If-Match": "*"})

    assert (done.json()["reported"]["of_total"], done.status_code) == (None, 200)


def test_what_does_not_change_writes_no_history(secretariat, document):
    url = post(secretariat, SENT).json()["url"]

    write(secretariat, "put", url, {**SENT, "reason": "Again."}, **{"If-Match": "*"})

    assert ReportedFigure.pgh_event_model.objects.count() == 1


@pytest.fixture
def differing(secretariat):
    """At least 45 reported, one recorded."""
    make_framework(make_team("KEN", make_office("ROAF")))
    return f"{FIGURES}{make_figure(make_round('2025', 'published')).pk}/"


def reconciled(client, address, **body):
    return write(
        client, "post", f"{address}reconcile/", {"reason": "The list is asked for.", **body}
    )


def test_a_difference_is_reconciled_with_a_reason_and_comes_back_with_another_count(
    secretariat, differing
):
    shape = reconciled(secretariat, differing, counted=1).json()

    assert shape["comparison"] == "differs"
    assert shape["reconciliation"]["holds"]
    assert shape["reconciliation"]["words"].endswith(": The list is asked for.")
    assert [each["allowed"] for each in shape["allowed_actions"]] == [True, False, True]
    make_framework(make_team("NGA", make_office("ROAF")))
    back = secretariat.get(differing).json()["reconciliation"]
    assert not back["holds"]
    assert back["words"].endswith("when 1 were counted; now 2.")
    assert reconciled(secretariat, differing, counted=2).json()["reconciliation"]["holds"]


def test_a_difference_is_reconciled_once_and_as_it_was_seen(secretariat, differing):
    def refused(**body):
        reply = reconciled(secretariat, differing, **body)
        return reply.status_code, reply.json()["code"]

    assert refused(counted=2) == (409, "recounted")
    assert refused(reason=" ") == (422, "invalid")
    assert refused(counted="many") == (422, "invalid")
    reconciled(secretariat, differing)
    assert refused() == (409, "already_reconciled")


def test_reconciling_is_undone_and_both_stand_in_the_history(secretariat, differing):
    undo = f"{differing}undo-reconciliation/"
    assert write(secretariat, "post", undo, {}).json()["code"] == "not_reconciled"
    reconciled(secretariat, differing)

    assert write(secretariat, "post", undo, {}).json()["reconciliation"] is None

    assert not FigureReconciliation.objects.exists()
    labels = FigureReconciliation.pgh_event_model.objects.order_by("pgh_id")
    assert list(labels.values_list("pgh_label", flat=True)) == ["insert", "delete"]


def test_what_agrees_is_not_reconciled(secretariat):
    make_framework(make_team("KEN", make_office("ROAF")))
    figure = make_figure(make_round("2025", "published"), value=1, as_of=date(2025, 1, 27))

    reply = reconciled(secretariat, f"{FIGURES}{figure.pk}/")

    assert (reply.status_code, reply.json()["code"]) == (409, "nothing_differs")


@pytest.mark.parametrize("role", ["regional_office", "administrator", "board_member"])
def test_only_the_secretariat_keeps_figures(role, document):
    assert post(caller(role, make_office("ROAP")), SENT).status_code == 403
    assert not ReportedFigure.objects.exists()


def test_a_repeated_request_enters_one_figure(secretariat, document):
    key = {"Idempotency-Key": "k1"}
    first = write(secretariat, "post", FIGURES, SENT, **key)
    again = write(secretariat, "post", FIGURES, SENT, **key)

    assert (again.status_code, again.json()["id"]) == (201, first.json()["id"])
