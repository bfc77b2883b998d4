import pytest

from tests.factories import make_checklist, make_office, make_open_round, make_team

TEAMS = ("KEN", "TZA", "UGA")


@pytest.fixture
def office():
    return make_office("ROAF")


@pytest.fixture
def round_(office):
    for code in TEAMS:
        make_team(code, office)
    make_checklist(items=3)
    return make_open_round()
