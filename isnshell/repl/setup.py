"""Setting up a profile by a few questions: tenant, client id, secret; tested before it is written."""

from __future__ import annotations

import sys
from collections.abc import Callable

from attrs import define, field, frozen

from ..clock import human_duration
from ..errors import ConnectionFailed, IsnError, ProfileError, SignInError, UsageError
from ..formatting.terminal import show_error
from ..tenant.addresses import api_addresses, tenant_name
from ..tenant.finding import find_tenant
from ..tenant.hidden import read_hidden
from ..tenant.profile_files import Saved, check_new_name, save_profile
from ..tenant.profiles import make_profile
from ..tenant.session import Session

_ATTEMPTS = 3


@frozen
class Wanted:
    """What is known of a profile before anything is asked. Its repr shows no secret.

    Args:
        secret: The secret, or `env:NAME`.
        test: Whether to try the sign-in before the profile is written.
    """

    name: str = ""
    tenant: str = ""
    client_id: str = ""
    secret: str = field(default="", repr=False)
    auth: str = ""
    environment: str = ""
    test: bool = True


@define
class Person:
    """Whoever sits at the terminal: questions go to standard error, a secret is typed without an echo."""

    is_there: bool = True

    def ask(self, question: str) -> str:
        """A line, without the blanks around it.

        Raises:
            EOFError: The input has ended.
        """
        self.say(question, end="")
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.strip()

    def ask_secret(self, question: str) -> str:
        """A line that is not shown."""
        return read_hidden(question).strip()

    def say(self, text: str, end: str = "\n") -> None:
        """A line on standard error."""
        sys.stderr.write(text + end)
        sys.stderr.flush()


def person_here() -> Person:
    """The person at this terminal, if there is one."""
    return Person(is_there=sys.stdin.isatty() and sys.stderr.isatty())


def set_up(wanted: Wanted, person: Person) -> Saved:
    """Make a profile; what is not known is asked where a person is there.

    Raises:
        UsageError: Something is missing, and nobody is there to ask.
        SignInError: The tenant refused the client id or secret.
        ConnectionFailed: The tenant can't be reached.
        ProfileError: There is such a profile, or a setting is wrong.
    """
    if wanted.name:
        check_new_name(wanted.name)
    base_url = _tenant(wanted, person)
    name = wanted.name or _name(tenant_name(base_url), person)
    for attempt in range(_ATTEMPTS):
        settings = _settings(wanted, person, name, base_url)
        try:
            signed_in = _try(name, settings) if wanted.test else ""
            break
        except SignInError as error:
            if not person.is_there or attempt == _ATTEMPTS - 1:
                raise
            show_error(error)
            person.say("Once more, please.")
            wanted = Wanted(wanted.name, wanted.tenant, "", "", wanted.auth, wanted.environment)
        except ConnectionFailed as error:
            if not person.is_there:
                raise
            show_error(error)
            if not _is_yes(person.ask("Keep the profile all the same? [y/N] ")):
                raise
            signed_in = ""
            break
    saved = save_profile(name, settings)
    _tell(saved, signed_in, person)
    return saved


def _tenant(wanted: Wanted, person: Person) -> str:
    if wanted.tenant:
        return _found(wanted.tenant, person)
    while True:
        text = _needed(person, "--tenant", person.ask, "Tenant, by its name (acme) or address: ")
        try:
            return _found(text, person)
        except UsageError as error:
            show_error(error)


def _found(text: str, person: Person) -> str:
    try:
        return find_tenant(text)
    except ProfileError as error:
        # Behind a closed door one may still write the profile; the test will say what is in the way
        first = api_addresses(text)[0]
        if person.is_there:
            show_error(error)
            person.say(f"Going on with {first}.")
        return first


def _name(usual: str, person: Person) -> str:
    while True:
        text = _needed(person, "NAME", person.ask, f"Name of the profile [{usual or 'tenant'}]: ") or usual or "tenant"
        try:
            return check_new_name(text)
        except IsnError as error:
            show_error(error)


def _settings(wanted: Wanted, person: Person, name: str, base_url: str) -> dict[str, str]:
    settings = {"SAIL_BASE_URL": base_url}
    make_profile(name, settings, name)  # a wrong address is said before anything is typed for it
    if wanted.auth == "token":
        return {**settings, "ISN_AUTH": "token", **_environment(wanted)}
    client_id = wanted.client_id or _needed(person, "--client-id", person.ask, "Client id: ")
    auth, secret = wanted.auth, wanted.secret
    if not secret and auth != "browser":
        question = "Client secret (not shown; Enter alone: sign in by browser): "
        secret = _needed(person, "--secret", person.ask_secret, question)
        auth = auth or ("client" if secret else "browser")
    settings |= {"SAIL_CLIENT_ID": client_id, "SAIL_CLIENT_SECRET": secret}
    if auth == "browser":
        settings["ISN_AUTH"] = auth
    return {**settings, **_environment(wanted)}


def _environment(wanted: Wanted) -> dict[str, str]:
    return {"ISN_ENVIRONMENT": wanted.environment} if wanted.environment else {}


def _needed(person: Person, option: str, ask: Callable[[str], str], question: str) -> str:
    if not person.is_there:
        raise UsageError(f"A new profile needs {option}", why="no terminal is there to ask at")
    return ask(question)


def _try(name: str, settings: dict[str, str]) -> str:
    """Sign in once, and say as whom."""
    session = Session(make_profile(name, settings, "what was typed"))
    try:
        session.sign_in()
        return f"Signed in as {session.signed_in_as}, token for {human_duration(session.token_life or 0)}."
    finally:
        session.close()


def _is_yes(answer: str) -> bool:
    return answer.lower() in ("y", "yes")


def _tell(saved: Saved, signed_in: str, person: Person) -> None:
    if signed_in:
        person.say(signed_in)
    person.say(f"Profile {saved.profile.name!r} is written: {saved.path}")
    if saved.in_keyring:
        person.say("Its secret is in the system's keyring.")
    elif saved.profile.client_secret and not saved.profile.client_secret.startswith("env:"):
        who = "readable by you alone" if saved.is_private else "which others may be able to read"
        person.say(f"This system has no usable keyring, so its secret is in that file, {who}.")
    if saved.profile.is_production:
        person.say("It counts as production: changes are asked about. ISN_ENVIRONMENT=sandbox in the file ends that.")
