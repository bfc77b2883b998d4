"""One command from a fresh clone to a site that can be tried."""

import signal
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone

from reporting.demonstration import preparing, serving
from reporting.demonstration.access import DemonstrationAccess
from reporting.demonstration.filling import fill
from reporting.demonstration.note import fits, read_note, write_note
from reporting.demonstration.renewal import renew_access


def port_number(text: str) -> int:
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise ArgumentTypeError("a port is a number from 1 to 65535")
    return int(text)


class Command(BaseCommand):
    help = "Prepare the demonstration, print its sign-ins and tokens, and serve it."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reset", action="store_true", help="start over; the data are lost")
        parser.add_argument("--port", type=port_number, default=8000, help="8000 if left out")
        parser.add_argument("--no-serve", action="store_true", help="prepare and end")

    def handle(self, *, reset: bool, port: int, no_serve: bool, **options: Any) -> None:
        self.began = time.monotonic()
        end_in_good_order()
        if not no_serve:
            serving.refuse_taken_port(port)
        address = f"http://{serving.HOST}:{port}"
        access = self.prepare(reset)
        write_note(note_place(), address, access)
        self.tell(address, access)
        if not no_serve:
            serving.serve(port)

    def prepare(self, reset: bool) -> DemonstrationAccess:
        if reset:
            self.say("Delete what was there")
            preparing.start_over()
        self.say("Start PostgreSQL")
        connection.ensure_connection()
        preparing.refuse_what_is_not_ours()
        self.unless(preparing.is_migrated, "Make the tables", preparing.migrate)
        self.unless(
            preparing.are_static_files_collected,
            "Collect style and script",
            preparing.collect_static_files,
        )
        return self.access()

    def access(self) -> DemonstrationAccess:
        if not preparing.is_filled():
            return fill(self.say)
        known = read_note(note_place())
        if known and fits(known):
            return known
        self.say("Make new passwords and tokens")
        return renew_access(timezone.now())

    def unless(self, is_done: Callable[[], bool], words: str, step: Callable[[], None]) -> None:
        if not is_done():
            self.say(words)
            step()

    def say(self, words: str) -> None:
        seconds = time.monotonic() - self.began
        self.stdout.write(f"{seconds:5.1f} s  {words}")
        self.stdout.flush()

    def tell(self, address: str, access: DemonstrationAccess) -> None:
        self.say("Ready")
        self.stdout.write(f"\n{address}/\n")
        for account in access.accounts:
            self.stdout.write(f"  {account.role:16}  {account.email:32}  {account.password}")
        token = next(token for token in access.tokens if token.office)
        self.stdout.write(f"\nA token of {token.office}, ready to use:\n")
        self.stdout.write(
            f'  curl -sS -H "Authorization: Bearer {token.token}" {address}/api/v1/whoami/'
        )
        self.stdout.write(f"\nAll of this stands in {note_place()}. Ctrl+C ends it.")
        self.stdout.flush()


def note_place() -> Path:
    return settings.VAR_DIR / "demo.json"


def end_in_good_order() -> None:
    """Until gunicorn takes over, a signal ends the program by way of its exits.

    There the embedded server is stopped.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: sys.exit(0))
