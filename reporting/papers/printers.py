"""Print a document: in a process of its own, which ends when it takes too much."""

import json
import logging
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Final

from django.utils.translation import gettext as _

from accounts.acting import refuse_blocked
from accounts.refusals import Blocker
from reporting.papers import fonts
from reporting.papers.blocks import Document, all_runs
from reporting.papers.kinds import PDF
from reporting.papers.printing.processes import TOO_LARGE

logger = logging.getLogger(__name__)

TOP: Final = Path(__file__).resolve().parents[2]
COMMAND: Final = (sys.executable, "-E", "-s", "-m", "reporting.papers.printing")
SECONDS: Final = 30
"""By the clock; the process limits its own time of work to less."""

LARGEST: Final = 24_000_000
"""Bytes of a document: five times the whole checklist with a text in every answer."""

ENVIRONMENT: Final = {"RAYON_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
"""One thread in each process: less memory, and as much on a larger machine."""


class NotPrinted(Exception):
    """A paper was not printed. `code` says why, the words what to do about it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def print_document(document: Document, form: str) -> bytes:
    """The bytes of a paper; `form` is `pdf` or `docx`. The same document is the same bytes."""
    if form == PDF:
        refuse_missing_fonts(document)
    record = json.dumps(document.as_record(), ensure_ascii=False).encode(errors="surrogatepass")
    if len(record) > LARGEST:
        raise too_large()
    return printed(record, form)


def refuse_missing_fonts(document: Document) -> None:
    """A PDF without the letters of its languages is not printed; Word takes those of its reader."""
    languages = {run.lang for run in all_runs(document) if run.lang}
    if packages := fonts.missing(document.language, *sorted(languages)):
        words = _("Papers cannot be printed here. The server needs these packages: %(packages)s.")
        refuse_blocked([Blocker("fonts_missing", words % {"packages": ", ".join(packages)})])


def printed(record: bytes, form: str) -> bytes:
    """What the printing process says; one that died of its limits has said nothing."""
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as told,
        tempfile.TemporaryFile() as fault,
    ):
        given.write(record)
        given.seek(0)
        try:
            subprocess.run(
                (*COMMAND, form), stdin=given, stdout=told, stderr=fault, cwd=TOP,
                env={**ENVIRONMENT, "TMPDIR": folder}, timeout=SECONDS, check=True,
            )  # fmt: skip
        except subprocess.TimeoutExpired as late:
            raise too_large() from late
        except subprocess.CalledProcessError as ended:
            raise refusal(ended, fault) from ended
        told.seek(0)
        return told.read()


def refusal(ended: subprocess.CalledProcessError, fault: IO[bytes]) -> NotPrinted:
    """A process that met a limit, or was ended by one, had too large a paper."""
    if ended.returncode < 0 or ended.returncode == TOO_LARGE:
        return too_large()
    fault.seek(0)
    logger.error("A paper was not printed: %s", fault.read(8_000).decode(errors="replace"))
    return NotPrinted(
        "paper_not_printed", _("This paper could not be printed. The reason is in the server log.")
    )


def too_large() -> NotPrinted:
    """More than is printed at once."""
    return NotPrinted(
        "paper_too_large", _("This paper is too large to be printed as one document.")
    )
