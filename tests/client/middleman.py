"""Somebody between the client and the server who does to a connection what a bad line does."""

import http.client
import socket
import ssl
import struct
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import urlsplit

BUSY = b'{"status": 503, "code": "unavailable", "detail": "Busy. Nothing was saved."}'


@dataclass
class Middleman:
    """Makes its moves in turn, one for each request; then it only passes on."""

    target: str
    moves: list[str] = field(default_factory=list)
    certificate: str = ""
    requests: list[dict[str, str]] = field(default_factory=list)
    reached: Event = field(default_factory=Event)
    released: Event = field(default_factory=Event)

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.middleman = self
        self.server.daemon_threads = True
        if self.certificate:
            trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            trust.load_cert_chain(self.certificate)
            self.server.socket = trust.wrap_socket(self.server.socket, server_side=True)
        Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *failure):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self):
        scheme = "https" if self.certificate else "http"
        return f"{scheme}://127.0.0.1:{self.server.server_port}"

    @property
    def keys(self):
        """The name under which each submission was sent."""
        return [each["Idempotency-Key"] for each in self.requests if "Idempotency-Key" in each]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        """Tests look at the requests themselves."""

    def do_GET(self):
        middleman = self.server.middleman
        middleman.requests.append({**self.headers, "path": self.path})
        move = middleman.moves.pop(0) if middleman.moves else "pass"
        getattr(self, move.replace("pass", "pass_on"))()
        self.close_connection = True

    def do_POST(self):
        self.do_GET()

    @property
    def length(self):
        return int(self.headers.get("Content-Length") or 0)

    def forward(self):
        """The server does its work."""
        there = http.client.HTTPConnection(urlsplit(self.server.middleman.target).netloc)
        there.request(self.command, self.path, self.rfile.read(self.length), dict(self.headers))
        reply = there.getresponse()
        kept = {n: v for n, v in reply.headers.items() if n.lower() != "content-length"}
        return reply.status, kept, reply.read()

    def answer(self, status, headers, body, *, sent=None):
        self.send_response_only(status)
        for name, value in {**headers, "Content-Length": len(body)}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[:sent])

    def reset(self):
        """The line is gone, not closed in good order."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.wfile = self.rfile

    def pass_on(self):
        self.answer(*self.forward())

    def cut_within_the_body(self):
        self.rfile.read(self.length // 2)
        self.reset()

    def cut_after_the_body(self):
        self.rfile.read(self.length)
        self.reset()

    def cut_after_the_work(self):
        self.forward()
        self.reset()

    def cut_within_the_reply(self):
        status, headers, body = self.forward()
        self.answer(status, headers, body, sent=len(body) // 2)

    def hold_after_the_work(self):
        self.forward()
        self.server.middleman.reached.set()
        self.server.middleman.released.wait(30)

    def busy(self):
        self.rfile.read(self.length)
        self.answer(503, {"Content-Type": "application/problem+json", "Retry-After": "1"}, BUSY)

    def busy_for_long(self):
        self.rfile.read(self.length)
        self.answer(503, {"Content-Type": "application/problem+json", "Retry-After": "900"}, BUSY)

    def refuse_at_once(self):
        """Before the body is read, as a proxy with a limit of its own does."""
        self.answer(413, {"Content-Type": "text/html"}, b"<p>too large</p>")

    def show_a_page(self):
        self.rfile.read(self.length)
        self.answer(200, {"Content-Type": "text/html"}, b"<p>Accept the terms of this network.</p>")

    def point_elsewhere(self):
        self.rfile.read(self.length)
        self.answer(302, {"Location": "https://elsewhere.example/api/v1/whoami/"}, b"")

    def falsify(self):
        status, headers, body = self.forward()
        self.answer(status, headers, body.replace(b"2", b"3", 1))
