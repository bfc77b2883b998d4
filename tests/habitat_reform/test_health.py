import pytest
from django.db import OperationalError, connection


def test_the_process_lives_without_asking_the_database(client):
    response = client.get("/livez")

    assert (response.status_code, response.content) == (200, b"alive\n")


@pytest.mark.django_db
def test_it_is_ready_when_the_database_answers(client):
    response = client.get("/readyz")

    assert (response.status_code, response.content) == (200, b"ready\n")


@pytest.mark.django_db
def test_it_is_not_ready_when_the_database_is_away(client):
    def away(*arguments):
        raise OperationalError("gone")

    with connection.execute_wrapper(away):
        response = client.get("/readyz")

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"


@pytest.mark.parametrize("address", ["/livez", "/readyz"])
def test_the_questions_change_nothing_and_so_cannot_be_posted(client, address):
    assert client.post(address).status_code == 405
