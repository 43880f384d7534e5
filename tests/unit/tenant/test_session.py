"""Session: sending with token, rails, pace and retries over a real loopback socket; which session is current."""

from __future__ import annotations

import socket
import ssl
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Any

import pytest
import requests
from urllib3.exceptions import MaxRetryError
from urllib3.exceptions import SSLError as PoolSSLError

from isnshell.errors import ApiError, ConnectionFailed, ProfileError, RefusedError, SignInError, StreamError, UsageError
from isnshell.operations.request import Request
from isnshell.tenant import session as module
from isnshell.tenant.profiles import Profile
from isnshell.tenant.rails import Planned, scope
from isnshell.tenant.session import Session, connect, current_session, hold, peek_session, set_session
from isnshell.tenant.transport import Wire, _may_have_reached

_GET = Request("GET", "/v2025/things", command="Get-Things")
_POST = Request("POST", "/v2025/things", body=b"{}", content_type="application/json", changes=True, command="New-Thing")
_SECRET = "s3cr3t-of-unit"


# --- the plain case -----------------------------------------------------------------------------------------------


def test_a_request_carries_the_token_and_its_answer_comes_back(tenant: Any, session: Session) -> None:
    tenant.answers({"ok": 1})
    reply = session.send(_GET)

    assert (reply.status, reply.body) == (200, b'{"ok": 1}')
    assert tenant.lines == ["GET /v2025/things"]
    assert tenant.asked[0].headers["Authorization"] == "Bearer token-1"
    assert tenant.asked[0].headers["User-Agent"].startswith("isnshell/")


def test_the_token_is_asked_for_as_oauth_wants_it_and_once(tenant: Any, session: Session) -> None:
    tenant.answers({})
    session.send(_GET)
    session.send(_GET)

    (asked,) = tenant.sign_ins
    assert asked.line == "POST /oauth/token"
    assert asked.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert asked.body == b"grant_type=client_credentials&client_id=an-id&client_secret=s3cr3t-of-unit"
    assert "Authorization" not in asked.headers


def test_nothing_is_sent_before_the_first_request(tenant: Any, session: Session) -> None:
    repr(session)

    assert (session.token_life, tenant.sign_ins, tenant.asked) == (None, [], [])


def test_body_and_headers_reach_the_tenant(tenant: Any, session: Session) -> None:
    tenant.answers({})
    session.send(Request("POST", "/x", body="ä".encode(), content_type="application/json", headers={"X-A": "1"}))

    asked = tenant.asked[0]
    assert asked.body == "ä".encode()
    assert (asked.headers["Content-Type"], asked.headers["X-A"]) == ("application/json", "1")


def test_the_target_reaches_the_tenant_as_it_was_quoted(tenant: Any, session: Session) -> None:
    tenant.answers({})
    session.send(Request("GET", "/v2025/things/%252e%252e%2Fa", query=(("filters", 'name eq "a/b"'),)))

    assert tenant.lines == ["GET /v2025/things/%252e%252e%2Fa?filters=name%20eq%20%22a%2Fb%22"]


# --- the token ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("request_", [_GET, _POST], ids=["GET", "POST"])
def test_a_401_renews_the_token_once_and_sends_again(
    tenant: Any, session: Session, answer: Any, request_: Request
) -> None:
    tenant.answers(answer(401, {"error": "JWT expired"}), {"ok": 1})

    assert session.send(request_).status == 200
    assert [asked.headers["Authorization"] for asked in tenant.asked] == ["Bearer token-1", "Bearer token-2"]


def test_a_second_401_is_the_answer(tenant: Any, session: Session, answer: Any) -> None:
    tenant.answers(answer(401, {"error": "JWT validation failed"}))

    with pytest.raises(ApiError, match="401 Unauthorized: JWT validation failed"):
        session.send(_GET)
    assert (len(tenant.asked), len(tenant.sign_ins)) == (2, 2)


def test_a_token_is_renewed_before_it_ends(tenant: Any, session: Session, clock: Any) -> None:
    tenant.answers({})
    session.send(_GET)
    clock.sleep(700)
    session.send(_GET)

    assert [asked.headers["Authorization"] for asked in tenant.asked] == ["Bearer token-1", "Bearer token-2"]


def test_many_threads_sign_in_once(tenant: Any, session: Session) -> None:
    tenant.answers({})
    with ThreadPoolExecutor(8) as pool:
        assert [reply.status for reply in pool.map(lambda _: session.send(_GET), range(16))] == [200] * 16

    assert len(tenant.sign_ins) == 1


@pytest.mark.parametrize(
    ("status", "body"),
    [
        pytest.param(
            401, {"error": "invalid_client", "error_description": "Bad client credentials"}, id="wrong secret"
        ),
        pytest.param(400, {"error": "invalid_request"}, id="bad request"),
    ],
)
def test_a_refused_sign_in_names_the_settings_to_check(
    tenant: Any, session: Session, answer: Any, status: int, body: Any
) -> None:
    tenant.tokens = [answer(status, body)]

    with pytest.raises(
        SignInError, match=rf"refused with {status}.*SAIL_CLIENT_SECRET of profile 'unit' .*unit\.env"
    ) as caught:
        session.send(_GET)
    assert tenant.asked == []
    assert caught.value.status_code == status


def test_a_refused_secret_of_the_keyring_says_how_to_put_another_one_there(
    tenant: Any, make_session: Any, answer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("isnshell.tenant.signing_in.client_secret", lambda profile: "old")
    tenant.tokens = [answer(401, {"error": "invalid_client"})]
    with pytest.raises(SignInError, match="isnshell profile new unit puts another there"):
        make_session(client_secret="keyring:").sign_in()


def test_a_refused_sign_in_at_the_web_pages_says_where_the_api_is(
    tenant: Any, session: Session, answer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "meant_address", lambda url: "https://acme.api.identitynow.com")
    tenant.tokens = [answer(404, {})]
    with pytest.raises(SignInError, match=r"web pages; that of the API is https://acme\.api\.identitynow\.com"):
        session.sign_in()


def test_a_sign_in_is_tried_again_while_the_tenant_is_down(tenant: Any, session: Session, answer: Any) -> None:
    tenant.tokens = [answer(503), answer(503)]
    tenant.answers({})

    assert session.send(_GET).status == 200


def test_the_life_of_the_token_is_told(session: Session, tenant: Any) -> None:
    session.sign_in()

    assert session.token_life == 749


# --- retries ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("request_", [_GET, _POST], ids=["GET", "POST"])
def test_a_429_is_sent_again_after_the_time_that_the_tenant_asks_for(
    tenant: Any, session: Session, clock: Any, answer: Any, request_: Request
) -> None:
    tenant.answers(answer(429, headers={"Retry-After": "7"}), {"ok": 1})

    assert session.send(request_).status == 200
    assert clock.slept == [7.0]
    assert len(tenant.asked) == 2


def test_a_429_without_a_time_is_sent_again_after_a_while(
    tenant: Any, session: Session, clock: Any, answer: Any
) -> None:
    tenant.answers(answer(429), {"ok": 1})

    assert session.send(_POST).status == 200
    assert len(clock.slept) == 1


@pytest.mark.parametrize("status", [502, 503, 504])
def test_an_overloaded_tenant_is_asked_again_for_a_get(tenant: Any, session: Session, answer: Any, status: int) -> None:
    tenant.answers(answer(status), answer(status), {"ok": 1})

    assert session.send(_GET).status == 200
    assert len(tenant.asked) == 3


@pytest.mark.parametrize("status", [500, 502, 503, 504])
@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_a_change_that_may_have_been_carried_out_is_not_sent_twice(
    tenant: Any, session: Session, answer: Any, method: str, status: int
) -> None:
    tenant.answers(answer(status, headers={"Retry-After": "1"}))

    with pytest.raises(ApiError) as caught:
        session.send(Request(method, "/v2025/things", body=b"{}", changes=True))
    assert (caught.value.status_code, len(tenant.asked)) == (status, 1)


def test_the_last_refusal_lists_all_attempts(tenant: Any, make_session: Any, answer: Any) -> None:
    tenant.answers(answer(503))

    with pytest.raises(ApiError) as caught:
        make_session(max_retries=2).send(_GET)
    assert caught.value.attempts == tuple(f"attempt {number}: answered 503" for number in (1, 2, 3))
    assert len(tenant.asked) == 3


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_a_refusal_is_not_asked_again(tenant: Any, session: Session, answer: Any, status: int) -> None:
    tenant.answers(answer(status, {"messages": [{"text": "No such thing."}], "trackingId": "ab12"}))

    with pytest.raises(ApiError, match=rf"Get-Things failed: .*{status}.*ab12.*No such thing"):
        session.send(_GET)
    assert len(tenant.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 307])
def test_a_redirect_is_no_success_and_is_not_followed(tenant: Any, session: Session, answer: Any, status: int) -> None:
    tenant.answers(answer(status, headers={"Location": tenant.url + "/login"}))

    with pytest.raises(ApiError, match=f"{status}.*SAIL_BASE_URL"):
        session.send(_POST)
    assert tenant.lines == ["POST /v2025/things"]


def test_a_dropped_connection_is_tried_again_for_a_get(tenant: Any, session: Session, answer: Any) -> None:
    tenant.answers(answer(drop=True), answer(drop=True), {"ok": 1})

    assert session.send(_GET).status == 200
    assert len(tenant.asked) == 3


def test_an_answer_that_is_cut_is_tried_again_for_a_get(tenant: Any, session: Session, answer: Any) -> None:
    tenant.answers(answer(body={"a": "b" * 100}, cut=20), {"ok": 1})

    assert session.send(_GET).body == b'{"ok": 1}'


@pytest.mark.parametrize("fault", [{"drop": True}, {"body": {"a": "b" * 100}, "cut": 20}], ids=["dropped", "cut"])
def test_a_broken_post_is_not_sent_again_and_may_have_been_carried_out(
    tenant: Any, session: Session, answer: Any, fault: dict[str, Any]
) -> None:
    tenant.answers(answer(**fault))

    with pytest.raises(ConnectionFailed, match=r"not sent again.*look before you repeat") as caught:
        session.send(_POST)
    assert caught.value.maybe_done
    assert len(tenant.asked) == 1
    assert str(caught.value.request) == f"POST {tenant.url}/v2025/things"


def test_a_connection_that_stays_broken_lists_its_attempts(tenant: Any, make_session: Any, answer: Any) -> None:
    tenant.answers(answer(drop=True))

    with pytest.raises(ConnectionFailed, match=r"\(3 attempts\)") as caught:
        make_session(max_retries=2).send(_GET)
    assert len(caught.value.attempts) == len(tenant.asked) == 3
    assert not caught.value.maybe_done


def test_a_refused_connection_is_tried_again_for_a_post_too(clock: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    session = Session(
        Profile("gone", f"http://127.0.0.1:{port}", "id", _SECRET, environment="sandbox", max_retries=2), clock=clock
    )

    with pytest.raises(ConnectionFailed, match=r"refused the connection.*Check SAIL_BASE_URL") as caught:
        session.send(_POST)
    assert len(caught.value.attempts) == 3
    assert not caught.value.maybe_done
    session.close()


def test_an_unknown_host_is_named(clock: Any) -> None:
    session = Session(Profile("gone", "https://acme.invalid", "id", _SECRET, max_retries=0), yes=True, clock=clock)

    with pytest.raises(ConnectionFailed, match=r"host acme\.invalid is unknown.*SAIL_BASE_URL"):
        session.send(_GET)
    session.close()


@pytest.mark.parametrize(
    ("reached", "reason"),
    [
        pytest.param(False, ssl.SSLCertVerificationError(1, "self-signed certificate"), id="certificate refused"),
        pytest.param(True, ssl.SSLError(1, "DECRYPTION_FAILED_OR_BAD_RECORD_MAC"), id="broken while running"),
    ],
)
def test_a_tls_fault_may_have_come_after_the_request(reached: bool, reason: ssl.SSLError) -> None:
    fault = requests.exceptions.SSLError(MaxRetryError(None, "/x", PoolSSLError(reason)))  # type: ignore[arg-type]

    assert reached is _may_have_reached(fault)


def test_the_pace_is_kept_for_each_generation(tenant: Any, make_session: Any, clock: Any) -> None:
    tenant.answers({})
    session = make_session(rate_limit=2)
    for _ in range(2):
        session.send(_GET)
    session.send(Request("GET", "/v3/things", generation="v3"))
    assert clock.slept == []
    session.send(_GET)

    assert clock.slept == [10.0]
    assert session.requests_left == 1


# --- secrets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "script",
    [
        pytest.param({"tokens": [(401, {"error": "no"})]}, id="sign-in refused"),
        pytest.param({"tokens": [(200, {"nothing": 1})]}, id="no token"),
        pytest.param({"answers": [(403, {"error": "no"})]}, id="refused"),
        pytest.param({"drop": True}, id="dropped"),
    ],
)
def test_no_error_text_and_no_traceback_holds_a_secret(
    tenant: Any, make_session: Any, answer: Any, script: dict[str, Any]
) -> None:
    tenant.tokens = [answer(*one) for one in script.get("tokens", ())]
    tenant.answers(
        *(answer(*one) for one in script.get("answers", ())), *([answer(drop=True)] if "drop" in script else ())
    )
    session = make_session(max_retries=0, proxy="http://me:proxy-pass@proxy:1")

    with pytest.raises(Exception) as caught:
        session.send(_POST)
    told = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=False).format())
    for text in (told, str(caught.value), repr(caught.value), repr(vars(caught.value)), repr(session)):
        assert _SECRET not in text
        assert "token-1" not in text
        assert "proxy-pass" not in text


def test_what_goes_over_the_wire_shows_no_token_and_no_body_in_its_repr() -> None:
    wire = Wire("POST", "https://acme.test/oauth/token", {"Authorization": "Bearer t0ken"}, b"client_secret=s3cr3t")

    assert "t0ken" not in repr(wire)
    assert "s3cr3t" not in repr(wire)


# --- rails --------------------------------------------------------------------------------------------------------


def test_read_only_lets_reading_pass_and_sends_no_change(tenant: Any, make_session: Any) -> None:
    tenant.answers({})
    session = make_session(read_only=True)
    session.send(_GET)
    with pytest.raises(RefusedError, match="read-only"):
        session.send(_POST)

    assert tenant.lines == ["GET /v2025/things"]


def test_a_read_only_profile_holds_whatever_the_session_says(make_session: Any) -> None:
    assert make_session(read_only=False, **{}).rails.read_only is False
    assert Session(Profile("a", "sandbox:", read_only=True), read_only=False).rails.read_only


def test_what_if_sends_nothing_not_even_a_sign_in_and_shows_the_exact_request(tenant: Any, make_session: Any) -> None:
    with pytest.raises(Planned) as caught:
        make_session(what_if=True).send(_POST)

    assert caught.value.plan.text.splitlines() == [
        "What if: New-Thing on 127.0.0.1",
        f"POST {tenant.url}/v2025/things",
        "Content-Type: application/json",
        "{}",
        f"curl -X POST {tenant.url}/v2025/things -H 'Authorization: Bearer ***' -H 'Content-Type: application/json' "
        "--data-binary '{}'",
    ]
    assert (tenant.asked, tenant.sign_ins) == ([], [])


@pytest.mark.parametrize(
    ("asks", "settings"),
    [
        pytest.param(True, {"environment": "production"}, id="production"),
        pytest.param(False, {"environment": "sandbox"}, id="sandbox"),
        pytest.param(True, {"environment": "sandbox", "confirm": True}, id="ISN_CONFIRM"),
        pytest.param(False, {"environment": "production", "yes": True}, id="--yes"),
    ],
)
def test_production_asks_before_a_change(make_session: Any, asks: bool, settings: dict[str, Any]) -> None:
    assert asks is make_session(**settings).rails.ask


def test_on_production_without_a_terminal_nothing_is_sent(tenant: Any, make_session: Any, person: Any) -> None:
    with pytest.raises(RefusedError, match="--yes"):
        make_session(environment="production").send(_POST, target="1")

    assert len(person.questions) == 1
    assert (tenant.asked, tenant.sign_ins) == ([], [])


def test_an_experimental_operation_says_so_once(tenant: Any, session: Session, person: Any) -> None:
    tenant.answers({})
    for _ in range(2):
        session.send(Request("GET", "/x", headers={"X-SailPoint-Experimental": "true"}, command="Get-X"))

    assert person.notes == ["Get-X is experimental: SailPoint may change it without notice."]
    assert tenant.asked[0].headers["X-SailPoint-Experimental"] == "true"


def test_a_profile_may_refuse_experimental_operations(tenant: Any, make_session: Any) -> None:
    with pytest.raises(UsageError, match="ISN_EXPERIMENTAL=false"):
        make_session(experimental=False).send(Request("GET", "/x", headers={"X-SailPoint-Experimental": "true"}))

    assert tenant.asked == []


def test_an_operation_of_nerm_needs_its_own_address(session: Session) -> None:
    with pytest.raises(ProfileError, match="SAIL_NERM_BASE_URL"):
        session.send(Request("GET", "/profiles", family="nerm", command="Get-Profiles"))


# --- the current session ------------------------------------------------------------------------------------------


@pytest.fixture
def profiles() -> Any:
    return [Profile(name, f"https://{name}.invalid", environment="sandbox") for name in ("first", "second")]


def test_connect_makes_the_session_current(profiles: Any) -> None:
    assert peek_session() is None
    first = connect(profiles[0])
    assert current_session() is peek_session() is first
    second = connect(profiles[1])
    assert current_session() is second


def test_a_block_overrides_the_process_and_gives_it_back(profiles: Any) -> None:
    outer, inner = connect(profiles[0]), Session(profiles[1])
    with inner as given:
        assert given is inner
        assert current_session() is inner
    assert current_session() is outer


def test_a_block_closes_its_session(profiles: Any) -> None:
    with connect(profiles[0]) as session:
        pass

    assert peek_session() is None
    with pytest.raises(StreamError, match=r"session 'first' is closed.*connect"):
        session.send(_GET)


def test_blocks_of_one_session_may_nest(profiles: Any) -> None:
    with Session(profiles[0]) as session:
        with session:
            assert current_session() is session
        assert current_session() is session
        assert "closed" not in repr(session)

    assert "closed" in repr(session)


def test_a_session_given_to_a_command_wins_over_a_block(profiles: Any) -> None:
    given = Session(profiles[1])
    with Session(profiles[0]) as block:
        with scope(session=given):
            assert current_session() is given
        assert current_session() is block


def test_closing_goes_back_to_the_session_before(profiles: Any) -> None:
    first, second = connect(profiles[0]), connect(profiles[1])
    second.close()

    assert current_session() is first


def test_a_closed_session_never_becomes_current_again(profiles: Any) -> None:
    first, second, third = connect(profiles[0]), connect(profiles[1]), connect(profiles[0])
    second.close()
    third.close()

    assert peek_session() is first
    first.close()
    assert peek_session() is None


def test_another_thread_sees_the_process_session_and_no_block(profiles: Any) -> None:
    outer = connect(profiles[0])
    with Session(profiles[1]) as inner, ThreadPoolExecutor(1) as pool:
        assert pool.submit(current_session).result() is outer
        assert pool.submit(copy_context().run, current_session).result() is inner


def test_one_session_may_be_entered_by_two_threads(profiles: Any) -> None:
    session, faults = Session(profiles[0]), []
    first_in, second_in = threading.Event(), threading.Event()

    def other() -> None:
        try:
            first_in.wait()
            with session:
                second_in.set()
                assert current_session() is session
                done.wait()
        except Exception as fault:
            faults.append(fault)

    done, thread = threading.Event(), threading.Thread(target=other)
    thread.start()
    with session:
        first_in.set()
        second_in.wait()
    assert "closed" not in repr(session)
    done.set()
    thread.join()

    assert faults == []
    assert "closed" in repr(session)


def test_without_a_session_the_default_profile_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAIL_BASE_URL", "https://acme.invalid")

    assert current_session().tenant == "acme.invalid"
    assert current_session() is peek_session()


def test_without_a_profile_the_error_says_what_to_try(here: Any) -> None:
    with pytest.raises(ProfileError, match="isnshell -p demo"):
        current_session()


def test_what_the_command_line_said_holds_for_every_session(profiles: Any) -> None:
    hold(read_only=True, what_if=True, yes=False, api_version="v2024")

    for session in (connect(profiles[0], read_only=False), Session(profiles[1])):
        assert session.rails.read_only
        assert session.rails.what_if
    assert connect(profiles[0]).api_version == "v2024"
    assert connect(profiles[0], api_version="beta").api_version == "beta"


def test_the_generation_may_be_set_to_one_that_there_is(profiles: Any) -> None:
    session = Session(profiles[0])
    session.api_version = "v2024"
    with pytest.raises(UsageError, match=r"no API generation 'v2o25'.*v2025"):
        session.api_version = "v2o25"

    assert session.api_version == "v2024"


def test_the_repr_tells_profile_tenant_environment_and_rails(profiles: Any) -> None:
    assert repr(Session(profiles[0], read_only=True)) == "<Session first at first.invalid, sandbox, v2025, read-only>"


def test_setting_a_session_returns_it(profiles: Any) -> None:
    session = Session(profiles[0])

    assert set_session(session) is session is module.current_session()
