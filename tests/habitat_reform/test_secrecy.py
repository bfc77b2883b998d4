import os
import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from habitat_reform.secrecy import adopt_local_defaults, checked_secret_key, local_secret_key

GOOD = "k7!pQ2#vX9$mL4%nB8&wE3*zR6(tY1)uI5" + "-and-as-long-as-it-should-be"


@pytest.fixture
def environment(monkeypatch):
    for name in ("SECRET_KEY", "DATABASE_URL", "PLAIN_HTTP", "SITE_URL"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    return monkeypatch


def test_a_random_key_is_taken():
    assert checked_secret_key(GOOD) == GOOD


@pytest.mark.parametrize("key", ["short", "a" * 64, "django-insecure-" + GOOD])
def test_a_key_that_can_be_guessed_is_refused(key):
    with pytest.raises(ImproperlyConfigured, match="guessable"):
        checked_secret_key(key)


def test_a_missing_key_is_refused():
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is missing"):
        checked_secret_key("")


def test_the_key_of_ones_own_machine_is_made_once_and_kept_from_others(tmp_path):
    folder = tmp_path / "var"

    made = local_secret_key(folder)

    assert checked_secret_key(made) == made
    assert local_secret_key(folder) == made
    assert stat.S_IMODE((folder / "secret-key").stat().st_mode) == 0o600
    assert [place.name for place in folder.iterdir()] == ["secret-key"]


def test_the_commands_on_ones_own_machine_need_no_settings(tmp_path, environment):
    adopt_local_defaults(["manage.py", "shell"], tmp_path)

    assert os.environ["SECRET_KEY"] == local_secret_key(tmp_path)
    assert os.environ["PLAIN_HTTP"] == "1"


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        (["demo"], "http://127.0.0.1:8000"),
        (["demo", "--reset", "--port", "8123"], "http://127.0.0.1:8123"),
        (["demo", "--port=8123"], "http://127.0.0.1:8123"),
        (["demo", "--port", "many"], None),
        (["migrate"], None),
    ],
)
def test_links_of_the_demonstration_lead_to_where_it_is_served(
    tmp_path, environment, arguments, address
):
    adopt_local_defaults(["manage.py", *arguments], tmp_path)

    assert os.environ.get("SITE_URL") == address


def test_what_is_set_already_stays(tmp_path, environment):
    environment.setenv("SECRET_KEY", GOOD)

    adopt_local_defaults(["manage.py", "demo"], tmp_path)

    assert os.environ["SECRET_KEY"] == GOOD
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("command", "is_local"), [("migrate", False), ("demo", True)])
def test_on_a_real_server_only_the_demonstration_makes_a_key(
    tmp_path, environment, command, is_local
):
    environment.setenv("DATABASE_URL", "postgresql://db.example/habitat")

    adopt_local_defaults(["manage.py", command], tmp_path)

    assert ("SECRET_KEY" in os.environ) is is_local
