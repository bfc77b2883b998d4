"""Make, rotate, revoke: who may, what is kept, and how long the old secret works."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from accounts import tokens
from accounts.actions.tokens import make, revoke, rotate
from accounts.models import ApiToken
from accounts.policy import actor_of
from accounts.refusals import Blocked, Invalid, NotAllowed
from tests.factories import make_actor, make_office, make_token, make_token_keeper, make_user

pytestmark = pytest.mark.django_db

HALF_A_YEAR = timedelta(days=180)


def made(owner, office, *, by, scopes=("read",), lasts=HALF_A_YEAR):
    return make(owner, office, name="Nightly", scopes=scopes, lasts=lasts, by=by)


def lets_in(text):
    return tokens.actor_with(text, now=timezone.now()) is not None


@pytest.fixture
def keeper():
    return actor_of(make_token_keeper(make_office("ROAF")))


def test_a_keeper_makes_a_token_for_a_colleague_of_the_office_and_it_says_who_made_it(keeper):
    office = make_office("ROAF")
    colleague = make_user("regional_office", office)

    issued = made(colleague, office, scopes=["submit"], by=keeper)

    assert lets_in(issued.text)
    assert (issued.token.user, issued.token.office) == (colleague, office)
    assert issued.token.created_by == keeper.user
    event = ApiToken.pgh_event_model.objects.get(pgh_obj_id=issued.token.pk)
    assert event.pgh_context["user"] == keeper.user.pk
    assert issued.text.split(".")[1] not in str(event.pgh_context)


@pytest.mark.parametrize(
    ("maker", "owner", "office", "scopes"),
    [
        ("keeper", "other_office", "ROAS", ["read"]),  # another office's
        ("keeper", "other_office", "ROAF", ["read"]),  # somebody who is not of the office
        ("keeper", "member", None, ["read"]),  # an office's person always has an office
        ("keeper", "secretariat", None, ["read"]),
        ("keeper", "member", "ROAF", ["review"]),  # what the role cannot use
        ("member", "member", "ROAF", ["read"]),  # does not keep tokens
        ("board", "board", None, ["read"]),
        ("administrator", "board", None, ["read"]),
        ("secretariat", "board", None, ["submit"]),
        ("secretariat", "administrator", None, ["read"]),
        ("secretariat", "member", None, ["read"]),
        ("secretariat", "second", None, ["review"]),  # to review in a colleague's name
    ],
)
def test_nobody_makes_a_token_that_is_not_theirs_to_make(maker, owner, office, scopes):
    roaf, roas = make_office("ROAF"), make_office("ROAS")
    people = {
        "keeper": make_token_keeper(roaf),
        "member": make_user("regional_office", roaf),
        "other_office": make_user("regional_office", roas),
        "secretariat": make_user("secretariat"),
        "second": make_user("secretariat"),
        "board": make_user("board_member"),
        "administrator": make_user("administrator"),
    }
    whose = {"ROAF": roaf, "ROAS": roas, None: None}[office]

    with pytest.raises(NotAllowed):
        made(people[owner], whose, scopes=scopes, by=actor_of(people[maker]))

    assert not ApiToken.objects.exists()


def test_the_secretariat_makes_tokens_for_itself_the_board_and_the_offices():
    by, office = make_actor("secretariat"), make_office("ROAF")

    assert lets_in(made(by.user, None, scopes=["review"], by=by).text)
    assert lets_in(made(make_user("board_member"), None, by=by).text)
    writer = make_user("regional_office", office)
    assert lets_in(made(writer, office, scopes=["submit"], by=by).text)


def test_nobody_manages_tokens_with_a_token(keeper):
    office = make_office("ROAF")
    token, _ = make_token(keeper.user, office, ("submit",))

    with pytest.raises(NotAllowed):
        made(keeper.user, office, by=actor_of(keeper.user, token))


def test_a_token_lasts_a_year_at_most(keeper):
    with pytest.raises(Invalid):
        made(keeper.user, make_office("ROAF"), lasts=timedelta(days=366), by=keeper)


def test_after_rotating_both_secrets_work_until_the_overlap_is_over(keeper):
    office = make_office("ROAF")
    old = made(keeper.user, office, scopes=["submit"], by=keeper)

    new = rotate(old.token, by=keeper)

    assert lets_in(old.text)
    assert lets_in(new.text)
    old.token.refresh_from_db()
    assert new.token.replaces == old.token
    assert (new.token.name, new.token.scopes) == ("Nightly", ["submit"])
    week = timezone.now() + timedelta(days=7)
    assert tokens.actor_with(old.text, now=week - timedelta(minutes=1)) is not None
    assert tokens.actor_with(old.text, now=week) is None
    assert new.token.expires_at - new.token.created_at == pytest.approx(
        HALF_A_YEAR, abs=timedelta(seconds=5)
    )


def test_without_overlap_the_old_secret_ends_at_once(keeper):
    old = made(keeper.user, make_office("ROAF"), by=keeper)

    rotate(old.token, overlap=timedelta(0), by=keeper)

    assert not lets_in(old.text)


def test_the_overlap_never_outlasts_the_old_token(keeper):
    office = make_office("ROAF")
    soon = timezone.now() + timedelta(days=2)
    old, _ = make_token(keeper.user, office, expires_at=soon)

    rotate(old, overlap=timedelta(days=30), by=keeper)

    old.refresh_from_db()
    assert old.expires_at == soon
    with pytest.raises(Invalid):
        rotate(old, overlap=timedelta(days=31), by=keeper)


def test_a_token_is_followed_by_one_other(keeper):
    old = made(keeper.user, make_office("ROAF"), by=keeper)
    rotate(old.token, by=keeper)

    with pytest.raises(Blocked) as refusal:
        rotate(old.token, by=keeper)

    assert [each.code for each in refusal.value.blockers] == ["token_rotated"]


def test_what_ended_is_neither_rotated_nor_revoked_again(keeper):
    issued = made(keeper.user, make_office("ROAF"), by=keeper)
    revoke(issued.token, by=keeper)

    assert not lets_in(issued.text)
    for act in (rotate, revoke):
        with pytest.raises(Blocked) as refusal:
            act(issued.token, by=keeper)
        assert refusal.value.code == "token_revoked"


def test_another_offices_keeper_neither_rotates_nor_revokes(keeper):
    issued = made(keeper.user, make_office("ROAF"), by=keeper)
    stranger = actor_of(make_token_keeper(make_office("ROAS")))

    for act in (rotate, revoke):
        with pytest.raises(NotAllowed):
            act(issued.token, by=stranger)

    assert lets_in(issued.text)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_rotate_at_once_exactly_one_gets_a_secret():
    keeper = actor_of(make_token_keeper(make_office("ROAF")))
    old = made(keeper.user, make_office("ROAF"), by=keeper)
    gate, outcomes = threading.Barrier(4), []

    def try_it():
        gate.wait()
        try:
            outcomes.append(rotate(old.token, by=keeper).text)
        except Blocked as refused:
            outcomes.append(refused.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcome[:4] for outcome in outcomes) == ["hrt_", *["toke"] * 3]
    assert ApiToken.objects.count() == 2
