"""The secret key: given from outside in production, made once under var/ on one's own machine."""

import os
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

SHORTEST = 50  # as Django itself checks before a deployment


def checked_secret_key(key: str) -> str:
    """Sessions can be forged with a guessable key, so the program does not start on one."""
    if not key:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing: set it to at least 50 random characters "
            "(on one's own machine `manage.py demo` makes one)."
        )
    if len(key) < SHORTEST or len(set(key)) < 8 or key.startswith("django-insecure-"):
        raise ImproperlyConfigured("SECRET_KEY is guessable: use at least 50 random characters.")
    return key


def local_secret_key(folder: Path) -> str:
    """The key of this folder's installation, readable by its owner alone."""
    place = folder / "secret-key"
    folder.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        _write_once(place, get_random_secret_key())
    return place.read_text().strip()


def _write_once(place: Path, key: str) -> None:
    """Whole or not at all, and never twice: two commands may start together."""
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
        file.write(key)
    with suppress(FileExistsError):
        os.link(draft, place)
    draft.unlink()


def adopt_local_defaults(arguments: list[str], folder: Path) -> None:
    """What `manage.py` adds to the environment before the settings are read.

    Only for the embedded server, and for `demo` on any server: there, nothing but this machine
    is served. A server process in production gets nothing from here.
    """
    if os.environ.get("DATABASE_URL") and arguments[1:2] != ["demo"]:
        return
    os.environ.setdefault("PLAIN_HTTP", "1")
    if arguments[1:2] == ["demo"] and (port := demo_port(arguments)).isdecimal():
        os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{port}")
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = local_secret_key(folder)


def demo_port(arguments: list[str]) -> str:
    """Links in papers and letters lead to the port on which the demonstration is served."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--port", nargs="?", default="8000", const="")
    port: str = parser.parse_known_args(arguments[2:])[0].port
    return port
