import pytest

from tests.factories import PASSWORD, make_office, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "first_page"),
    [
        ("administrator", "/my-work/"),
        ("secretariat", "/my-work/"),
        ("regional_office", "/my-work/"),
        ("board_member", "/"),
    ],
)
def test_a_person_signs_in_with_mail_and_password_and_lands_on_their_first_page(
    client, role, first_page
):
    user = make_user(role, password=PASSWORD)
    reply = client.post("/accounts/login/", {"login": user.email.upper(), "password": PASSWORD})
    assert (reply.status_code, reply.headers["Location"]) == (302, first_page)


def test_signing_in_keeps_the_language_of_the_page(client):
    user = make_user("board_member", password=PASSWORD)
    reply = client.post("/ar/accounts/login/", {"login": user.email, "password": PASSWORD})
    assert reply.headers["Location"] == "/ar/"


def test_a_wrong_password_keeps_the_address_typed_and_gives_no_hint_which_was_wrong(client):
    user = make_user("secretariat", password=PASSWORD)
    wrong = client.post("/accounts/login/", {"login": user.email, "password": "not it at all"})
    nobody = client.post("/accounts/login/", {"login": "no@example.org", "password": "x"})
    assert wrong.status_code == nobody.status_code == 200
    assert user.email in wrong.content.decode()
    said = [list(reply.context["form"].non_field_errors()) for reply in (wrong, nobody)]
    assert said[0] == said[1] != []


def test_a_closed_account_cannot_sign_in(client):
    user = make_user("secretariat", password=PASSWORD, is_active=False)
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_signing_out_asks_and_then_ends_the_session(client):
    client.force_login(make_user("secretariat"))
    assert client.get("/accounts/logout/").status_code == 200
    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client):
    assert client.get("/accounts/signup/").status_code == 404


def test_the_people_page_is_for_those_who_give_accounts_and_takes_the_same_queries(
    client, django_assert_num_queries
):
    client.force_login(make_user("secretariat"))
    client.get("/people/")
    with django_assert_num_queries(5):
        client.get("/people/")
    for _ in range(5):
        make_user("regional_office", make_office("ROAF"), make_office("ROAS"))
    with django_assert_num_queries(5):
        assert b"ROAS" in client.get("/people/").content
