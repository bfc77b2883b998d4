"""Print one paper under limits: JSON comes in, bytes go out, anything worse ends the process."""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from regions.sandbox.limits import limit
from reporting.papers.printing.inert import inert
from reporting.papers.printing.processes import TOO_LARGE
from reporting.papers.printing.shortening import fitted

MEMORY: Final = 1_600_000_000
"""Of addresses, not of memory in use: the large fonts of Chinese count with their whole size."""

SECONDS: Final = 20
OUTPUT: Final = 64_000_000
PRINTERS: Final = {
    "pdf": ("reporting.papers.printing.pdf", "to_pdf"),
    "docx": ("reporting.papers.printing.word", "to_word"),
}


def printer(form: str) -> Callable[[dict[str, Any]], bytes]:
    """What prints a form; only its own libraries are loaded."""
    module, name = PRINTERS[form]
    act: Callable[[dict[str, Any]], bytes] = getattr(import_module(module), name)
    return act


def main() -> int:
    """The bytes of the paper; a fault ends the process and leaves its words behind."""
    limit(memory=MEMORY, seconds=SECONDS, output=OUTPUT)
    print_as = printer(sys.argv[1])
    try:
        sys.stdout.buffer.write(fitted(print_as, inert(json.load(sys.stdin.buffer))))
        sys.stdout.buffer.flush()
    except (MemoryError, OSError):
        return TOO_LARGE
    return 0


if __name__ == "__main__":
    sys.exit(main())
