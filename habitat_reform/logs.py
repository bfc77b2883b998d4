"""One JSON object a line, with the request and the person, and nothing that anybody typed."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest

request_at_work: ContextVar[HttpRequest | None] = ContextVar("request_at_work", default=None)

# PostgreSQL quotes the offending row under these heads; rows are what people typed.
QUOTED_ROWS = re.compile(r"^(DETAIL|CONTEXT|LINE \d+|QUERY):.*$", re.MULTILINE)
ACCESS_FIELDS = ("method", "path", "status", "milliseconds", "bytes")


def known_user_id(request: HttpRequest | None) -> int | None:
    """The person, if somebody already asked who it is; asking here would cost queries."""
    user = vars(request).get("user") if request is not None else None
    person = getattr(user, "_wrapped", user)
    return getattr(person, "pk", None)


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        request = request_at_work.get() or getattr(record, "request", None)
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": getattr(request, "request_id", None),
            "user_id": known_user_id(request),
        }
        line |= {name: vars(record)[name] for name in ACCESS_FIELDS if name in vars(record)}
        if record.exc_info:
            trace = self.formatException(record.exc_info)
            line["exception"] = QUOTED_ROWS.sub(r"\1: (withheld)", trace)
        return json.dumps(line, ensure_ascii=False)


def logging_settings(level: str) -> dict[str, Any]:
    """Everything to standard error; two of Django's loggers quote headers or query strings."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "habitat_reform.logs.JsonFormatter"}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "json"},
            "nowhere": {"class": "logging.NullHandler"},
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.server": {"handlers": ["nowhere"], "propagate": False},
            "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
        },
    }
