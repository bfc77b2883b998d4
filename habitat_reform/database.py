"""Where the data live: the server named by DATABASE_URL, or an embedded PostgreSQL under var/."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from habitat_reform.embedded.server import OWNER
from habitat_reform.embedded.sockets import PORT, socket_folder

SCHEMES = ("postgres", "postgresql")
LIMITS = {
    "statement_timeout": "15s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "30s",
}
# A migration may rewrite a table for longer than any page may take.
OWNER_LIMITS = LIMITS | {"statement_timeout": "0", "idle_in_transaction_session_timeout": "0"}


def chosen_url(arguments: Sequence[str], url: str, owner_url: str) -> str:
    """Tables are changed by their owner: `migrate` uses DATABASE_OWNER_URL where it is given."""
    return owner_url if owner_url and is_migration(arguments) else url


def is_migration(arguments: Sequence[str]) -> bool:
    return list(arguments[1:2]) == ["migrate"]


def database_settings(
    url: str, data: Path, *, migrating: bool = False, careless: bool = False
) -> dict[str, Any]:
    """Django's settings for the server at `url`, or for the embedded one over `data`."""
    shared = {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }
    limits = OWNER_LIMITS if migrating else LIMITS
    if not url:
        return {**_embedded(data, careless), **shared, "OPTIONS": {"options": _options(limits)}}
    named, extra = _named(url)
    return {**named, **shared, "OPTIONS": {**extra, "options": _options(limits)}}


def _embedded(data: Path, careless: bool) -> dict[str, Any]:
    return {
        "ENGINE": "habitat_reform.embedded",
        "NAME": "postgres",
        "USER": OWNER,
        "HOST": str(socket_folder(data.absolute())),
        "PORT": str(PORT),
        "EMBEDDED_DATA": str(data),
        "EMBEDDED_CARELESS": careless,
    }


def _named(url: str) -> tuple[dict[str, Any], dict[str, str]]:
    """The parts of a connection address; what stands behind `?` is for libpq, as `sslmode`."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as fault:
        raise ImproperlyConfigured(f"DATABASE_URL is not an address: {fault}.") from fault
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in SCHEMES or not name:
        raise ImproperlyConfigured("DATABASE_URL wants postgresql://user:password@host:port/name.")
    extra = dict(parse_qsl(parts.query))
    named = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": extra.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(port or extra.pop("port", "")),
    }
    return named, extra


def _options(limits: dict[str, str]) -> str:
    return " ".join(f"-c {name}={value}" for name, value in limits.items())
