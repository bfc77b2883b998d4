"""A small round with a submission under review, and people who look at it."""

import pytest
from django.test import Client

from accounts.policy import actor_of
from checklist.actions.submissions import submit
from tests.factories import (
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_team,
    make_user,
    partial_line,
)

TEAMS = ("KEN", "UGA", "RWA")


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def text_of(response):
    return response.content.decode()


@pytest.fixture
def office_user():
    return make_user("regional_office", make_office("ROAF"), full_name="Amina Office")


@pytest.fixture
def round_(office_user):
    for code in TEAMS:
        make_team(code, make_office("ROAF"))
    make_checklist(items=2)
    return make_open_round()


@pytest.fixture
def submission(round_, office_user):
    evidence = make_evidence(make_office("ROAF"))
    lines = [
        partial_line(
            "NGT-01", code, narrative="UN-Habitat takes part.", evidence=[str(evidence.pk)]
        )
        for code in TEAMS
    ]
    return submit(round_, make_office("ROAF"), lines, by=actor_of(office_user)).submission


@pytest.fixture
def secretariat():
    return signed_in(make_user("secretariat", full_name="Sven Secretariat"))


@pytest.fixture
def office(office_user):
    return signed_in(office_user)


@pytest.fixture
def board():
    return signed_in(make_user("board_member"))


@pytest.fixture
def administrator():
    return signed_in(make_user("administrator"))
