import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from habitat_reform.embedded.server import EmbeddedServer
from habitat_reform.environment import BASE_DIR

HOLD = """
import sys
from pathlib import Path

import psycopg2

from habitat_reform.embedded.server import EmbeddedServer

server = EmbeddedServer(Path(sys.argv[1]), careless=True)
server.ensure_running()
psycopg2.connect(host=str(server.folder), user="postgres", dbname="postgres").close()
print("joined", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def data():
    """A folder whose path has a space; whatever runs on it is ended afterwards.

    Not pytest's own: each pytest that starts on the machine shuts its folders for other users,
    and as root the server is another user.
    """
    with tempfile.TemporaryDirectory(prefix="habitat reform ") as place:
        folder = Path(place) / "postgres"
        yield folder
        EmbeddedServer(folder).delete()


@pytest.fixture
def server(data):
    found = EmbeddedServer(data, careless=True)
    yield found
    found.leave()


@pytest.fixture
def another_process(data):
    """Call it to start a program that uses the server until its input ends."""
    processes = []

    def start():
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(data)],
            cwd=BASE_DIR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        assert process.stdout.readline() == "joined\n"
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()
