import json
import stat

import pytest

from accounts.models import User
from reporting.demonstration.access import Account, DemonstrationAccess, ReadyToken
from reporting.demonstration.note import fits, read_note, write_note

ADDRESS = "http://127.0.0.1:8000"
ACCESS = DemonstrationAccess(
    accounts=(Account("secretariat", "reviewer@demo.example", "a long password"),),
    tokens=(ReadyToken("regional_office", "ROAF", "hrt_1.a"), ReadyToken("secretariat", None, "b")),
)


def test_scripts_find_the_facts_under_fixed_names(tmp_path):
    write_note(tmp_path / "var" / "demo.json", ADDRESS, ACCESS)

    assert json.loads((tmp_path / "var" / "demo.json").read_text()) == {
        "address": "http://127.0.0.1:8000",
        "accounts": [
            {
                "role": "secretariat",
                "email": "reviewer@demo.example",
                "password": "a long password",
            }
        ],
        "tokens": [
            {"role": "regional_office", "office": "ROAF", "token": "hrt_1.a"},
            {"role": "secretariat", "office": None, "token": "b"},
        ],
    }


def test_passwords_are_for_the_eyes_of_whoever_started_it(tmp_path):
    (tmp_path / "demo.json").write_text("an older one")

    write_note(tmp_path / "demo.json", ADDRESS, ACCESS)

    assert stat.S_IMODE((tmp_path / "demo.json").stat().st_mode) == 0o600
    assert [place.name for place in tmp_path.iterdir()] == ["demo.json"]


def test_what_was_told_once_can_be_told_again(tmp_path):
    write_note(tmp_path / "demo.json", ADDRESS, ACCESS)

    assert read_note(tmp_path / "demo.json") == ACCESS


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"accounts": [{}], "tokens": []}', '{"accounts": 1, "tokens": []}'],
)
def test_a_damaged_note_counts_as_none(tmp_path, content):
    (tmp_path / "demo.json").write_text(content)

    assert read_note(tmp_path / "demo.json") is None


def test_a_missing_note_is_none(tmp_path):
    assert read_note(tmp_path / "demo.json") is None


@pytest.mark.django_db
def test_a_note_fits_the_database_whose_passwords_it_knows():
    assert not fits(ACCESS)

    User.objects.create_user("reviewer@demo.example", "another", role="secretariat")
    assert not fits(ACCESS)

    User.objects.update(email="other@demo.example")
    User.objects.create_user("reviewer@demo.example", "a long password", role="secretariat")
    assert fits(ACCESS)


def test_a_note_of_nobody_fits_nothing():
    assert not fits(DemonstrationAccess((), ()))
