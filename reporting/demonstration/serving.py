"""Serve the demonstration by gunicorn, as it would be served in earnest, on this machine alone."""

import socket
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import CommandError
from django.db import connections
from django.utils.module_loading import import_string
from gunicorn.app.base import Application

HOST = "127.0.0.1"
CONFIGURATION = "python:habitat_reform.gunicorn"


def refuse_taken_port(port: int) -> None:
    """Said before anything is prepared."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind((HOST, port))
        except OSError as failure:
            raise CommandError(
                f"Port {port} cannot be used ({failure.strerror}). "
                "If the demonstration runs already, use that one; else choose another with --port."
            ) from failure


class Server(Application):
    """gunicorn without a command line of its own."""

    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__()

    def load_config(self) -> None:
        self.load_config_from_module_name_or_filename(CONFIGURATION)
        configuration: Any = self.cfg
        configuration.set("bind", f"{HOST}:{self.port}")

    def load(self) -> Callable[..., Any]:
        application: Callable[..., Any] = import_string(settings.WSGI_APPLICATION)
        return application


def serve(port: int) -> None:
    """Until SIGINT or SIGTERM; the workers do not inherit a connection to the database."""
    connections.close_all()
    Server(port).run()
