"""Company networks: certificates that are not trusted, certificates that are added, and proxies."""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Iterator

import pytest
import trustme

import cmdlets
from isnshell.errors import ConnectionFailed, ProfileError
from isnshell.tenant.profiles import Profile
from isnshell.tenant.session import Session

from .conftest import QuickClock


class Server:
    """A socket that answers every connection with the same bytes, after TLS if it is given a certificate."""

    def __init__(self, answer: bytes, context: ssl.SSLContext | None = None) -> None:
        self.asked: list[bytes] = []
        self._answer = answer
        self._context = context
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._socket.accept()
            except OSError:
                return
            try:
                with self._context.wrap_socket(plain, server_side=True) if self._context else plain as connection:
                    self.asked.append(_whole_request(connection))
                    connection.sendall(self._answer)
            except OSError:
                continue

    def close(self) -> None:
        self._socket.close()


def _whole_request(connection: socket.socket) -> bytes:
    """A request with its body: closing with bytes unread would break the connection under the answer."""
    request = b""
    while block := connection.recv(65536):
        request += block
        head, found, body = request.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        if found and len(body) >= int(length[1] if length else 0):
            break
    return request


TOKEN = b'{"access_token":"a.b.c","expires_in":600}'
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (
    len(TOKEN),
    TOKEN,
)


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA(organization_name="Northwind Inspection")


@pytest.fixture
def tls_server(authority: trustme.CA) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = Server(OK, context)
    yield server
    server.close()


def session_on(url: str, **settings: object) -> Session:
    profile = Profile("corp", url, "id", "s3cr3t", environment="sandbox", max_retries=0, timeout=5.0, **settings)
    return Session(profile, clock=QuickClock())


def test_a_certificate_that_nobody_trusts_is_named_with_its_issuer(tls_server):
    with session_on(f"https://127.0.0.1:{tls_server.port}") as session, pytest.raises(ConnectionFailed) as caught:
        session.sign_in()
    assert "Northwind Inspection" in str(caught.value)
    assert "ISN_CA_BUNDLE" in str(caught.value)
    assert not any(b"s3cr3t" in asked for asked in tls_server.asked)


def test_a_certificate_of_the_bundle_is_trusted(tls_server, authority, tmp_path):
    bundle = tmp_path / "corp.pem"
    authority.cert_pem.write_to_path(str(bundle))
    with session_on(f"https://127.0.0.1:{tls_server.port}", ca_bundle=str(bundle)) as session:
        session.sign_in()
        assert session.token_life > 0


def test_a_bundle_that_is_no_pem_is_named(tmp_path):
    (tmp_path / "corp.pem").write_text("nothing")
    session = session_on("https://127.0.0.1:9", ca_bundle=str(tmp_path / "corp.pem"))
    with session, pytest.raises(ProfileError, match="ISN_CA_BUNDLE"):
        session.sign_in()


@pytest.fixture
def proxy() -> Iterator[Server]:
    server = Server(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    yield server
    server.close()


def test_a_proxy_that_wants_a_password_is_named_with_the_setting(proxy):
    session = session_on("https://acme.example.com", proxy=f"http://127.0.0.1:{proxy.port}")
    with session, pytest.raises(ConnectionFailed) as caught:
        session.sign_in()
    assert f"127.0.0.1:{proxy.port}" in str(caught.value)
    assert "407" in str(caught.value)
    assert "ISN_PROXY" in str(caught.value)
    assert proxy.asked[0].startswith(b"CONNECT acme.example.com:443")


def test_a_proxys_password_is_used_and_not_shown(proxy):
    session = session_on("https://acme.example.com", proxy=f"http://ana:pa55word@127.0.0.1:{proxy.port}")
    with session, pytest.raises(ConnectionFailed) as caught:
        session.sign_in()
    assert b"Proxy-Authorization: Basic" in proxy.asked[0]
    assert "pa55word" not in str(caught.value) + repr(session.profile)


def test_a_proxy_that_is_not_there_is_named():
    session = session_on("https://acme.example.com", proxy="http://127.0.0.1:9")
    with session, pytest.raises(ConnectionFailed, match=r"proxy 127\.0\.0\.1:9"):
        session.sign_in()


def test_the_environments_proxy_is_used_unless_no_proxy_says_otherwise(proxy, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
    with session_on("https://acme.example.com") as session, pytest.raises(ConnectionFailed, match="407"):
        session.sign_in()
    from isnshell.tenant.network import proxies_for

    monkeypatch.setenv("NO_PROXY", "acme.example.com")
    assert proxies_for(session.profile, "https://acme.example.com") == {}


def test_loopback_never_goes_through_a_proxy(proxy, sandbox, open_session, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
    with open_session(sandbox):
        assert cmdlets.get_sources(limit=1)[0]
    assert proxy.asked == []
