"""A tenant for measuring: a process of its own that answers from memory, so that the client is what is measured.

Run as `python -m benchmarks.tenant`; it prints its port and serves until it is ended.
"""

from __future__ import annotations

import json
import socketserver
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

REPORT_BYTES = 200 * 1000 * 1000
PAGES = 40
LATENCY = 0.02
_BLOCK = b'2c9180897e7742b2017e781782f705b9,Ana Garc\xc3\xada,"Lisbon, PT",active\r\n' * 4096


def task(number: int) -> dict[str, object]:
    """One task of the page, with as many fields as the real ones have."""
    return {
        "id": f"{number:032x}",
        "type": "QUARTZ",
        "uniqueName": f"Cloud Account Aggregation {number}",
        "description": "Aggregates from Active Directory",
        "parentName": None,
        "launcher": "mathilda.brandt",
        "target": {"id": f"{number + 7:032x}", "type": "SOURCE", "name": "Active Directory"},
        "created": "2026-03-01T08:00:00.000Z",
        "modified": "2026-03-01T08:10:00.000Z",
        "launched": "2026-03-01T08:00:01.000Z",
        "completed": None,
        "completionStatus": None,
        "messages": [{"type": "INFO", "key": "scanned", "localizedText": {"locale": "en", "message": "scanned"}}],
        "returns": [{"name": "accounts", "attributeName": "total"}],
        "attributes": {"applications": [f"{number:032x}"], "total": number},
        "progress": "Iterating",
        "percentComplete": number % 100,
    }


PAGE = json.dumps([task(number) for number in range(250)]).encode()


class _Handler(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def handle(self) -> None:
        while line := self.rfile.readline():
            method, target, _ = line.decode().split(" ", 2)
            length = 0
            while (header := self.rfile.readline()) not in (b"\r\n", b""):
                if header.lower().startswith(b"content-length:"):
                    length = int(header.split(b":")[1])
            self.rfile.read(length)
            self._answer(method, target)

    def _answer(self, method: str, target: str) -> None:
        if target.startswith("/oauth/token"):
            self._send(b'{"access_token":"a.b.c","expires_in":3600}', "application/json")
        elif "/reports/" in target:
            self._stream()
        elif "/accounts" in target:
            self._send_slowly(int(parse_qs(urlsplit(target).query).get("offset", ["0"])[0]))
        else:
            self._send(PAGE, "application/json;charset=UTF-8")

    def _send_slowly(self, offset: int) -> None:
        time.sleep(LATENCY)
        # Each page differs from its neighbour, as real ones do
        page = PAGE.replace(b"mathilda.brandt", b"mathilda.%06d" % offset) if offset < PAGES * 250 else b"[]"
        self._send(page, "application/json;charset=UTF-8")

    def _head(self, length: int, kind: str) -> bytes:
        return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n".encode()

    def _send(self, body: bytes, kind: str) -> None:
        self.wfile.write(self._head(len(body), kind) + body)

    def _stream(self) -> None:
        self.wfile.write(self._head(REPORT_BYTES, "application/csv"))
        left = REPORT_BYTES
        while left:
            block = _BLOCK[:left]
            self.connection.sendall(block)
            left -= len(block)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def serving() -> Iterator[str]:
    """The tenant in a process of its own; gives its address."""
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.tenant"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    with _Server(("127.0.0.1", 0), _Handler) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()
