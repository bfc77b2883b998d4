"""Acts side by side, each in a process of its own, which gives its memory back when it ends."""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Final

TOO_LARGE: Final = 3
"""How a process ends where it met a limit that it could still see."""

AT_ONCE: Final = 2


def side_by_side(acts: Sequence[Callable[[], None]]) -> None:
    """All acts, two at a time; MemoryError where one met a limit.

    The processes are copies of this one with its limits: if this one is killed, they end by theirs.
    """
    running = 0
    for act in acts:
        if running == AT_ONCE:
            await_one()
            running -= 1
        begin(act)
        running += 1
    for _each in range(running):
        await_one()


def begin(act: Callable[[], None]) -> None:
    """The act in a copy of this process."""
    if os.fork() == 0:
        os._exit(ended_by(act))


def ended_by(act: Callable[[], None]) -> int:
    """How the process ends; what went wrong stands with what the printing process says."""
    try:
        act()
    except (MemoryError, OSError):
        return TOO_LARGE
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        return 1
    return 0


def await_one() -> None:
    """Whichever ends next; a process that was killed had met a limit."""
    _pid, status = os.wait()
    code = os.waitstatus_to_exitcode(status)
    if code < 0 or code == TOO_LARGE:
        raise MemoryError
    if code:
        raise RuntimeError(f"a part of the paper ended with {code}")
