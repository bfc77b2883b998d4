"""Django's PostgreSQL, with a server that is started at the first connection and not before.

So a command that needs no database pays for none.
"""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql.client import DatabaseClient

from habitat_reform.embedded.server import EmbeddedServer

SERVERS: dict[Path, EmbeddedServer] = {}


def server_of(settings: dict[str, Any]) -> EmbeddedServer:
    """One server object per folder and process, whatever number of threads connect."""
    data = Path(settings["EMBEDDED_DATA"])
    return SERVERS.setdefault(data, EmbeddedServer(data, careless=settings["EMBEDDED_CARELESS"]))


class Client(DatabaseClient):
    """`manage.py dbshell` finds the server running too."""

    def runshell(self, parameters: Iterable[str]) -> None:
        server_of(self.connection.settings_dict).ensure_running()
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = Client

    @cached_property
    def server(self) -> EmbeddedServer:
        return server_of(self.settings_dict)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self.server.ensure_running()
        return super().get_new_connection(conn_params)
