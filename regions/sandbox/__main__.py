"""Read one workbook under limits: bytes come in, JSON goes out, anything worse ends the process."""

import json
import resource
import sys
from typing import Final

MEMORY: Final = 320_000_000
SECONDS: Final = 10
OUTPUT: Final = 64_000_000


def limit() -> None:
    """No more memory, time or output than an honest workbook needs; no dump of its content."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main() -> None:
    """The values of a workbook, or the code of a refusal."""
    limit()
    from regions.sandbox.unfit import Unfit  # noqa: PLC0415 - nothing is loaded without limits
    from regions.sandbox.values import read  # noqa: PLC0415

    try:
        answer = read(sys.stdin.buffer.read())
    except Unfit as refusal:
        answer = {"refused": refusal.code}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
