import gc
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured

from habitat_reform import gunicorn


def listening_on(*addresses):
    return SimpleNamespace(cfg=SimpleNamespace(address=list(addresses)))


def test_an_address_of_the_command_line_is_looked_at_too():
    gunicorn.on_starting(listening_on(("127.0.0.1", 8000), ("::1", 8000)))

    with pytest.raises(ImproperlyConfigured, match="PLAIN_HTTP=1 is for"):
        gunicorn.on_starting(listening_on(("0.0.0.0", 8000)))


def test_over_https_any_address_will_do(monkeypatch):
    monkeypatch.setenv("PLAIN_HTTP", "0")

    gunicorn.on_starting(listening_on(("0.0.0.0", 8000)))


def test_what_lives_for_ever_is_not_counted_again():
    gunicorn.when_ready(None)
    frozen = gc.get_freeze_count()
    gc.unfreeze()

    assert frozen > 10_000
