"""Signing in by browser: OAuth's authorization code with PKCE, brought back to a port of this machine (RFC 8252)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import queue
import secrets
import socketserver
import sys
import threading
import webbrowser
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from attrs import field, frozen

from ..clock import Clock, human_duration
from ..errors import ProfileError
from ..host import get_host
from .typed_lines import TypedLines

_HERE = "127.0.0.1"
_PATH = "/callback"
_LONGEST_WAIT = 300.0
_LOOK_EVERY = 0.05

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>isnshell</title>
<body style="font: 1.2em sans-serif; margin: 3em"><p>{text}</p></body></html>"""


@frozen
class Grant:
    """What the browser brought back, to be changed for a token. Its repr shows nothing of it."""

    code: str = field(repr=False)
    redirect: str
    verifier: str = field(repr=False)


def authorize(endpoint: str, client_id: str, port: int, tenant: str, clock: Clock) -> Grant:
    """Send the person's browser to the tenant's sign-in page and wait for what it brings back.

    Args:
        endpoint: Address of the page.
        client_id: Of the API client.
        port: Port of this machine that the browser comes back to; 0 takes any that is free.
        tenant: Host of the tenant, for messages.
        clock: Where time comes from.

    Raises:
        ProfileError: Nobody is there, the sign-in was refused there, or it took too long.
    """
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    with _Callback(port, state) as callback:
        url = authorize_url(endpoint, client_id, callback.redirect, state, verifier)
        _show(url, tenant, callback.redirect)
        answer = _wait(callback, tenant, clock)
    if "code" not in answer:
        raise _refused(answer, tenant, callback.redirect)
    return Grant(answer["code"], callback.redirect, verifier)


def authorize_url(endpoint: str, client_id: str, redirect: str, state: str, verifier: str) -> str:
    """The address that the browser opens."""
    query = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect,
        "state": state,
        "code_challenge": challenge(verifier),
        "code_challenge_method": "S256",
    }
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(query)}"


def challenge(verifier: str) -> str:
    """What proves later that the code is asked for by whoever began: the verifier's SHA-256 (RFC 7636, S256)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def open_page(url: str) -> bool:
    """Open an address in the person's browser; False if there is none."""
    try:
        found = webbrowser.get()
        # One that draws in the terminal would take it away, and the tenant's page needs scripts
        return type(found) is not webbrowser.GenericBrowser and found.open(url)
    except (webbrowser.Error, OSError):
        return False


def is_attended() -> bool:
    """Whether a person is there who could sign in."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _refused(answer: dict[str, str], tenant: str, redirect: str) -> ProfileError:
    hint = f"The API client must allow the grant AUTHORIZATION_CODE and the redirect to {redirect}."
    if answer.get("error") == "access_denied":
        hint = "Whoever was asked there said no: try again to be asked anew."
    return ProfileError(
        f"Sign-in to tenant {tenant} was refused in the browser",
        why=answer.get("error_description") or answer.get("error") or "it brought no code back",
        hint=hint,
    )


def _show(url: str, tenant: str, redirect: str) -> None:
    if not is_attended():
        raise ProfileError(
            f"Sign-in to tenant {tenant} needs a person at a browser, and no terminal is there",
            hint="Sign in once at the prompt, so that the keyring has a refresh token; "
            "or use an API client with a secret (ISN_AUTH=client).",
        )
    if open_page(url):
        get_host().note(
            f"Sign in to {tenant} in your browser; Ctrl-C gives up. If no page has opened, this is it:\n{url}"
        )
        return
    get_host().note(
        f"Open this address in a browser to sign in to {tenant}; Ctrl-C gives up.\n{url}\n"
        f"A browser on another machine ends at a page that it can't show, {redirect}?...: "
        "paste the address of that page here."
    )


def _wait(callback: _Callback, tenant: str, clock: Clock) -> dict[str, str]:
    end, typed = clock.monotonic() + _LONGEST_WAIT, TypedLines()
    while clock.monotonic() < end:
        with suppress(queue.Empty):
            return callback.answers.get_nowait()
        # A job in the background must not take the keys that are meant for the prompt
        line = typed.poll() if threading.current_thread() is threading.main_thread() else None
        if line and (answer := _typed_answer(line, callback)):
            return answer
        clock.sleep(_LOOK_EVERY)
    raise ProfileError(f"Nobody signed in to tenant {tenant} within {human_duration(_LONGEST_WAIT)}", hint="Try again.")


def _typed_answer(line: str, callback: _Callback) -> dict[str, str] | None:
    """What an address that was pasted by hand brings, if it belongs to this sign-in."""
    answer = _query(line)
    if callback.is_ours(answer):
        return answer
    get_host().warn(f"That is no answer to this sign-in: it is an address that begins with {callback.redirect}?")
    return None


def _query(address: str) -> dict[str, str]:
    try:
        return {name: found[0] for name, found in parse_qs(urlsplit(address).query).items()}
    except ValueError:  # no address at all
        return {}


class _Callback(socketserver.ThreadingTCPServer):
    """Takes the one request by which the browser comes back. Whatever has another `state` was not begun here.

    The plain TCP server: http.server's own asks the name service for this machine's name, which can take seconds.
    """

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"  # on Windows it would let another program listen too

    def __init__(self, port: int, state: str) -> None:
        self.state = state
        self.answers: queue.Queue[dict[str, str]] = queue.Queue()
        self._thread: threading.Thread | None = None
        try:
            super().__init__((_HERE, port), _Page)
        except OSError as error:
            raise ProfileError(
                f"Port {port} of this machine, where the browser comes back to, is taken",
                why=error.strerror or str(error),
                hint="End the other sign-in, or set ISN_REDIRECT_PORT (the API client must allow its address).",
            ) from error
        # Tenants compare the address as text, and people register `localhost`
        self.redirect = f"http://localhost:{self.server_address[1]}{_PATH}"
        self._thread = threading.Thread(target=self.serve_forever, args=(_LOOK_EVERY,), daemon=True)
        self._thread.start()

    def is_ours(self, answer: dict[str, str]) -> bool:
        """Whether an answer belongs to the sign-in that was begun here."""
        return hmac.compare_digest(answer.get("state", "").encode(), self.state.encode())

    def server_close(self) -> None:
        """Stop listening; leaving the block does."""
        if self._thread is not None:  # TCPServer closes itself where it can't listen
            self.shutdown()
            self._thread.join()
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no error."""


class _Page(BaseHTTPRequestHandler):
    """Answers the browser."""

    server: _Callback
    timeout = 10  # browsers open connections ahead, and say nothing on them

    def do_GET(self) -> None:
        """The way back from the sign-in page."""
        values = _query(self.path)
        if self.path.partition("?")[0] != _PATH:
            self._say(404, "There is nothing here.")
        elif not self.server.is_ours(values):
            self._say(400, "This is no answer to a sign-in that isnshell began. Go back to the terminal.")
        else:
            done = "code" in values
            self._say(
                200, "You are back at isnshell: this window can be closed." if done else "The sign-in was refused."
            )
            self.server.answers.put(values)

    def _say(self, status: int, text: str) -> None:
        body = _PAGE.format(text=text).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        """The address holds the code, which belongs into no log."""
