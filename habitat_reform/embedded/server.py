"""The embedded server: started by who needs it first, shared, stopped by who leaves last."""

import atexit
import os
import shlex
import shutil
import time
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import psutil

from habitat_reform.embedded import programs
from habitat_reform.embedded.refusals import CannotStart, InUse
from habitat_reform.embedded.sharing import Share, alone
from habitat_reform.embedded.sockets import (
    PORT,
    answers,
    prepare_socket_folder,
    socket_folder,
    socket_path,
)

OWNER = "postgres"
LAST_WORDS = 8  # lines of its own that say what went wrong
PAUSES = (1, 2)  # after a kill, the old server's children let go of the data within seconds


class EmbeddedServer:
    """One PostgreSQL over one folder of data.

    `careless` gives up safety against a power cut for speed: for tests alone.
    """

    def __init__(self, data: Path, *, careless: bool = False) -> None:
        self.data = data.absolute()
        self.careless = careless
        self.process: int | None = None

    @cached_property
    def share(self) -> Share:
        return Share(self._beside("users"))

    @property
    def folder(self) -> Path:
        return socket_folder(self.data)

    def ensure_running(self) -> None:
        """Join the server, or start it; later calls only look whether it still answers."""
        if self.process is not None and answers(self.folder):
            return
        try:
            self._join()
        except (OSError, CannotStart) as failure:
            self.share.give_back()
            raise CannotStart(self._words(failure)) from failure

    def leave(self) -> None:
        """Give the share back; the last one to leave stops the server.

        A forked child inherits this registration, but not the duty.
        """
        if self.process != os.getpid():
            return
        with alone(self._beside("lock")):
            if self.share.is_the_only_one():
                self._stop()
            self.share.give_back()
        self.process = None

    def delete(self) -> None:
        """Stop the server and delete its data, unless another process works with them."""
        self._beside("lock").parent.mkdir(parents=True, exist_ok=True)
        with alone(self._beside("lock")):
            self.share.take()
            if not self.share.is_the_only_one():
                self.share.give_back()
                raise InUse(f"Another process uses the data in {self.data}. End it first.")
            self._stop()
            self.share.give_back()
            _delete(self.data)
        self.process = None

    def _join(self) -> None:
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with alone(self._beside("lock")):
            self.share.take()
            if not answers(self.folder):
                self._start()
        if self.process is None:
            self.process = os.getpid()
            atexit.register(self.leave)

    def _start(self) -> None:
        programs.prepare(self.data)
        prepare_socket_folder(self.data)
        self._forget_dead_server()
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
        for pause in PAUSES:
            with suppress(CannotStart):
                return self._launch()
            time.sleep(pause)
        return self._launch()

    def _initialise(self) -> None:
        """Byte order for sorting, Unicode for letters: the same on every machine."""
        programs.run(
            "initdb",
            f"--username={OWNER}",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--auth=trust",
            "--no-instructions",
            *(["--no-sync"] if self.careless else []),
            data=self.data,
        )

    def _launch(self) -> None:
        log = self.data / "server.log"
        log.unlink(missing_ok=True)
        try:
            start = ("-w", "-l", str(log), "-o", self._options(), "start")
            programs.run("pg_ctl", *start, data=self.data)
        except CannotStart as failure:
            told = log.read_text(errors="replace") if log.exists() else ""
            raise CannotStart(f"{failure}\n{told}".strip()) from failure

    def _options(self) -> str:
        options = {
            "listen_addresses": "",
            "port": str(PORT),
            "unix_socket_directories": f'"{self.folder}"',
            "max_parallel_workers_per_gather": "0",
        }
        if self.careless:
            options |= dict.fromkeys(("fsync", "full_page_writes", "synchronous_commit"), "off")
        return " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in options.items())

    def _stop(self) -> None:
        """pg_ctl ends whatever process postmaster.pid names, so only a server that answers."""
        if answers(self.folder):
            programs.run("pg_ctl", "-w", "-m", "fast", "stop", data=self.data)
        if self.folder != self.data:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _forget_dead_server(self) -> None:
        """After a kill or a power cut postmaster.pid may name a process that is not ours."""
        note = self.data / "postmaster.pid"
        if note.exists() and not self._is_ours(note.read_text().partition("\n")[0]):
            note.unlink()
            socket_path(self.folder).unlink(missing_ok=True)

    def _is_ours(self, process: str) -> bool:
        try:
            return str(self.data) in psutil.Process(int(process)).cmdline()
        except (ValueError, psutil.Error):
            return False

    def _beside(self, ending: str) -> Path:
        return self.data.with_name(f"{self.data.name}.{ending}")

    def _words(self, failure: Exception) -> str:
        told = "\n".join(str(failure).splitlines()[-LAST_WORDS:])
        return (
            f"The embedded PostgreSQL could not start on {self.data}.\n{told}\n"
            "To use another server, set DATABASE_URL."
        )


def _delete(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as failure:
        raise InUse(f"The data in {folder} could not be deleted: {failure}.") from failure
