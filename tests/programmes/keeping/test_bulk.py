"""Bulk edit: narrowed by filters, looked at before it is stored, stored in one go."""

import pytest

from programmes.actions.records import save_rows
from programmes.intake.kinds import KINDS
from programmes.models import FrameworkEngagement
from tests.factories import make_actor
from tests.programmes.intake.world import rows
from tests.programmes.keeping.records import put_on_record

pytestmark = pytest.mark.django_db
BULK = "/register/engagements/bulk/"


@pytest.fixture
def parts(world):
    """A part of the framework of Kenya, and one of that of Jordan."""
    put_on_record("engagements")
    row = rows("JOR", "ROAS")["engagements"]
    save_rows(KINDS["engagements"], [row], by=make_actor("secretariat"))
    return FrameworkEngagement.objects.order_by("pk")


def filled_in(response, changed):
    """What a browser sends when some cells are changed, by record and column."""
    sent = {"row": []}
    for form in response.context["bulk"].forms:
        pk = form.stands.record.pk
        sent["row"].append(str(pk))
        for name in form.fields:
            value = changed.get((pk, name), form[name].value())
            if value not in (None, False):
                sent[f"r{pk}-{name}"] = "on" if value is True else value
    return sent


def names(response):
    return [form.name for form in response.context["bulk"].forms]


def test_the_records_are_narrowed_by_office_and_by_codes(secretariat, parts):
    parts.filter(framework__team__code="JOR").update(level="light")

    assert len(names(secretariat.get(BULK))) == 2
    assert names(secretariat.get(f"{BULK}?office=ROAF")) == ["Team KEN · 2022–2026, 1 January 2024"]
    assert names(secretariat.get(f"{BULK}?level=light")) == ["Team JOR · 2022–2026, 1 January 2024"]
    assert names(secretariat.get(f"{BULK}?level=none")) == []


def test_an_office_edits_its_own(office, parts):
    assert names(office.get(BULK)) == ["Team KEN · 2022–2026, 1 January 2024"]


def test_what_would_change_is_shown_and_then_stored_in_one_go(secretariat, parts):
    first, second = parts
    sent = filled_in(
        secretariat.get(BULK), {(first.pk, "level"): "light", (second.pk, "signatory"): "no"}
    )

    shown = secretariat.post(BULK, {**sent, "act": "preview"})
    changes = {
        (change.name[:8], row.name, row.before, row.after)
        for change in shown.context["bulk"].changes
        for row in change.rows
    }
    kept = FrameworkEngagement.objects.get(pk=first.pk).level
    seen = {"act": "save", "seen": shown.context["bulk"].seen, "reason": "Survey of 2026"}
    done = secretariat.post(BULK, {**sent, **seen})

    assert changes == {
        ("Team KEN", "level", "active engagement", "light engagement"),
        ("Team JOR", "signatory", "yes", "no"),
    }
    assert (shown.status_code, kept, done.status_code) == (200, "active", 302)
    values = parts.values_list("level", "signatory")
    assert list(values) == [("light", "yes"), ("active", "no")]


def test_what_was_not_looked_at_is_not_stored(secretariat, parts):
    first, _second = parts
    sent = filled_in(secretariat.get(BULK), {(first.pk, "level"): "light"})

    response = secretariat.post(BULK, {**sent, "act": "save", "seen": "0" * 32})

    assert response.context["bulk"].changes
    assert FrameworkEngagement.objects.get(pk=first.pk).level == "active"


def test_a_fault_stands_in_its_cell_and_nothing_is_stored(secretariat, parts):
    first, second = parts
    sent = filled_in(
        secretariat.get(BULK),
        {(first.pk, "valid_to"): "2023-01-01", (second.pk, "level"): "light"},
    )

    response = secretariat.post(BULK, {**sent, "act": "preview"})

    found = {form.stands.record.pk: list(form.errors) for form in response.context["bulk"].faulty}
    assert (response.status_code, found) == (422, {first.pk: ["valid_to"]})
    assert FrameworkEngagement.objects.get(pk=second.pk).level == "active"


def test_what_somebody_else_changed_is_said_before_it_is_written_over(secretariat, parts):
    first, _second = parts
    sent = filled_in(secretariat.get(BULK), {(first.pk, "level"): "light"})
    row = {"id": first.pk, "level": "none"}
    save_rows(KINDS["engagements"], [row], by=make_actor("secretariat"))

    shown = secretariat.post(BULK, {**sent, "act": "preview"})
    late = secretariat.post(BULK, {**sent, "act": "save", "seen": shown.context["bulk"].seen})
    now = filled_in(shown, {})
    done = secretariat.post(BULK, {**now, "act": "save", "seen": shown.context["bulk"].seen})

    [change] = shown.context["bulk"].changes
    assert (change.is_moved, change.rows[0].before) == (True, "no engagement")
    assert (late.status_code, done.status_code) == (409, 302)
    assert FrameworkEngagement.objects.get(pk=first.pk).level == "light"


def test_records_of_another_office_cannot_be_sent_along(office, parts):
    mine, other = parts
    sent = filled_in(office.get(BULK), {(mine.pk, "level"): "light"})
    more = {"row": [*sent["row"], str(other.pk)], f"r{other.pk}-level": "none"}

    shown = office.post(BULK, {**sent, **more, "act": "preview"})

    assert names(shown) == ["Team KEN · 2022–2026, 1 January 2024"]


@pytest.mark.parametrize("number", [1, 100])
def test_a_page_takes_the_same_queries_for_one_and_for_many(
    secretariat, number, django_assert_num_queries
):
    many = [{**rows()["contributions"], "topic": f"Topic {each}"} for each in range(number)]
    save_rows(KINDS["contributions"], many, by=make_actor("secretariat"))
    secretariat.get("/register/contributions/bulk/")

    with django_assert_num_queries(9):
        secretariat.get("/register/contributions/bulk/")
