"""Read one workbook under limits: bytes come in, JSON goes out, anything worse ends the process."""

import json
import sys
from typing import Final

from regions.sandbox.limits import limit

MEMORY: Final = 320_000_000
SECONDS: Final = 10
OUTPUT: Final = 64_000_000


def main() -> None:
    """The values of a workbook, or the code of a refusal."""
    limit(memory=MEMORY, seconds=SECONDS, output=OUTPUT)
    from regions.sandbox.unfit import Unfit  # noqa: PLC0415 - nothing is loaded without limits
    from regions.sandbox.values import read  # noqa: PLC0415

    try:
        answer = read(sys.stdin.buffer.read())
    except Unfit as refusal:
        answer = {"refused": refusal.code}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
