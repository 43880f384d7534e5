"""Signing in over real HTTP: a pasted token, and a browser that follows the sign-in page."""

from __future__ import annotations

import base64
import socket
import threading
import urllib.error
import urllib.request
from urllib.parse import parse_qs, urlencode, urlsplit

import keyring
import pytest
from keyring.errors import PasswordDeleteError

from isnshell.errors import ProfileError, SignInError
from isnshell.host import set_host
from isnshell.tenant import browser, keyring_entries, secrets


class MemoryKeyring:
    """A keyring that is there, and forgets everything after the test."""

    priority = 5

    def __init__(self):
        self.held = {}

    def install(self, monkeypatch):
        monkeypatch.setattr(keyring, "get_keyring", lambda: self)
        monkeypatch.setattr(keyring, "get_password", lambda service, user: self.held.get((service, user)))
        monkeypatch.setattr(
            keyring, "set_password", lambda service, user, value: self.held.update({(service, user): value})
        )
        monkeypatch.setattr(keyring, "delete_password", self._delete)
        return self

    def _delete(self, service, user):
        if self.held.pop((service, user), None) is None:
            raise PasswordDeleteError(user)


class Browser:
    """Follows the sign-in page to where it leads, as a browser does; `change` alters the address before that."""

    def __init__(self):
        self.opened = []
        self.pages = []
        self.change = lambda url: url

    def open(self, url):
        self.opened.append(url)
        threading.Thread(target=self._follow, args=(self.change(url),), daemon=True).start()
        return True

    def _follow(self, url):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                self.pages.append((answer.status, answer.read().decode()))
        except urllib.error.HTTPError as error:
            self.pages.append((error.code, error.read().decode()))


@pytest.fixture
def person(monkeypatch):
    """Whoever sits at the browser."""
    one = Browser()
    monkeypatch.setattr(browser, "open_page", one.open)
    monkeypatch.setattr(browser, "is_attended", lambda: True)
    return one


@pytest.fixture
def ring(monkeypatch):
    return MemoryKeyring().install(monkeypatch)


@pytest.fixture
def sign_in(sandbox, open_session):
    def open_(**settings):
        return open_session(sandbox, auth="browser", client_secret="", redirect_port=0, **settings)

    return open_


def _tasks(session):
    from cmdlets import get_pending_tasks

    return list(get_pending_tasks(limit=1, session=session))


def test_a_browser_signs_in_with_pkce_and_state(sandbox, sign_in, person, ring):
    session = sign_in()
    assert len(_tasks(session)) == 1
    asked = parse_qs(urlsplit(person.opened[0]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["state"][0]) >= 20
    assert asked["redirect_uri"][0].startswith("http://localhost:")
    (request,) = [one for one in sandbox.requests if one.path == "/oauth/token"]
    sent = parse_qs(request.body.decode())
    assert sent["grant_type"] == ["authorization_code"]
    assert browser.challenge(sent["code_verifier"][0]) == asked["code_challenge"][0]
    assert "client_secret" not in sent
    assert session.signed_in_as == "sandbox.admin"
    assert [status for status, _ in person.pages] == [200]


def test_the_refresh_token_is_kept_for_this_host_and_rotated(sandbox, sign_in, person, ring):
    _tasks(sign_in())
    ((place, first),) = ring.held.items()
    assert place == ("isnshell", f"refresh:{sandbox.client_id}@127.0.0.1")
    _tasks(sign_in())
    assert len(person.opened) == 1
    assert ring.held[place] not in ("", first)


def test_a_refresh_token_that_is_no_longer_good_leads_to_the_browser_again(sandbox, sign_in, person, ring):
    ring.held["isnshell", f"refresh:{sandbox.client_id}@127.0.0.1"] = "stale"
    _tasks(sign_in())
    assert len(person.opened) == 1
    assert "stale" not in ring.held.values()


def test_without_a_keyring_a_session_still_renews_its_own_token(sandbox, sign_in, person, monkeypatch):
    monkeypatch.setattr(keyring_entries, "has_keyring", lambda: False)
    session = sign_in()
    _tasks(session)
    sandbox.app.tokens.expire_all()
    _tasks(session)
    assert len(person.opened) == 1


def test_an_answer_with_another_state_is_not_taken(sandbox, sign_in, person, ring, monkeypatch):
    def forge(url):
        query = {name: found[0] for name, found in parse_qs(urlsplit(url).query).items()}
        back = f"{query['redirect_uri']}?{urlencode({'code': 'stolen', 'state': 'other'})}"
        with pytest.raises(urllib.error.HTTPError, match="400"):
            urllib.request.urlopen(back, timeout=5)
        return url

    person.change = forge
    assert len(_tasks(sign_in())) == 1


def test_a_refusal_in_the_browser_says_what_the_client_must_allow(sign_in, person, ring):
    person.change = lambda url: url.replace("S256", "plain")
    with pytest.raises(
        ProfileError, match=r"refused in the browser.*PKCE.*AUTHORIZATION_CODE.*http://localhost:\d+/call"
    ):
        _tasks(sign_in())


def test_whoever_says_no_is_told_so(sign_in, person, ring):
    def deny(url):
        query = {name: found[0] for name, found in parse_qs(urlsplit(url).query).items()}
        return f"{query['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': query['state']})}"

    person.change = deny
    with pytest.raises(ProfileError, match=r"refused in the browser: access_denied.*said no"):
        _tasks(sign_in())
    assert "refused" in person.pages[0][1]


@pytest.fixture
def by_hand(monkeypatch, sandbox):
    """A person whose browser is on another machine; `lines` are typed once the page is known."""

    class Hand:
        def __init__(self):
            self.notes, self.warnings, self.lines = [], [], []

        def note(self, text):
            self.notes.append(text)

        def warn(self, text):
            self.warnings.append(text)

        def page(self):
            return next(line for line in self.notes[0].splitlines() if line.startswith("http"))

        def poll(self):
            return self.lines.pop(0)(self) if self.lines else None

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *arguments):
            return None

    def end(hand):
        """The address that a browser ends at, which it can't show there."""
        with pytest.raises(urllib.error.HTTPError) as answer:
            urllib.request.build_opener(Stay).open(hand.page(), timeout=5)
        with answer.value as page:
            return page.headers["Location"]

    hand = Hand()
    hand.end = end
    set_host(lambda: hand)
    monkeypatch.setattr(browser, "open_page", lambda url: False)
    monkeypatch.setattr(browser, "is_attended", lambda: True)
    monkeypatch.setattr(browser, "TypedLines", lambda: hand)
    return hand


def test_the_address_that_a_browser_elsewhere_ends_at_is_pasted_by_hand(sign_in, by_hand, ring):
    by_hand.lines = [lambda hand: "", by_hand.end]
    assert len(_tasks(sign_in())) == 1
    assert "paste the address of that page here" in by_hand.notes[0]
    assert by_hand.warnings == []


@pytest.mark.parametrize("typed", ["hello", "http://[", "http://localhost:8751/callback?code=stolen&state=other"])
def test_what_belongs_to_no_sign_in_is_not_taken(sandbox, sign_in, by_hand, ring, typed):
    by_hand.lines = [lambda hand: typed, by_hand.end]
    assert len(_tasks(sign_in())) == 1
    assert "no answer to this sign-in" in by_hand.warnings[0]
    assert "stolen" not in by_hand.warnings[0]


def test_a_port_that_is_taken_is_named_with_what_to_do(sandbox, open_session, person, ring):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        session = open_session(sandbox, auth="browser", client_secret="", redirect_port=port)
        with pytest.raises(ProfileError, match=rf"Port {port} .* is taken.*ISN_REDIRECT_PORT"):
            _tasks(session)
    assert person.opened == []


def test_nobody_is_waited_for_for_ever(sign_in, person, ring, monkeypatch):
    monkeypatch.setattr(browser, "open_page", lambda url: True)
    monkeypatch.setattr(browser, "_LONGEST_WAIT", 0.3)
    with pytest.raises(ProfileError, match=r"Nobody signed in to tenant \S+ within"):
        _tasks(sign_in())


def test_a_refresh_token_that_another_session_changed_is_no_reason_to_ask(sandbox, sign_in, person, ring):
    first = sign_in()
    _tasks(first)
    _tasks(sign_in())  # takes the refresh token from the keyring, and leaves its successor there
    sandbox.app.tokens.expire_all()
    _tasks(first)
    assert len(person.opened) == 1


def test_a_code_is_good_for_whoever_began_only(sandbox, sign_in, person, ring, monkeypatch):
    challenge = browser.challenge
    monkeypatch.setattr(browser, "challenge", lambda verifier: challenge("somebody else's"))
    with pytest.raises(SignInError, match="Invalid authorization code"):
        _tasks(sign_in())


def test_without_a_person_it_says_what_to_do(sign_in, ring):
    with pytest.raises(ProfileError, match=r"needs a person at a browser.*ISN_AUTH=client"):
        _tasks(sign_in())


def test_no_secret_of_a_browser_sign_in_is_said(sandbox, sign_in, person, ring, capsys):
    from isnshell.host import PlainHost

    set_host(PlainHost)
    session = sign_in()
    _tasks(session)
    said = capsys.readouterr()
    (request,) = [one for one in sandbox.requests if one.path == "/oauth/token"]
    sent = parse_qs(request.body.decode())
    for hidden in (sent["code"][0], sent["code_verifier"][0], *ring.held.values()):
        assert hidden not in said.out + said.err + repr(session) + repr(vars(session))


def test_a_secret_that_was_typed_is_good_for_the_next_token_until_it_is_refused(sandbox, open_session, monkeypatch):
    asked = _type(monkeypatch, "wrong", sandbox.client_secret, "not asked for")
    session = open_session(sandbox, client_secret="")
    with pytest.raises(SignInError):
        _tasks(session)
    _tasks(session)
    sandbox.app.tokens.expire_all()
    _tasks(session)
    assert len(asked) == 2
    assert sandbox.client_secret not in repr(session) + repr(vars(session))


@pytest.fixture
def pasted(sandbox, open_session):
    """An access token that another tool came by."""
    session = open_session(sandbox)
    session.sign_in()
    return session._tokens.get()


def test_a_pasted_token_is_used_and_tells_life_and_identity(sandbox, open_session, pasted, monkeypatch):
    monkeypatch.setattr(secrets, "read_hidden", lambda question: f" Bearer {pasted[:40]}\n{pasted[40:]} ")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    session = open_session(sandbox, auth="token", client_secret="")
    assert len(_tasks(session)) == 1
    assert session.signed_in_as == "sandbox.admin"
    assert 43_000 < session.token_life <= 43_200
    assert len([one for one in sandbox.requests if one.path == "/oauth/token"]) == 1


def test_a_token_may_be_in_the_environment_and_is_not_used_again_once_refused(
    sandbox, open_session, pasted, monkeypatch
):
    monkeypatch.setenv("PASTED", pasted)
    session = open_session(sandbox, auth="token", token="env:PASTED", client_secret="")
    assert len(_tasks(session)) == 1
    sandbox.app.tokens.expire_all()
    with pytest.raises(ProfileError, match=r"no access token that is still good \(env:PASTED\)") as caught:
        _tasks(session)
    assert pasted not in str(caught.value) + repr(session.profile)


@pytest.mark.parametrize("pasted", ["get_pending_tasks(limit=1)", "garbage", "ey J"])
def test_what_is_no_token_is_not_sent(sandbox, open_session, monkeypatch, pasted):
    _type(monkeypatch, pasted)
    with pytest.raises(ProfileError, match=r"no access token.*two dots") as caught:
        _tasks(open_session(sandbox, auth="token", client_id="", client_secret=""))
    assert pasted not in str(caught.value)
    assert list(sandbox.requests) == []


def test_a_token_that_has_ended_is_refused_at_once(sandbox, open_session, monkeypatch):
    part = base64.urlsafe_b64encode(b'{"exp": 1764000000}').rstrip(b"=").decode()
    _type(monkeypatch, f"eyJhbGciOiJIUzI1NiJ9.{part}.signature")
    with pytest.raises(ProfileError, match=r"ended \d+ days ago.*Get a new one"):
        _tasks(open_session(sandbox, auth="token", client_id="", client_secret=""))
    assert list(sandbox.requests) == []


def test_one_that_has_ended_is_not_taken_from_the_profile_again(sandbox, open_session, pasted, monkeypatch):
    part = base64.urlsafe_b64encode(b'{"exp": 1764000000}').rstrip(b"=").decode()
    asked = _type(monkeypatch, pasted)
    session = open_session(
        sandbox, auth="token", client_id="", client_secret="", token=f"eyJhbGciOiJIUzI1NiJ9.{part}.signature"
    )
    with pytest.raises(ProfileError, match=r"ended \d+ days ago"):
        _tasks(session)
    assert len(_tasks(session)) == 1
    assert "has ended or was refused" in asked[0]


def test_once_refused_another_token_is_asked_for_by_saying_so(sandbox, open_session, pasted, monkeypatch):
    asked = _type(monkeypatch, "a-token-that-nobody-knows", pasted)
    session = open_session(sandbox, auth="token", client_id="", client_secret="")
    assert len(_tasks(session)) == 1
    assert ["refused" in question for question in asked] == [False, True]
    assert session.signed_in_as == "sandbox.admin"


def test_a_client_without_an_id_is_not_asked_for_its_secret(sandbox, open_session):
    with pytest.raises(ProfileError, match=r"has no client id.*SAIL_CLIENT_ID"):
        _tasks(open_session(sandbox, client_id=""))
    assert list(sandbox.requests) == []


def _type(monkeypatch, *lines):
    """Somebody who types these lines when asked for what is not shown; gives the questions."""
    left, asked = list(lines), []
    monkeypatch.setattr(secrets, "read_hidden", lambda question: asked.append(question) or left.pop(0))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    return asked
