"""How gunicorn serves: `gunicorn --config python:habitat_reform.gunicorn habitat_reform.wsgi`."""

import gc
from typing import Any

from django.urls import get_resolver

from habitat_reform.environment import flag, number, text
from habitat_reform.logs import logging_settings
from habitat_reform.loopback import check_plain_http

bind = text("BIND", "127.0.0.1:8000")
workers = number("WORKERS", 2)
worker_class = "gthread"
threads = 4
preload_app = True
timeout = 60
graceful_timeout = 20
control_socket_disable = True
# A worker that has served for long is replaced, each at another time.
max_requests = 10_000
max_requests_jitter = 1_000

_logging = logging_settings(text("LOG_LEVEL", "INFO").upper())
_own = {"gunicorn.error": {"handlers": ["stderr"], "propagate": False}}
logconfig_dict = {**_logging, "loggers": {**_logging["loggers"], **_own}}


def on_starting(server: Any) -> None:
    """An address given on the command line is looked at too."""
    if flag("PLAIN_HTTP"):
        for address in server.cfg.address:
            check_plain_http([], ":".join(map(str, address)))


def when_ready(server: Any) -> None:
    """All views are read once, before the workers part; what lives for ever is not counted again.

    Without this the collector walks through the whole program in the middle of a request.
    """
    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()
