"""Who uses the embedded server, told by file locks: the kernel frees what a dead process held."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """One process at a time starts or stops the server."""
    with path.open("a") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        yield


class Share:
    """Held by each process that uses the server; whoever gives back the last one stops it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file: IO[str] | None = None

    def take(self) -> None:
        if self.file is None:
            self.file = self.path.open("a")
        fcntl.flock(self.file, fcntl.LOCK_SH)

    def is_the_only_one(self) -> bool:
        """Turn the share into an exclusive one; without success it is lost: take it again."""
        if self.file is None:
            return False
        with suppress(BlockingIOError):
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    def give_back(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None
