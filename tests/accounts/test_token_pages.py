"""The tokens page: the secret seen once, what ends soon, and whose tokens one sees."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts import tokens
from accounts.models import ApiToken
from tests.checklist.pages import signed_in, text_of
from tests.factories import make_office, make_token, make_token_keeper, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return make_token_keeper(make_office("ROAF"), full_name="Amina Keeper")


@pytest.fixture
def page(keeper):
    return signed_in(keeper)


def asked(person, **fields):
    whose = f"{person.pk}-{make_office('ROAF').pk}"
    return {"name": "Nightly", "owner": whose, "scope": "submit", "days": "180", **fields}


def secret_of(page):
    return text_of(page).split('id="secret"')[1].split(">")[1].split("<")[0]


def ends_in(days, owner, name="script"):
    end = timezone.now() + timedelta(days=days)
    return make_token(owner, make_office("ROAF"), ("submit",), expires_at=end, name=name)[0]


def test_the_secret_is_shown_on_the_page_that_answers_and_nowhere_else(page, keeper):
    answer = page.post("/tokens/new/", asked(keeper))

    text = secret_of(answer)
    assert answer.status_code == 201
    assert answer.headers["Cache-Control"] == "no-store"
    assert tokens.actor_with(text, now=timezone.now()) is not None
    secret = text.split(".")[1]
    assert secret not in text_of(page.get("/tokens/"))
    assert secret not in str(dict(page.session))
    assert secret not in str(ApiToken.objects.values())
    assert secret not in str(ApiToken.pgh_event_model.objects.values())
    assert mail.outbox == []


def test_a_keeper_is_offered_the_people_of_the_office_and_what_they_can_use(page, keeper):
    make_user("regional_office", make_office("ROAF"), full_name="Colleague")
    make_user("regional_office", make_office("ROAS"), full_name="Stranger")

    form = text_of(page.get("/tokens/new/"))

    assert "Colleague" in form
    assert "Stranger" not in form
    assert "Read and hand over answers" in form
    assert "Read and review" not in form


def test_what_was_typed_stays_with_the_fault_beside_it(page, keeper):
    answer = page.post("/tokens/new/", asked(keeper, days="400"))

    assert answer.status_code == 422
    assert 'value="Nightly"' in text_of(answer)
    assert not ApiToken.objects.exists()


def test_the_secretariat_is_told_which_role_can_use_what():
    secretariat, second = make_user("secretariat"), make_user("secretariat")
    client = signed_in(secretariat)

    theirs = client.post("/tokens/new/", asked(second, owner=str(second.pk), scope="review"))
    own = client.post("/tokens/new/", asked(secretariat, owner=str(secretariat.pk), scope="review"))

    assert theirs.status_code == 422
    assert "made by the person of the secretariat whose name it bears" in text_of(theirs)
    assert own.status_code == 201


def test_rotating_shows_the_new_secret_once_and_marks_the_old_token(page, keeper):
    token = ends_in(10, keeper)

    answer = page.post(f"/tokens/{token.pk}/rotate/", {"days": "1"})

    assert answer.status_code == 201
    assert tokens.actor_with(secret_of(answer), now=timezone.now()) is not None
    assert "Rotated: the old secret works until" in text_of(page.get("/tokens/"))
    again = page.post(f"/tokens/{token.pk}/rotate/", {"days": "1"})
    assert again.status_code == 409
    assert "Another token follows this one already." in text_of(again)


def test_revoking_asks_first_and_then_ends_the_token(page, keeper):
    token = ends_in(100, keeper)

    assert "nobody gets in with this token" in text_of(page.get(f"/tokens/{token.pk}/revoke/"))
    token.refresh_from_db()
    assert token.revoked_at is None
    shown = page.post(f"/tokens/{token.pk}/revoke/", follow=True)
    assert "is revoked." in text_of(shown)
    assert "Tokens that ended" in text_of(shown)
    assert page.post(f"/tokens/{token.pk}/revoke/").status_code == 409


def test_what_ends_within_thirty_days_is_said_on_top_until_another_follows(page, keeper):
    soon, later = ends_in(29, keeper), ends_in(32, keeper)
    ApiToken.objects.update(created_at=timezone.now() - timedelta(days=150))
    assert later.expires_at > soon.expires_at
    assert "1 token ends within 30 days." in text_of(page.get("/tokens/"))
    page.post(f"/tokens/{soon.pk}/rotate/", {"days": "7"})
    assert "within 30 days" not in text_of(page.get("/tokens/"))


def test_a_token_nobody_used_says_so(page, keeper):
    ApiToken.objects.filter(pk=ends_in(40, keeper).pk).update(last_used_at=None)
    assert "not used yet" in text_of(page.get("/tokens/"))


def test_another_offices_tokens_are_not_there(page):
    stranger = make_user("regional_office", make_office("ROAS"))
    token, _ = make_token(stranger, make_office("ROAS"), ("submit",), name="Their own script")

    assert "Their own script" not in text_of(page.get("/tokens/"))
    for address in (f"/tokens/{token.pk}/rotate/", f"/tokens/{token.pk}/revoke/"):
        assert page.get(address).status_code == page.post(address).status_code == 404


def test_only_those_who_manage_tokens_find_them_in_the_menu(page):
    member = signed_in(make_user("regional_office", make_office("ROAF")))
    link = 'href="/tokens/"'

    assert link in text_of(page.get("/my-work/"))
    assert link not in text_of(member.get("/my-work/"))
    assert member.get("/tokens/").status_code == 403


@pytest.mark.parametrize("many", [False, True])
def test_the_list_takes_as_many_queries_for_one_token_as_for_many(
    page, keeper, django_assert_num_queries, many
):
    for n in range(5 if many else 1):
        ends_in(10 + n, make_user("regional_office", make_office("ROAF")) if many else keeper)
        make_token(keeper, make_office("ROAF"), expires_at=timezone.now() - timedelta(days=1 + n))
    with django_assert_num_queries(8):
        assert page.get("/tokens/").status_code == 200


@pytest.mark.parametrize("many", [False, True])
def test_the_form_takes_as_many_queries_for_one_person_as_for_many(django_assert_num_queries, many):
    client = signed_in(make_user("secretariat"))
    for _ in range(5 if many else 1):
        make_user("regional_office", make_office("ROAF"), make_office("ROAS"))
    with django_assert_num_queries(5):
        assert client.get("/tokens/new/").status_code == 200
