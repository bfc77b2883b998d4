import pytest
from django.test import Client

from tests.factories import make_office, make_user
from tests.programmes.intake.world import set_up


def signed_in(role, *offices, **fields):
    client = Client()
    client.force_login(make_user(role, *offices, **fields))
    return client


@pytest.fixture
def world():
    set_up()


@pytest.fixture
def secretariat(world):
    return signed_in("secretariat", full_name="Sven Secretariat")


@pytest.fixture
def office(world):
    return signed_in("regional_office", make_office("ROAF"), full_name="Amina Office")


@pytest.fixture
def other_office(world):
    return signed_in("regional_office", make_office("ROAS"))
