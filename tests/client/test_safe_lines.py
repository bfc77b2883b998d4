"""A token goes only where nobody else reads it."""

import datetime
import ipaddress
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from select import select
from socket import create_connection
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from habitat_reform.client import Ended, Exit, server_at
from tests.client.middleman import Middleman


@pytest.fixture
def certificate(tmp_path):
    """One that this machine signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    now = datetime.datetime.now(datetime.UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(address, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    bare = serialization.NoEncryption()
    path = tmp_path / "certificate.pem"
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, bare)
    path.write_bytes(private + signed.public_bytes(pem))
    return str(path)


def test_a_certificate_that_nobody_vouches_for_is_told_in_words(run, live_server, certificate):
    with Middleman(live_server.url, certificate=certificate) as between:
        status, _, err = run("whoami", "--server", between.address)

    assert (status, between.requests) == (Exit.LINE_BROKEN, [])
    assert "The certificate of 127.0.0.1 is not trusted: self" in err
    assert "Nothing was sent." in err


def test_an_authority_of_the_organisation_may_be_named(
    command_line, live_server, certificate, monkeypatch
):
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    with Middleman(live_server.url, certificate=certificate) as between:
        words = [*command_line, "whoami", "--server", between.address]
        done = subprocess.run(words, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (Exit.DONE, "")


class Proxy(BaseHTTPRequestHandler):
    """Joins two lines and notes what it was told."""

    def log_message(self, *words):
        """Tests look at what was noted."""

    def do_CONNECT(self):
        self.server.told.append((self.path, self.headers["Proxy-Authorization"]))
        host, _, port = self.path.partition(":")
        there = create_connection((host, int(port)))
        self.send_response_only(200)
        self.end_headers()
        ends = {self.connection: there, there: self.connection}
        while True:
            for end in select(list(ends), [], [])[0]:
                read = end.recv(65_536)
                if not read:
                    there.close()
                    return
                self.server.read.append(read)
                ends[end].sendall(read)


@pytest.fixture
def proxy():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    server.told, server.read, server.daemon_threads = [], [], True
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_the_proxy_of_the_environment_carries_what_it_cannot_read(
    command_line, live_server, certificate, proxy, token, monkeypatch
):
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:a%20b@127.0.0.1:{proxy.server_port}")
    with Middleman(live_server.url, certificate=certificate) as between:
        words = [*command_line, "whoami", "--server", between.address]
        done = subprocess.run(words, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (Exit.DONE, "")
    assert proxy.told == [(between.address.removeprefix("https://"), "Basic bWU6YSBi")]
    assert token.encode() not in b"".join(proxy.read)
    assert "Proxy-Authorization" not in between.requests[0]


@pytest.mark.parametrize(
    "address",
    [
        "http://reform.example.org",
        "http://127.0.0.1.example.org",
        "ftp://reform.example.org",
        "reform.example.org",
        "https://",
        "https://me:secret@reform.example.org",
        "https://reform.example.org:port",
        "http://10.0.0.1:8000",
    ],
)
def test_an_address_that_would_give_the_token_away_is_refused(address):
    with pytest.raises(Ended) as refused:
        server_at(address)

    assert refused.value.status == Exit.USAGE


@pytest.mark.parametrize(
    ("address", "origin", "path"),
    [
        ("https://reform.example.org", "https://reform.example.org:443", ""),
        ("https://example.org/reform/api/v1/", "https://example.org:443", "/reform"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000", ""),
        ("http://localhost:8000/api/v1", "http://localhost:8000", ""),
        ("http://[::1]:8000", "http://[::1]:8000", ""),
    ],
)
def test_an_address_may_be_given_as_it_is_found(address, origin, path):
    server = server_at(address)

    assert (server.origin, server.path) == (origin, path)
