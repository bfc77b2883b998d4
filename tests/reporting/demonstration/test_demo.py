"""The first command of the README, as somebody with a fresh clone would give it."""

import http.cookiejar
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from habitat_reform.embedded.server import EmbeddedServer
from habitat_reform.environment import BASE_DIR

ROLES = {"administrator", "secretariat", "regional_office", "board_member"}
PATIENCE = 300
COUNT_ANSWERS = "from checklist.models import Answer; print(Answer.objects.count())"


def free_port():
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


class Demonstration:
    """One folder of data; started and ended as a person does it."""

    def __init__(self, var):
        self.var = var
        self.log = var / "demo.log"

    def manage(self, *arguments, **options):
        environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(self.var)}
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(command, cwd=BASE_DIR, env=environment, text=True, **options)

    def run(self, *arguments):
        process = self.manage(*arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said, complained = process.communicate(timeout=PATIENCE)
        return process.returncode, said, complained

    def start(self):
        self.port = free_port()
        with self.log.open("w") as log:
            self.process = self.manage("demo", "--port", str(self.port), stdout=log, stderr=log)
        limit = time.monotonic() + PATIENCE
        while not self.is_served():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < limit, self.log.read_text()
            time.sleep(0.1)

    def is_served(self):
        with suppress(urllib.error.URLError):
            return urllib.request.urlopen(f"{self.address}/livez").status == 200
        return False

    def end(self, number):
        self.process.send_signal(number)
        return self.process.wait(timeout=60)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def note(self):
        return json.loads((self.var / "demo.json").read_text())

    def ask_as(self, account):
        """Type e-mail and password into the form, then ask the site who one is."""
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        browser = urllib.request.build_opener(jar)
        form = browser.open(f"{self.address}/accounts/login/").read().decode()
        hidden = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
        typed = {"login": account["email"], "password": account["password"]}
        body = urllib.parse.urlencode(typed | {"csrfmiddlewaretoken": hidden}).encode()
        browser.open(f"{self.address}/accounts/login/", body)
        return json.load(browser.open(f"{self.address}/api/v1/whoami/"))


@pytest.fixture(scope="module")
def demo():
    """Filled once; not in pytest's own folder, which is shut for the server's system user."""
    with tempfile.TemporaryDirectory(prefix="habitat reform ") as folder:
        demonstration = Demonstration(Path(folder))
        demonstration.start()
        yield demonstration
        demonstration.process.kill()
        demonstration.process.wait()
        EmbeddedServer(demonstration.var / "postgres").delete()


def test_each_role_signs_in_with_e_mail_and_password_alone(demo):
    accounts = {account["role"]: account for account in demo.note["accounts"]}

    assert demo.note["address"] == demo.address
    assert set(accounts) == ROLES
    assert {role: demo.ask_as(account)["role"] for role, account in accounts.items()} == {
        role: role for role in ROLES
    }


def test_scripts_find_the_tokens_they_need(demo):
    tokens = {(token["role"], token["office"]) for token in demo.note["tokens"]}

    assert tokens >= {
        ("regional_office", "ROAF"),
        ("regional_office", "ROAS"),
        ("secretariat", None),
        ("board_member", None),
    }


def test_the_printed_curl_line_works_when_pasted(demo):
    (line,) = re.findall(r"curl .*", demo.log.read_text())
    curl, silent, header, value, address = shlex.split(line)
    assert (curl, silent, header) == ("curl", "-sS", "-H")

    request = urllib.request.Request(address, headers=dict([value.split(": ", 1)]))

    assert json.load(urllib.request.urlopen(request))["offices"] == ["ROAF"]


def test_pages_and_files_come_compressed_and_named_by_their_content(demo):
    accepted = {"Accept-Encoding": "gzip, br"}
    login = urllib.request.Request(f"{demo.address}/accounts/login/", headers=accepted)
    page = urllib.request.urlopen(login)
    plain = urllib.request.urlopen(f"{demo.address}/accounts/login/").read().decode()
    style = re.search(r'href="(/static/css/habitat\.[0-9a-f]{12}\.css)"', plain)[1]
    sheet = urllib.request.urlopen(urllib.request.Request(demo.address + style, headers=accepted))

    assert page.headers["Content-Encoding"] == "gzip"
    assert sheet.headers["Content-Encoding"] == "br"
    assert "immutable" in sheet.headers["Cache-Control"]


def test_a_second_one_on_the_same_port_is_refused_in_words(demo):
    status, _, complaint = demo.run("demo", "--port", str(demo.port))

    assert status == 1
    assert complaint.startswith(f"CommandError: Port {demo.port} cannot be used")


def test_another_command_works_beside_it_on_the_same_data(demo):
    status, said, complaint = demo.run("shell", "--verbosity", "0", "--command", COUNT_ANSWERS)

    assert (status, complaint) == (0, "")
    assert int(said) > 10_000
    assert demo.is_served()


def test_it_ends_in_good_order_and_keeps_everything_for_the_next_time(demo):
    before = demo.note

    assert demo.end(signal.SIGTERM) == 0
    assert not (demo.var / "postgres" / "postmaster.pid").exists()
    demo.start()

    assert "Reference data" not in demo.log.read_text()
    assert {**before, "address": demo.address} == demo.note
    assert demo.ask_as(before["accounts"][0])["role"] == before["accounts"][0]["role"]
    assert demo.end(signal.SIGINT) == 0
    assert not (demo.var / "postgres" / "postmaster.pid").exists()


def test_lost_sign_ins_are_replaced_and_the_old_ones_end(demo):
    lost = demo.note
    (demo.var / "demo.json").unlink()

    status, said, _ = demo.run("demo", "--no-serve", "--port", str(demo.port))

    assert (status, "Make new passwords and tokens" in said) == (0, True)
    new, old = demo.note["accounts"][0], lost["accounts"][0]
    assert (new["email"], new["role"]) == (old["email"], old["role"])
    assert new["password"] != old["password"]
    assert not {token["token"] for token in lost["tokens"]} & {
        token["token"] for token in demo.note["tokens"]
    }
