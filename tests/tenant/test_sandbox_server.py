"""The sandbox over real HTTP: keep-alive, files of any size, and connections that really break."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time

import pytest
import requests
from requests.exceptions import ChunkedEncodingError, ConnectionError, ReadTimeout

from isnshell.errors import IsnError
from isnshell.sandbox.server import SandboxServer

SOURCES = "/v2025/sources"


@pytest.fixture
def server():
    with SandboxServer(report_seconds=0, rate_limit=None) as server:
        yield server


def signed_in(server):
    http_ = requests.Session()
    http_.trust_env = False
    form = {"grant_type": "client_credentials", "client_id": server.client_id, "client_secret": server.client_secret}
    token = http_.post(f"{server.url}/oauth/token", data=form, timeout=10).json()["access_token"]
    http_.headers["Authorization"] = f"Bearer {token}"
    return http_


@pytest.fixture
def http_(server):
    with signed_in(server) as http_:
        yield http_


@pytest.fixture
def get(server, http_):
    def get(path, **more):
        return http_.get(server.url + path, **{"timeout": 10, **more})

    return get


def test_it_listens_on_loopback_only(server):
    assert server.url.startswith("http://127.0.0.1:")
    assert server.url in repr(server)


def test_one_connection_carries_many_requests(server):
    connection = http.client.HTTPConnection("127.0.0.1", int(server.url.rpartition(":")[2]), timeout=10)
    connection.connect()
    used = connection.sock
    for method, path, body, status in [
        ("GET", SOURCES, None, 401),
        ("POST", "/oauth/token", "grant_type=x", 401),
        ("HEAD", "/v2025/task-status/pending-tasks", None, 401),
        ("PATCH", "/v2025/task-status/x", b"[]", 401),
    ]:
        connection.request(method, path, body)
        answer = connection.getresponse()
        assert answer.version == 11
        assert int(answer.headers["Content-Length"]) == len(answer.read()) or method == "HEAD"
        assert answer.status == status
        assert connection.sock is used
    connection.close()


def test_a_chunked_body_is_read(server, http_):
    patch = iter([b'[{"op": "replace", ', b'"path": "/completionStatus", "value": "ERROR"}]'])
    task = http_.get(f"{server.url}/v2025/task-status/pending-tasks?limit=1", timeout=10).json()[0]
    headers = {"Content-Type": "application/json-patch+json"}
    answer = http_.patch(f"{server.url}/v2025/task-status/{task['id']}", data=patch, headers=headers, timeout=10)

    assert answer.json()["completionStatus"] == "ERROR"


def test_it_waits_for_a_body_that_is_announced(server):
    with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2])), timeout=10) as connection:
        connection.sendall(
            b"POST /oauth/token HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
        )
        assert connection.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"a=")
        assert connection.recv(1000).startswith(b"HTTP/1.1 401 Unauthorized\r\n")


@pytest.mark.parametrize("line", [b"NONSENSE\r\n\r\n", b"GET / HTTP/1.1\r\nno colon\r\n\r\n"])
def test_what_is_no_http_is_refused(server, line):
    with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2])), timeout=10) as connection:
        connection.sendall(line)
        assert connection.recv(1000).startswith(b"HTTP/1.1 400 ")
        assert connection.recv(1) == b""


def test_requests_are_kept_as_they_came(server, get):
    get(f"{SOURCES}?limit=1")
    received = server.requests[-1]

    assert (received.method, received.path, received.target) == ("GET", SOURCES, f"{SOURCES}?limit=1")
    assert (received.query, received.status) == ({"limit": "1"}, 200)
    assert "Authorization" not in received.headers


def test_many_threads_are_served_at_once(server, get):
    server.faults.add(latency=0.2, times=8)
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(get(SOURCES).status_code)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [200] * 8


def report(server, http_):
    body = {"reportType": "ORPHAN_IDENTITIES"}
    return http_.post(f"{server.url}/v2025/reports/run", json=body, timeout=10).json()["id"]


def test_a_big_report_is_streamed_whole(server, http_):
    server.settings.report_bytes = 30_000_000
    path = f"{server.url}/v2025/reports/{report(server, http_)}?fileFormat=csv"
    with http_.get(path, stream=True, timeout=10) as answer:
        assert answer.headers["Content-Length"] == "30000000"
        assert sum(len(block) for block in answer.iter_content(1 << 20)) == 30_000_000


class TestFaults:
    def test_a_dropped_connection_answers_nothing(self, server, get):
        server.faults.add(drop=True)
        with pytest.raises(ConnectionError):
            get(SOURCES)
        assert server.requests[-1].status is None
        assert get(SOURCES).status_code == 200

    def test_a_connection_can_be_dropped_when_the_work_is_done(self, server, http_):
        server.faults.add(drop_after=True, method="POST")
        with pytest.raises(ConnectionError):
            report(server, http_)
        assert len(server.store.tasks) == 61

    def test_a_body_can_be_cut(self, server, get):
        whole = get(SOURCES).content
        server.faults.add(cut_after=100)
        with pytest.raises(ChunkedEncodingError, match=rf"100 bytes read, {len(whole) - 100} more"):
            get(SOURCES)
        assert get(SOURCES).content == whole

    def test_a_big_file_can_be_cut_too(self, server, http_):
        server.settings.report_bytes = 3_000_000
        id_ = report(server, http_)
        server.faults.add(cut_after=2_000_000)
        with pytest.raises(ChunkedEncodingError, match="2000000 bytes read, 1000000 more"):
            http_.get(f"{server.url}/v2025/reports/{id_}?fileFormat=csv", timeout=10)

    def test_a_length_can_be_too_long(self, server, get):
        whole = get(SOURCES).content
        server.faults.add(extra_length=5)
        with pytest.raises(ChunkedEncodingError, match=rf"{len(whole)} bytes read, 5 more"):
            get(SOURCES)

    def test_a_body_can_stall_in_the_middle(self, server, get):
        server.faults.add(stall=30)
        with pytest.raises((ConnectionError, ReadTimeout), match="timed out"):
            get(SOURCES, timeout=0.3)

    def test_a_body_that_stalled_goes_on(self, server, get):
        whole = get(SOURCES).content
        server.faults.add(stall=0.1, cut_after=10)
        assert get(SOURCES).content == whole

    def test_an_answer_can_be_late(self, server, get):
        server.faults.add(latency=30)
        with pytest.raises(ReadTimeout):
            get(SOURCES, timeout=0.3)

    def test_stopping_ends_what_waits(self, server, get):
        server.faults.add(latency=300)
        failed = []

        def ask():
            try:
                get(SOURCES)
            except requests.RequestException as error:
                failed.append(error)

        thread = threading.Thread(target=ask)
        thread.start()
        while len(server.requests) < 2:
            time.sleep(0.005)
        server.stop()
        thread.join(10)
        assert not thread.is_alive()


def test_a_stopped_server_is_gone(get, server):
    assert get(SOURCES).status_code == 200
    server.stop()
    for _ in range(2):  # the open connection, then a new one
        with pytest.raises(ConnectionError):
            get(SOURCES)


def test_a_busy_port_is_said_in_plain_words(server):
    port = int(server.url.rpartition(":")[2])
    with pytest.raises(IsnError) as caught:
        SandboxServer(port)

    assert f"port {port}" in str(caught.value)
    assert "--port" in str(caught.value)


def test_an_impossible_port_too():
    with pytest.raises(IsnError, match="port 70000"):
        SandboxServer(70_000)


@pytest.mark.skipif(sys.platform == "win32", reason="a single process can't be sent Ctrl-C there")
def test_served_alone_it_prints_a_profile_and_ends_on_ctrl_c():
    code = "from isnshell.sandbox.server import serve_forever; serve_forever(0, seed=7)"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    try:
        lines = dict(process.stdout.readline().strip().split("=", 1) for _ in range(4))
        assert list(lines) == ["SAIL_BASE_URL", "SAIL_CLIENT_ID", "SAIL_CLIENT_SECRET", "ISN_ENVIRONMENT"]
        with SandboxServer(seed=7) as other:  # same seed, same client
            assert (lines["SAIL_CLIENT_ID"], lines["SAIL_CLIENT_SECRET"]) == (other.client_id, other.client_secret)
        form = {"grant_type": "client_credentials", "client_id": lines["SAIL_CLIENT_ID"]}
        url = lines["SAIL_BASE_URL"]
        form["client_secret"] = lines["SAIL_CLIENT_SECRET"]
        token = requests.post(f"{url}/oauth/token", data=form, timeout=10).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        missing = requests.get(f"{url}/v2025/task-status/{'0' * 32}", headers=headers, timeout=10)
        assert "process" not in missing.json()["messages"][0]["text"]
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert "Traceback" not in process.stderr.read()
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        process.communicate()


def test_nothing_heavy_loads_with_the_package():
    code = (
        "import sys, isnshell.sandbox; "
        "assert not {'werkzeug', 'jsonpatch', 'requests', 'orjson'} & set(sys.modules), sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
