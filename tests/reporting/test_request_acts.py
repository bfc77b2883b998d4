"""What becomes of a request of the Board: every step, every refusal, and nobody overwritten."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from accounts.refusals import Blocked, Invalid, NotAllowed, Refused
from reporting.actions.follow_ups import close_request, follow_up, reopen_request
from reporting.actions.requests import change_request, record_request
from reporting.models import BoardRequest, PublicationNotice
from reporting.request_intake import content_of
from reporting.request_states import STEPS
from tests.factories import make_actor, make_office, make_open_round, make_request, make_session
from tests.reporting.world import AT, make_publication

pytestmark = pytest.mark.django_db

DONE = {"en": "Each framework has its own line."}
STATES = ("open", "under_way", "answered", "closed")


@pytest.fixture
def by():
    return make_actor()


def request_in(state="open", **fields):
    """A request in a state, with all that it takes to be there."""
    words = {} if state == "open" else {"follow_up": DONE}
    ended = {"closed_on": date(2025, 6, 1)} if state == "closed" else {}
    march = make_session("2025-1", date(2025, 3, 25))
    return make_request(march, state=state, owner=make_office("HQ"), **{**words, **ended, **fields})


def step(request, to, by):
    """The act that leads to a state, with everything it may ask for."""
    if to == "closed":
        return close_request(request, closed_on=date(2025, 6, 1), by=by)
    if request.state == "closed":
        return reopen_request(request, reason="Asked again.", by=by)
    return follow_up(request, to=to, words=DONE, reason="A slip.", by=by)


@pytest.mark.parametrize(("before", "after"), [(b, a) for b, found in STEPS.items() for a in found])
def test_a_step_of_the_table_is_taken(by, before, after):
    request = request_in(before)

    step(request, after, by)

    request.refresh_from_db()
    assert (request.state, request.version) == (after, 2)
    assert (request.closed_on is None) == (after != "closed")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (before, after)
        for before in STATES[:3]
        for after in STATES
        if after not in (*STEPS[before], before)
    ],
)
def test_a_step_that_is_not_in_the_table_is_refused(by, before, after):
    request = request_in(before)

    with pytest.raises(Blocked) as refusal:
        step(request, after, by)

    assert refusal.value.code == "request_step_not_next"


@pytest.mark.parametrize("after", STATES[:3])
def test_a_closed_request_is_followed_up_only_after_it_was_reopened(by, after):
    with pytest.raises(Blocked, match="request_closed"):
        follow_up(request_in("closed"), to=after, words=DONE, reason="A slip.", by=by)


def test_what_is_closed_is_not_closed_again_and_what_is_not_is_not_reopened(by):
    with pytest.raises(Blocked, match="request_closed"):
        close_request(request_in("closed"), by=by)
    with pytest.raises(Blocked, match="request_not_closed"):
        reopen_request(request_in("answered"), reason="Why not.", by=by)


@pytest.mark.parametrize(("before", "after"), [("under_way", "open"), ("answered", "under_way")])
def test_a_step_back_says_why(by, before, after):
    request = request_in(before)

    with pytest.raises(Invalid) as refusal:
        follow_up(request, to=after, by=by)
    follow_up(request, to=after, reason="Answered too early.", by=by)

    assert [(each.pointer, each.code) for each in refusal.value.faults] == [("/reason", "required")]
    event = request.events.latest("pgh_id")
    assert (event.state, event.pgh_context["reason"]) == (after, "Answered too early.")


@pytest.mark.parametrize("owner", [{"owner": None}, {"owner": None, "owner_name": "A. Person"}])
def test_somebody_owns_what_is_under_way(by, owner):
    request = make_request(**owner)

    if "owner_name" in owner:
        assert follow_up(request, to="under_way", by=by).state == "under_way"
    else:
        with pytest.raises(Blocked, match="no_owner"):
            follow_up(request, to="under_way", by=by)


def test_the_owner_is_not_taken_off_what_is_under_way(by):
    request = request_in("under_way")

    with pytest.raises(Invalid) as refusal:
        change_request(request, {**content_of(request), "owner": ""}, by=by)

    assert [each.pointer for each in refusal.value.faults] == ["/owner"]


def test_the_reason_of_a_change_may_be_left_out_and_has_its_limit(by):
    request = request_in()
    change_request(request, {**content_of(request), "speaker": "Chad"}, by=by)

    with pytest.raises(Invalid) as refusal:
        change_request(request, content_of(request), reason="x" * 501, by=by)

    assert [(each.pointer, each.code) for each in refusal.value.faults] == [("/reason", "too_long")]


def test_only_staff_reach_the_live_list():
    request_in()
    roles = ("secretariat", "administrator", "regional_office", "board_member")
    found = {role: BoardRequest.objects.visible_to(make_actor(role)).count() for role in roles}
    assert found == {"secretariat": 1, "administrator": 1, "regional_office": 1, "board_member": 0}


def test_what_is_closed_is_reopened_before_it_is_changed(by):
    request = request_in("closed")
    with pytest.raises(Blocked, match="request_closed"):
        change_request(request, {**content_of(request), "speaker": "Chad"}, by=by)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2025, 3, 24), "before_session"),
        (timezone.localdate() + timedelta(days=2), "day_ahead"),
    ],
)
def test_a_request_is_closed_on_a_day_that_can_be(by, day, code):
    with pytest.raises(Invalid) as refusal:
        close_request(request_in("answered"), closed_on=day, by=by)
    assert [each.code for each in refusal.value.faults] == [code]


def test_the_round_in_work_is_noted_when_a_request_is_closed(by):
    make_open_round()
    assert close_request(request_in("answered"), by=by).closed_in.code == "2026"


def test_only_what_is_published_and_in_force_answers(by):
    publication = make_publication()
    request = request_in("under_way")
    follow_up(request, to="answered", answered_in="2026/1", by=by)
    PublicationNotice.objects.create(
        publication=publication, kind="withdrawal", reason="Wrong.", made_by=by.user, made_at=AT
    )

    follow_up(request, to="answered", words={"en": "Still so."}, answered_in="2026/1", by=by)
    with pytest.raises(Invalid) as refusal:
        follow_up(request_in("under_way"), to="answered", answered_in="2026/1", by=by)

    assert [each.code for each in refusal.value.faults] == ["unknown_publication"]


def test_what_says_nothing_new_writes_no_history(by):
    request = request_in("answered")
    follow_up(request, to="answered", words=DONE, by=by)
    assert (request.events.count(), BoardRequest.objects.get().version) == (1, 1)


@pytest.mark.parametrize("role", ["regional_office", "board_member", "administrator"])
def test_only_the_secretariat_keeps_requests(role):
    request, other = request_in(), make_actor(role)
    for act in (
        lambda: record_request({}, by=other),
        lambda: change_request(request, {}, by=other),
        lambda: follow_up(request, to="answered", by=other),
        lambda: close_request(request, by=other),
        lambda: reopen_request(request, reason="Why not.", by=other),
    ):
        with pytest.raises(NotAllowed):
            act()


def together(*acts):
    """Acts at the same moment, each with its own connection; what each raised, or nothing."""

    def run(act):
        try:
            act()
        except Refused as refusal:
            return refusal.code
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_change_the_same_version_one_is_told_that_it_is_stale():
    by, request = make_actor(), request_in("under_way")
    content = content_of(request)

    outcomes = together(
        *(
            lambda name=name: change_request(
                BoardRequest.objects.get(), {**content, "speaker": name}, base_version=1, by=by
            )
            for name in ("Chad", "Mali")
        )
    )

    assert (outcomes, BoardRequest.objects.get().version) == (["", "stale_version"], 2)


@pytest.mark.django_db(transaction=True)
def test_requests_recorded_at_the_same_moment_take_different_numbers():
    by, content = make_actor(), content_of(request_in())

    together(*(lambda: record_request(content, by=by) for _ in range(3)))

    numbers = BoardRequest.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [1, 2, 3, 4]
