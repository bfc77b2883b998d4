#!/usr/bin/env python3
# /// script
# requires-python = ">=3.9"
# dependencies = []
# ///
"""Submit a status from a file, and see what became of it: `habitat-reform --help`.

One file that needs nothing but Python 3.9 or later, so that an office can copy it to any
machine. docs/client.md tells how it is used. It ends with

  0  done
  1  refused: the server cannot take the content
  2  the command itself is wrong
  3  not signed in, not permitted, or nothing there that one may see
  4  conflict: somebody was faster, or the round or submission is in another state
  5  the line broke or the server is away
  6  a limit: too large, too many lines, too many calls
  130  interrupted
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import hashlib
import http.client
import ipaddress
import json
import os
import re
import secrets
import ssl
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any, Callable
from urllib.parse import quote, unquote, urlencode, urlsplit

LANGUAGES = ("ar", "zh-hans", "en", "fr", "ru", "es")
TABLES = {
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
}
TYPES = {".json": "application/json", **TABLES}
LARGEST = 10_000_000
BLOCK = 65_536
KEY_LASTS = 24 * 60 * 60
LONGEST_PAUSE = 30.0
Values = Mapping[str, Any]


class Exit(IntEnum):
    """What a script that calls this one can tell apart."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    NOT_PERMITTED = 3
    CONFLICT = 4
    LINE_BROKEN = 5
    LIMIT = 6
    INTERRUPTED = 130


EXITS = {
    401: Exit.NOT_PERMITTED,
    403: Exit.NOT_PERMITTED,
    404: Exit.NOT_PERMITTED,
    409: Exit.CONFLICT,
    412: Exit.CONFLICT,
    413: Exit.LIMIT,
    428: Exit.CONFLICT,
    429: Exit.LIMIT,
}


class Ended(Exception):
    """The command cannot go on: words for a person, the status and the reply for a script."""

    def __init__(self, status: Exit, words: str, reply: bytes = b"") -> None:
        super().__init__(words)
        self.status = status
        self.reply = reply


class GaveUp(Ended):
    """No reply came in all the time there was: what became of the request is not known."""


class Lost(Exception):
    """No reply came; the same request may be sent again."""


# Where the server is.


@dataclass(frozen=True)
class Server:
    """The address of an installation, as far as its API."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """The address without its path; an IPv6 address stands in brackets."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def server_at(text: str) -> Server:
    """The server of an address; plain http only where nobody can listen in."""
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as fault:
        raise Ended(Exit.USAGE, f"--server is not an address: {fault}.") from fault
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.query:
        words = "--server wants an address such as https://reform.example.org."
        raise Ended(Exit.USAGE, words)
    if parts.scheme == "http" and not is_loopback(host):
        raise Ended(Exit.USAGE, f"A token goes to {host} by https only.")
    path = re.sub(r"/+(api/v1)?/*$", "", parts.path)
    return Server(parts.scheme, host, port or {"http": 80, "https": 443}[parts.scheme], path)


def is_loopback(host: str) -> bool:
    """This machine itself."""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


# One request and its reply.


@dataclass(frozen=True)
class Request:
    """What is asked of the API."""

    method: str
    path: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def values(self) -> Values:
        """The JSON object of the reply; empty for anything else."""
        try:
            value = json.loads(self.body)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    @property
    def media_type(self) -> str:
        """What kind of thing it is, without its parameters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def is_for_later(self) -> bool:
        """The same request may be taken in a moment."""
        at_work = self.values.get("code") == "idempotency_key_in_use"
        return self.status in (429, 502, 503, 504) or (self.status == 409 and at_work)

    @property
    def wait(self) -> float:
        """Seconds the server asks to wait, as far as it does."""
        asked = self.headers.get("Retry-After", "")
        return float(asked) if asked.isascii() and asked.isdigit() else 0.0


class Progress:
    """What a person at a terminal sees meanwhile; nothing where nobody looks."""

    def __init__(self, *, quiet: bool) -> None:
        self.shown = sys.stderr.isatty() and not quiet

    def say(self, words: str) -> None:
        """One line, in the place of the last one."""
        if self.shown:
            print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)

    def sent(self, done: int, total: int) -> None:
        """How far a body has gone; then it is the server's turn."""
        if total > BLOCK and done < total:
            self.say(f"Sending: {done:,} of {total:,} bytes")
        elif total:
            self.say(f"Sent {total:,} bytes, waiting for the reply")

    def clear(self) -> None:
        """Make room for what is said at the end."""
        if self.shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


@dataclass
class Line:
    """The line of one caller to one server; it has patience."""

    server: Server
    token: str
    language: str
    timeout: float
    patience: float
    progress: Progress

    def ask(self, request: Request) -> Reply:
        """The reply; while the server is busy or the line breaks, the same is asked again."""
        ends = time.monotonic() + self.patience
        for pause in pauses():
            outcome = self.attempt(request)
            if isinstance(outcome, Reply) and not outcome.is_for_later:
                return outcome
            wait = max(pause, outcome.wait if isinstance(outcome, Reply) else 0.0)
            if time.monotonic() + wait > ends:
                break
            self.progress.say(f"{reason_of(outcome)} Trying again in {wait:.0f} s")
            time.sleep(wait)
        if isinstance(outcome, Lost):
            words = f"{outcome} Gave up after {self.patience:.0f} s."
            raise GaveUp(Exit.LINE_BROKEN, words)
        return outcome

    def attempt(self, request: Request) -> Reply | Lost:
        """One exchange; what cannot become better is not tried again."""
        try:
            return self.exchange(request)
        except ssl.SSLCertVerificationError as fault:
            words = f"The certificate of {self.server.host} is not trusted: {fault.verify_message}."
            hint = "Nothing was sent. SSL_CERT_FILE may name your organisation's own authority."
            raise Ended(Exit.LINE_BROKEN, f"{words} {hint}") from fault
        except (OSError, http.client.HTTPException) as fault:
            why = printable(str(fault) or type(fault).__name__)
            return Lost(f"The line to {self.server.host} broke ({why}).")

    def exchange(self, request: Request) -> Reply:
        """Send and read; a server that refuses early is heard before the line breaks."""
        connection = self.connection()
        try:
            connection.connect()
            try:
                self.send(connection, request)
            except (ConnectionError, ssl.SSLEOFError) as broken:
                try:
                    return read(connection)
                except (OSError, http.client.HTTPException):
                    raise broken from None
            return read(connection)
        finally:
            connection.close()

    def connection(self) -> http.client.HTTPConnection:
        """To the server, or through the proxy of the environment; never for this machine."""
        host, port = self.server.host, self.server.port
        if self.server.scheme == "http":
            return http.client.HTTPConnection(host, port, timeout=self.timeout)
        trust = ssl.create_default_context()
        proxy = urllib.request.getproxies().get("https", "")
        if not proxy or urllib.request.proxy_bypass(host):
            return http.client.HTTPSConnection(host, port, timeout=self.timeout, context=trust)
        return self.tunnel(proxy, trust)

    def tunnel(self, proxy: str, trust: ssl.SSLContext) -> http.client.HTTPConnection:
        """The proxy carries what it cannot read."""
        parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        if parts.scheme != "http" or not parts.hostname:
            raise Ended(Exit.USAGE, "The proxy in HTTPS_PROXY wants an address by http.")
        through = http.client.HTTPSConnection(
            parts.hostname, parts.port or 80, timeout=self.timeout, context=trust
        )
        through.set_tunnel(self.server.host, self.server.port, headers=proxy_headers(parts))
        return through

    def send(self, connection: http.client.HTTPConnection, request: Request) -> None:
        """Head and body, in blocks so that the progress can be told."""
        path = f"{self.server.path}/api/v1/{request.path}"
        connection.putrequest(request.method, path, skip_accept_encoding=True)
        for name, value in {**self.headers(request), **request.headers}.items():
            connection.putheader(name, value)
        connection.endheaders()
        for start in range(0, len(request.body), BLOCK):
            block = request.body[start : start + BLOCK]
            connection.send(block)
            self.progress.sent(start + len(block), len(request.body))

    def headers(self, request: Request) -> dict[str, str]:
        """Who asks, in which language; nothing that changes the bytes of a file."""
        length = {"Content-Length": str(len(request.body))} if request.method == "POST" else {}
        return {
            "Authorization": f"Bearer {self.token}",
            "Accept-Language": self.language,
            "Accept-Encoding": "identity",
            "User-Agent": "habitat-reform",
            **length,
        }


def proxy_headers(parts: Any) -> dict[str, str]:
    """The name and password of a proxy's address, as the proxy wants them."""
    if not parts.username:
        return {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"Proxy-Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}


def read(connection: http.client.HTTPConnection) -> Reply:
    """The whole reply."""
    response = connection.getresponse()
    return Reply(response.status, response.headers, response.read())  # type: ignore[arg-type]


def pauses() -> Iterator[float]:
    """Half a second, then twice as long each time; never two clients in step."""
    pause = 0.5
    while True:
        yield pause * (0.8 + secrets.randbelow(400) / 1000)
        pause = min(2 * pause, LONGEST_PAUSE)


def reason_of(outcome: Reply | Lost) -> str:
    """Why it is tried again."""
    if isinstance(outcome, Lost):
        return str(outcome)
    return f"The server is busy ({outcome.status})."


# What was refused, in words.


Names = Callable[[int], str]


def unnamed(_line: int) -> str:
    """A line is told by its number alone."""
    return ""


def checked(reply: Reply, names: Names = unnamed, media_type: str = TYPES[".json"]) -> Reply:
    """The reply, if it is what was asked for and not the page of somebody in between."""
    if not 200 <= reply.status < 300:
        raise Ended(exit_of(reply), refusal(reply, names), reply.body)
    if reply.media_type != media_type:
        words = f"The reply is no {media_type}: something else answers in the server's place."
        raise Ended(Exit.LINE_BROKEN, words)
    return reply


def exit_of(reply: Reply) -> Exit:
    """The status of the command for a reply that is a refusal."""
    if reply.status >= 500 or reply.status < 400:
        return Exit.LINE_BROKEN
    return EXITS.get(reply.status, Exit.REFUSED)


def refusal(reply: Reply, names: Names) -> str:
    """The server's own words, then each fault with its place."""
    if 300 <= reply.status < 400:
        elsewhere = reply.headers.get("Location", "another address")
        return f"The server points to {elsewhere}; nothing is sent there. Is --server right?"
    values = reply.values
    code = values.get("code", http.client.responses.get(reply.status, ""))
    words = values.get("detail") or "The server gave no reason."
    blockers = [f"  {said(each)}" for each in objects(values, "blockers")]
    return "\n".join([f"{words} ({reply.status} {code})", *blockers, *faults(values, names)])


def faults(values: Values, names: Names) -> list[str]:
    """Each fault on a line of its own; those the server only counted are counted here too."""
    spelled = objects(values, "errors")
    lines = [f"  {place(each, names)}{said(each)}" for each in spelled]
    more = int(values.get("error_count") or 0) - len(lines)
    return [*lines, *([f"  and {more:,} more"] if more > 0 else [])]


def said(fault: Values) -> str:
    """The words in the reader's language, then the code, which is the same in all."""
    return f"{fault.get('message')} [{fault.get('code')}]"


def place(fault: Values, names: Names) -> str:
    """Where a fault is, as the writer of the file counts: lines from 1, cells by name."""
    pointer, cell = str(fault.get("pointer") or ""), fault.get("cell")
    found = re.match(r"/lines/(\d+)(?:/(\w+))?", pointer)
    if found:
        number = int(found[1])
        words = [f"line {number + 1}{names(number)}", found[2] or ""]
    else:
        words = [str(fault.get("parameter") or pointer.lstrip("/"))]
    words = [f"cell {cell}", *words] if cell else words
    shown = ", ".join(word for word in words if word)
    return f"{shown}: " if shown else ""


def objects(values: Values, name: str) -> list[Values]:
    """The list of objects under a name, whatever the server sent."""
    found = values.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def printable(words: str) -> str:
    """Text written by others must not steer the terminal."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "\N{REPLACEMENT CHARACTER}", words)


# The file to send.


@dataclass(frozen=True)
class Sheet:
    """A file of lines: JSON as the API has it, or a table."""

    path: Path
    body: bytes
    media_type: str
    query: Mapping[str, str]

    def request(self, *, dry_run: bool, headers: Values | None = None) -> Request:
        """The request that hands it over, or only tries to."""
        query = {**self.query, "dry_run": "true" if dry_run else "false"}
        sent = {"Content-Type": self.media_type, **(headers or {})}
        return Request("POST", f"submissions/?{urlencode(query)}", self.body, sent)

    def names(self, line: int) -> str:
        """The item and subject of a line in a JSON file, for the words of a fault."""
        with contextlib.suppress(ValueError, LookupError, TypeError):
            sent = json.loads(self.body)["lines"][line]
            return f" ({sent['item']} {sent['subject']})"
        return ""


def read_sheet(given: argparse.Namespace) -> Sheet:
    """The file, with what a table cannot say of itself."""
    path = Path(given.file)
    media_type = TYPES.get(path.suffix.lower())
    if media_type is None:
        raise Ended(Exit.USAGE, f"{path}: a file ends in {', '.join(TYPES)}.")
    named = {"round": given.round, "office": given.office, "note": given.note}
    query = {name: value for name, value in named.items() if value}
    check_named(query, is_table=path.suffix.lower() in TABLES)
    return Sheet(path, read_bytes(path), media_type, query)


def check_named(query: Values, *, is_table: bool) -> None:
    """A table says nothing about where it belongs; JSON says it itself."""
    if is_table and "round" not in query:
        raise Ended(Exit.USAGE, "For a table name its --round too.")
    if query and not is_table:
        raise Ended(Exit.USAGE, "A JSON file says its round, office and note itself.")


def read_bytes(path: Path) -> bytes:
    """The content; what the server would refuse for its size is not sent over a slow line."""
    try:
        size = path.stat().st_size
        body = path.read_bytes() if size <= LARGEST else b""
    except OSError as fault:
        raise Ended(Exit.USAGE, f"{path}: {fault.strerror}.") from fault
    if size > LARGEST:
        raise Ended(Exit.LIMIT, f"{path} has {size:,} bytes; at most {LARGEST:,} are taken.")
    return body


# A submission that was begun, remembered until its reply has come.


@dataclass(frozen=True)
class UnderWay:
    """The key of one file for one server: after a broken line the same command uses it again."""

    place: Path

    def key(self) -> str:
        """The key under which this was begun, or a new one."""
        try:
            kept = json.loads(self.place.read_text())
            if time.time() - kept["begun_at"] < KEY_LASTS:
                return str(kept["key"])
        except (OSError, ValueError, LookupError, TypeError):
            pass  # nothing was begun, or nothing that can be read
        return self.begin()

    def begin(self) -> str:
        """Remember a new key before anything is sent."""
        kept = {"key": str(uuid.uuid4()), "begun_at": time.time()}
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            forget_old(self.place.parent)
            write_whole(self.place, json.dumps(kept).encode())
        except OSError as fault:
            words = f"{self.place.parent} cannot keep the state ({fault.strerror})."
            raise Ended(Exit.USAGE, f"{words} Name another folder with --state.") from fault
        return str(kept["key"])

    def end(self) -> None:
        """The reply has come; the next submission of the same file is a new one."""
        with contextlib.suppress(OSError):
            self.place.unlink()


def under_way(folder: Path, server: Server, sheet: Sheet) -> UnderWay:
    """Told by where it goes and by its bytes, not by its name."""
    content = hashlib.sha256(sheet.body).hexdigest()
    parts = [server.origin, server.path, sheet.media_type, sorted(sheet.query.items()), content]
    return UnderWay(folder / f"{hashlib.sha256(json.dumps(parts).encode()).hexdigest()}.json")


def forget_old(folder: Path) -> None:
    """The server knows no key for longer than a day."""
    for old in folder.glob("*.json"):
        with contextlib.suppress(OSError):
            if time.time() - old.stat().st_mtime > KEY_LASTS:
                old.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """All of it or nothing, whatever breaks meanwhile."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise


def state_folder() -> Path:
    """Where a program of this user keeps what it must remember."""
    usual = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(usual or Path.home() / ".local" / "state") / "habitat-reform"


# The verbs.


@dataclass(frozen=True)
class Told:
    """The outcome: the reply as it came, the same in words, the status of the command."""

    reply: bytes
    words: str
    status: Exit = Exit.DONE


def whoami(line: Line, given: argparse.Namespace) -> Told:
    """As whom the token speaks."""
    reply = checked(line.ask(Request("GET", "whoami/")))
    me = reply.values
    offices = ", ".join(me.get("offices") or []) or "no office"
    words = [f"{me.get('name')} <{me.get('user')}>", f"Role: {me.get('role')} ({offices})"]
    scopes = ", ".join(me.get("scopes") or []) or "nothing"
    words.append(f"Token: {me.get('token')}, for {scopes}, until {me.get('expires_at')}")
    return Told(reply.body, "\n".join(words))


def validate(line: Line, given: argparse.Namespace) -> Told:
    """What a submission would do; nothing is kept."""
    sheet = read_sheet(given)
    reply = checked(line.ask(sheet.request(dry_run=True)), sheet.names)
    plan = reply.values
    planned = {each.get("number"): each for each in objects(plan, "lines")}

    def names(number: int) -> str:
        found = planned.get(number + 1)
        return f" ({found.get('item')} {found.get('subject')})" if found else sheet.names(number)

    wrong = int(plan.get("error_count") or 0)
    verdict = "It cannot be taken:" if wrong else "It would be taken as it is."
    words = [counted(plan), f"Nothing was stored. {verdict}", *faults(plan, names)]
    return Told(reply.body, "\n".join(words), verdict_on(plan) if wrong else Exit.DONE)


def verdict_on(plan: Values) -> Exit:
    """Only somebody else's changes in the way is a conflict; anything more is bad content."""
    stale = all(each.get("code") == "stale_version" for each in objects(plan, "errors"))
    return Exit.CONFLICT if stale else Exit.REFUSED


def counted(values: Values) -> str:
    """How many lines, and what they do."""
    kinds = ("created", "updated", "unchanged", "rejected")
    parts = ", ".join(f"{values.get(kind, 0):,} {kind}" for kind in kinds)
    number = int(values.get("line_count") or 0)
    return f"{number:,} {'line' if number == 1 else 'lines'}: {parts}"


def submit(line: Line, given: argparse.Namespace) -> Told:
    """Hand it over, once, however often the line breaks and the command is given again."""
    sheet = read_sheet(given)
    begun = under_way(Path(given.state or state_folder()), line.server, sheet)
    try:
        reply = line.ask(sheet.request(dry_run=False, headers={"Idempotency-Key": begun.key()}))
    except GaveUp as ended:
        words = "Whether it was stored is not known: give the same command again to go on."
        raise Ended(ended.status, f"{ended}\n{words}") from ended
    if is_final(reply):
        begun.end()
    return Told(reply.body, receipt(checked(reply, sheet.names)))


def is_final(reply: Reply) -> bool:
    """What became of it is known; after any other reply the same key is asked again."""
    is_ours = bool(reply.values) and reply.status in range(200, 500)
    return is_ours and reply.status != 401 and not reply.is_for_later


def receipt(reply: Reply) -> str:
    """What the office may file."""
    made = reply.values
    again = " (already on record)" if reply.headers.get("Idempotent-Replayed") else ""
    return "\n".join(
        [
            f"Submission {made.get('number')} is {made.get('state')}{again}.",
            counted(made),
            f"Receipt: {made.get('receipt')}",
            f"{made.get('url')}",
        ]
    )


def status(line: Line, given: argparse.Namespace) -> Told:
    """Where a submission stands, and what came back."""
    reply = checked(line.ask(Request("GET", f"submissions/{given.number}/")))
    found = reply.values
    turn = f"Whose turn: {found.get('whose_turn')}, due on {found.get('due_on')}"
    head = f"Submission {found.get('number')} ({found.get('office')}, {found.get('round')})"
    lines = objects(found, "lines")
    back = [returned(each) for each in lines if came_back(each)]
    words = [f"{head}: {found.get('state')}", turn, decided(lines), *back]
    return Told(reply.body, "\n".join(words))


def decided(lines: Sequence[Values]) -> str:
    """How many lines were accepted, returned, or wait."""
    names = {"accept": "accepted", "return": "returned", "waiting": "waiting"}
    counts = [(sum(each.get("decision") == key for each in lines), names[key]) for key in names]
    return f"Lines: {len(lines):,} ({', '.join(f'{number:,} {name}' for number, name in counts)})"


def came_back(line: Values) -> bool:
    """The office has something to do."""
    return line.get("decision") == "return"


def returned(line: Values) -> str:
    """A line that came back, with the reason on lines of its own."""
    reason = str(line.get("reason") or "").replace("\n", "\n    ")
    return f"  {line.get('number')}. {line.get('item')} {line.get('subject')}: {reason}"


def download(line: Line, given: argparse.Namespace) -> Told:
    """A file from the server, kept under a name that nothing has yet."""
    fetch = {"workbook": workbook, "publication": publication}[given.what]
    check_free(given)
    reply, name = fetch(line, given)
    if given.output == "-":
        sys.stdout.buffer.write(reply.body)
        return Told(b"", "")
    target = Path(given.output or name)
    check_free(given, target)
    try:
        write_whole(target, reply.body)
    except OSError as fault:
        raise Ended(Exit.USAGE, f"{target}: {fault.strerror}.") from fault
    return kept(target, reply.body)


def kept(target: Path, content: bytes) -> Told:
    """What was kept, and the digest by which others can know it."""
    digest = hashlib.sha256(content).hexdigest()
    facts = {"file": str(target), "bytes": len(content), "sha256": digest}
    words = f"{target}: {len(content):,} bytes, SHA-256 {digest}"
    return Told(json.dumps(facts).encode(), words)


def check_free(given: argparse.Namespace, target: Path | None = None) -> None:
    """A workbook that somebody filled in must not be lost to a fresh one."""
    named = target or (Path(given.output) if given.output not in (None, "-") else None)
    if named is not None and named.exists() and not given.replace:
        words = f"{named} is there already: name another with -o, or say --replace."
        raise Ended(Exit.USAGE, words)


def workbook(line: Line, given: argparse.Namespace) -> tuple[Reply, str]:
    """The prefilled workbook of an office."""
    if not (given.round and given.office):
        raise Ended(Exit.USAGE, "For a workbook name --round and --office.")
    query = urlencode({"office": given.office, "language": given.language})
    path = f"rounds/{quote(given.round, safe='')}/workbook.xlsx?{query}"
    reply = checked(line.ask(Request("GET", path)), media_type=TYPES[".xlsx"])
    return reply, f"workbook-{plain(given.round)}-{plain(given.office)}.xlsx"


def plain(code: str) -> str:
    """A code as a file name may have it."""
    return re.sub(r"[^\w-]", "_", code)


def publication(line: Line, given: argparse.Namespace) -> tuple[Reply, str]:
    """The sealed file of a publication, if its bytes are those that were sealed."""
    round_, number = given.round, given.number
    if number and not round_:
        raise Ended(Exit.USAGE, "For a publication by --number name its --round too.")
    if not number:
        round_, number = latest(line, round_)
    path = f"publications/{quote(round_, safe='')}/{number}/canonical.json"
    reply = checked(line.ask(Request("GET", path)))
    sealed = reply.headers.get("ETag", "").replace("W/", "").strip('"')
    if hashlib.sha256(reply.body).hexdigest() != sealed:
        words = "The bytes are not those that were published: the SHA-256 differs."
        raise Ended(Exit.REFUSED, f"{words} Nothing was kept.")
    return reply, f"publication-{plain(round_)}-{number}.json"


def latest(line: Line, round_: str | None) -> tuple[str, int]:
    """The newest publication in force, of a round or of all."""
    query = urlencode({"state": "in_force", "limit": 1, **({"round": round_} if round_ else {})})
    found = objects(checked(line.ask(Request("GET", f"publications/?{query}"))).values, "results")
    if not found:
        raise Ended(Exit.NOT_PERMITTED, "Nothing is published yet.")
    return str(found[0].get("round")), int(found[0].get("number") or 0)


# The command line.


def shared(absent: Any) -> argparse.ArgumentParser:
    """Options that may stand before the verb or after it."""
    options = argparse.ArgumentParser(add_help=False, argument_default=absent)
    options.add_argument("--server", metavar="ADDRESS", help="or HABITAT_REFORM_SERVER")
    options.add_argument("--token", help="or HABITAT_REFORM_TOKEN; others may see a command line")
    options.add_argument("--token-file", metavar="FILE", help="a file that holds the token alone")
    options.add_argument("--language", choices=LANGUAGES, help="of the server's words; English")
    options.add_argument("--json", action="store_true", help="print the reply as it came")
    options.add_argument("--quiet", action="store_true", help="no progress on standard error")
    options.add_argument("--state", metavar="FOLDER", help="remembers submissions that were begun")
    options.add_argument("--patience", type=float, metavar="SECONDS", help="try again so long; 300")
    options.add_argument("--timeout", type=float, metavar="SECONDS", help="of a silent line; 60")
    return options


def parser() -> argparse.ArgumentParser:
    """The verbs and what each wants."""
    lines = (__doc__ or "").splitlines()
    ends = "It ends with" + "\n".join(["", *(each for each in lines if each.startswith("  "))])
    whole = argparse.ArgumentParser(
        "habitat-reform",
        description=lines[0].partition(":")[0] + ".",
        epilog=ends,
        parents=[shared(None)],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    verbs = whole.add_subparsers(dest="verb", required=True, metavar="VERB")
    for act in (whoami, validate, submit, status, download):
        about = (act.__doc__ or "").strip()
        verb = verbs.add_parser(
            act.__name__,
            help=about,
            description=about,
            parents=[shared(argparse.SUPPRESS)],
            allow_abbrev=False,
        )
        verb.set_defaults(act=act)
        add_wanted(act.__name__, verb)
    return whole


def add_wanted(name: str, verb: argparse.ArgumentParser) -> None:
    """What a verb needs beside the shared options."""
    if name in ("validate", "submit"):
        verb.add_argument("file", metavar="FILE", help=", ".join(TYPES))
    if name == "status":
        verb.add_argument("number", metavar="NUMBER", type=int)
    if name == "download":
        verb.add_argument("what", choices=("workbook", "publication"))
        verb.add_argument("--number", type=int, help="of the publication; the newest")
        verb.add_argument("-o", "--output", metavar="FILE", help="- for standard output")
        verb.add_argument("--replace", action="store_true", help="a file that is there already")
    if name in ("validate", "submit", "download"):
        verb.add_argument("--round", metavar="CODE")
        verb.add_argument("--office", metavar="CODE", help="needed when of several")
    if name in ("validate", "submit"):
        verb.add_argument("--note", metavar="TEXT", help="to the secretariat, with a table")


def token_of(given: argparse.Namespace) -> str:
    """The token, from wherever it was given; it is never printed."""
    text = given.token or ""
    if not text and given.token_file:
        try:
            text = Path(given.token_file).read_text(encoding="utf-8")
        except (OSError, ValueError) as fault:
            raise Ended(Exit.USAGE, f"{given.token_file} cannot be read.") from fault
    text = (text or os.environ.get("HABITAT_REFORM_TOKEN", "")).strip()
    if not re.fullmatch(r"[\x21-\x7e]+", text):
        words = "Give the token by HABITAT_REFORM_TOKEN, --token-file or --token."
        raise Ended(Exit.USAGE, words)
    return text


def line_of(given: argparse.Namespace) -> Line:
    """The line that the options and the environment describe."""
    address = given.server or os.environ.get("HABITAT_REFORM_SERVER", "")
    if not address:
        raise Ended(Exit.USAGE, "Name the server by --server or HABITAT_REFORM_SERVER.")
    given.language = given.language or "en"
    return Line(
        server_at(address),
        token_of(given),
        given.language,
        60.0 if given.timeout is None else given.timeout,
        300.0 if given.patience is None else given.patience,
        Progress(quiet=bool(given.quiet)),
    )


def run(given: argparse.Namespace) -> Exit:
    """One verb, from its options to what is printed."""
    line = line_of(given)
    try:
        told = given.act(line, given)
    finally:
        line.progress.clear()
    if told.words:
        tell(told, raw=bool(given.json))
    return told.status


def tell(told: Told, *, raw: bool) -> None:
    """The outcome, on standard output."""
    if raw:
        sys.stdout.buffer.write(told.reply + b"\n")
    else:
        print(printable(told.words))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; words that a terminal cannot show are shown as far as it can."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    given = parser().parse_args(arguments)
    try:
        return run(given)
    except Ended as ended:
        if given.json and ended.reply:
            sys.stdout.buffer.write(ended.reply + b"\n")
        print(f"habitat-reform: {printable(str(ended))}", file=sys.stderr)
        return ended.status
    except KeyboardInterrupt:
        words = "Interrupted. After a submission give the same command again: it goes on."
        print(f"\nhabitat-reform: {words}", file=sys.stderr)
        return Exit.INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
