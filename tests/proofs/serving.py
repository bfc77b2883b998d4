"""A server as it runs in earnest: gunicorn with workers of its own, over the tests' database."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from django.db import connection

from habitat_reform.client import Line, Progress, server_at
from habitat_reform.environment import BASE_DIR

PATIENCE = 120
COMMAND = ["-m", "gunicorn", "--config", "python:habitat_reform.gunicorn", "habitat_reform.wsgi"]


def free_port():
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


def database_address():
    """Of the database that this test writes to."""
    known = connection.settings_dict
    place = urlencode({"host": known["HOST"], "port": known["PORT"]})
    return f"postgresql://{known['USER']}:{known['PASSWORD']}@/{known['NAME']}?{place}"


@dataclass
class Gunicorn:
    """Started, ended or killed; each time on the same port."""

    var: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen | None = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *failure):
        self.end(signal.SIGTERM)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self):
        return {
            "PATH": os.environ["PATH"],
            "DATABASE_URL": database_address(),
            "VAR_DIR": str(self.var),
            "SECRET_KEY": secrets.token_urlsafe(64),
            "PLAIN_HTTP": "1",
            "BIND": f"127.0.0.1:{self.port}",
            "LOG_LEVEL": "ERROR",
            "API_CALLS_A_MINUTE": "1000000",
        }

    def start(self):
        """A process group of its own, so that a kill takes the workers with it."""
        self.process = subprocess.Popen(
            [sys.executable, *COMMAND],
            cwd=BASE_DIR,
            env=self.environment,
            start_new_session=True,
            stderr=(self.var / "gunicorn.log").open("a"),
        )
        limit = time.monotonic() + PATIENCE
        while not self.answers():
            assert self.process.poll() is None, (self.var / "gunicorn.log").read_text()
            assert time.monotonic() < limit, "gunicorn did not start"
            time.sleep(0.05)

    def answers(self):
        with (
            suppress(OSError),
            urllib.request.urlopen(f"{self.address}/livez", timeout=5) as reply,
        ):
            return reply.status == 200

    def end(self, how):
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, how)
            self.process.wait(PATIENCE)

    def kill(self):
        """As the kernel does it when memory runs out: nobody says good-bye."""
        self.end(signal.SIGKILL)

    def line(self, token, patience):
        """A caller; without patience a break is final."""
        return Line(server_at(self.address), token, "en", 60.0, patience, Progress(quiet=True))
