"""Where the server listens: a socket in a folder that only its owner enters, never the network."""

import hashlib
import os
import socket
import stat
from pathlib import Path

from habitat_reform.embedded.refusals import CannotStart

PORT = 5432
LONGEST_ADDRESS = 107  # bytes the kernel keeps of a socket's path


def socket_folder(data: Path) -> Path:
    """The data folder itself, or a folder with a short name when that path would not do.

    libpq takes a comma in a host for a list of hosts, hence the short name for that too.
    """
    address = os.fsencode(socket_path(data))
    if len(address) <= LONGEST_ADDRESS and not set(b',"') & set(address):
        return data
    return Path("/tmp") / f"habitat-reform-{hashlib.sha256(bytes(data)).hexdigest()[:16]}"  # noqa: S108


def socket_path(folder: Path) -> Path:
    return folder / f".s.PGSQL.{PORT}"


def prepare_socket_folder(data: Path) -> None:
    """Make the short-named folder; what somebody else laid there before is not used."""
    folder = socket_folder(data)
    if folder == data:
        return
    owner = data.stat()
    if not folder.exists():
        folder.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(folder, owner.st_uid, owner.st_gid)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner.st_uid or found.st_mode & 0o077:
        raise CannotStart(f"{folder} is not a private folder of the owner of the data. Remove it.")


def answers(folder: Path) -> bool:
    """Somebody accepts connections on the socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(1)
        try:
            line.connect(str(socket_path(folder)))
        except OSError:
            return False
    return True
