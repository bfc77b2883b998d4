"""Acts side by side, each in a process of its own, which gives its memory back when it ends."""

import os
import sys
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from typing import Final

TOO_LARGE: Final = 3
"""How a process ends where it met a limit that it could still see."""


def side_by_side(acts: Sequence[Callable[[], None]]) -> None:
    """All acts, the heaviest first, two at a time; MemoryError where one met a limit.

    They are taken from both ends: while the heaviest has its memory, light ones are beside it.
    The processes are copies of this one with its limits: if this one is killed, they end by theirs.
    """
    left = deque(acts)
    takes = {begin(take()): take for take in (left.popleft, left.pop) if left}
    while takes:
        take = takes.pop(await_one())
        if left:
            takes[begin(take())] = take


def begin(act: Callable[[], None]) -> int:
    """The act in a copy of this process; by which number it is awaited."""
    pid = os.fork()
    if pid == 0:
        os._exit(ended_by(act))
    return pid


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


def await_one() -> int:
    """Whichever ends next; a process that was killed had met a limit."""
    pid, status = os.wait()
    code = os.waitstatus_to_exitcode(status)
    if code < 0 or code == TOO_LARGE:
        raise MemoryError
    if code:
        raise RuntimeError(f"a part of the paper ended with {code}")
    return pid
