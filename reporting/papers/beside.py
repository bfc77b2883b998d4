"""Work that goes on beside the request that asked for it: one waits for it so long, no longer."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, TypeVar

from django.db import connection

from reporting.papers.turns import StillMaking

Done = TypeVar("Done")

logger = logging.getLogger(__name__)


def in_time(work: Callable[[], Done], seconds: float) -> Done:
    """What the work gives; `StillMaking` where it takes longer, and it goes on by itself.

    Within a transaction it is done in its place: nobody else sees what the transaction did.
    """
    if connection.in_atomic_block:
        return work()
    aside = ThreadPoolExecutor(1)
    done = aside.submit(copy_context().run, connected, work)
    aside.shutdown(wait=False)
    try:
        return done.result(seconds)
    except TimeoutError:
        done.add_done_callback(say_fault)
        raise StillMaking from None


def connected(work: Callable[[], Done]) -> Done:
    """A thread has a connection of its own, and with it the locks that it holds."""
    try:
        return work()
    finally:
        connection.close()


def say_fault(done: Future[Any]) -> None:
    """Nobody waits for it any more, so the log is told what went wrong."""
    fault = done.exception()
    if fault is not None and not isinstance(fault, StillMaking):
        logger.error("A paper was not made: %s", fault, exc_info=fault)
