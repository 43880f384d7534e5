"""Setting up a profile by a few questions: tenant, client id, secret; tested before it is written."""

from __future__ import annotations

from attrs import evolve, field, frozen

from ..clock import human_duration
from ..errors import ConnectionFailed, IsnError, ProfileError, SignInError, UsageError
from ..formatting.terminal import show_error
from ..tenant.addresses import api_addresses, personal_token_page, tenant_name
from ..tenant.finding import ask_tenant, find_tenant
from ..tenant.profile_files import Saved, check_new_name, own_settings, save_profile
from ..tenant.profiles import SANDBOX_URL, make_profile, network_settings
from ..tenant.session import Session
from .person import Person

_ATTEMPTS = 3
_RETRIES = 1  # somebody waits at the terminal
_CREDENTIALS = ("ISN_AUTH", "ISN_TOKEN")


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


def set_up(wanted: Wanted, person: Person) -> Saved:
    """Make a profile; what is not known is asked where a person is there.

    Raises:
        UsageError: Something is missing, and nobody is there to ask.
        SignInError: The tenant refused the client id or secret.
        ConnectionFailed: The tenant can't be reached.
        ProfileError: There is such a profile, or a setting is wrong.
    """
    name, kept = (wanted.name, _kept(wanted.name, person)) if wanted.name else ("", None)
    base_url = _tenant(wanted, person)
    if not name:
        name, kept = _name(tenant_name(base_url) or "tenant", person)
    # What it takes to reach the tenant is part of a profile: named, it is not asked of the environment
    known = {**network_settings(), **(kept or {}), "SAIL_BASE_URL": base_url}
    settings, signed_in = _credentials(wanted, person, name, known)
    saved = save_profile(name, settings, replace=kept is not None)
    _tell(saved, signed_in, person)
    return saved


# --- the name -------------------------------------------------------------------------------------------------------


def _name(usual: str, person: Person) -> tuple[str, dict[str, str] | None]:
    """A name that can be used, and what stays of the profile that has it."""
    while True:
        name = _needed(person, "NAME", f"Name of the profile [{usual}]: ") or usual
        try:
            return name, _kept(name, person)
        except IsnError as error:
            show_error(error)


def _kept(name: str, person: Person) -> dict[str, str] | None:
    """What stays of the person's own profile that is to be replaced, such as its rails; None if the name is new."""
    try:
        check_new_name(name)
    except ProfileError as error:
        settings = own_settings(name)
        if settings is None or not person.is_there:
            raise
        show_error(ProfileError(error.what, why=error.why))
        if not person.agrees("Sign in anew and replace it?"):
            raise ProfileError(f"Profile {name!r} stays as it is", hint="Give another name for a new one.") from None
        return {key: value for key, value in settings.items() if key.startswith("ISN_") and key not in _CREDENTIALS}
    return None


# --- the tenant -----------------------------------------------------------------------------------------------------


def _tenant(wanted: Wanted, person: Person) -> str:
    """Address of the tenant's API: it answers, or the person goes on all the same."""
    text = wanted.tenant or _needed(person, "--tenant", "Tenant, by its name (acme) or any of its addresses: ")
    if not person.is_there:
        addresses = api_addresses(text)
        return addresses[0] if len(addresses) == 1 or not wanted.test else find_tenant(text)
    while True:
        try:
            address = _answering(text) if wanted.test else api_addresses(text)[0]
            person.say(f"Its API is at {address}")
            return address
        except UsageError as error:
            show_error(error)
            text = person.ask("Tenant: ")
        except ProfileError as error:
            # Behind a closed door one may still write the profile
            likely = api_addresses(text)[0]
            show_error(error)
            text = person.ask("Another name or address (Enter goes on with this one): ")
            if not text:
                person.say(f"Its API is taken to be at {likely}")
                return likely


def _answering(text: str) -> str:
    address = find_tenant(text)
    return address if address == SANDBOX_URL else ask_tenant(address)


# --- id and secret --------------------------------------------------------------------------------------------------


def _credentials(wanted: Wanted, person: Person, name: str, known: dict[str, str]) -> tuple[dict[str, str], str]:
    """The profile's settings, and in words who they sign in; a person may try a few times."""
    if wanted.environment:
        known = {**known, "ISN_ENVIRONMENT": wanted.environment}
    make_profile(name, known, name)  # a wrong setting is said before anything is typed for it
    for attempt in range(1, _ATTEMPTS + 1):
        settings = _settings(wanted, person, known)
        if not wanted.test:
            return settings, ""
        try:
            return settings, _sign_in(name, settings)
        except (SignInError, ProfileError) as error:
            if not person.is_there or attempt == _ATTEMPTS:
                raise
            error.hint = error.hint if isinstance(error, ProfileError) else "Check the client id and the secret."
            show_error(error)
            person.say("Once more, please.")
            wanted = evolve(wanted, client_id="", secret="")
            known = {**known, "SAIL_CLIENT_ID": settings.get("SAIL_CLIENT_ID", "")}
        except ConnectionFailed as error:
            if not person.is_there:
                raise
            show_error(error)
            if not person.agrees("Keep the profile all the same?"):
                raise ProfileError("No profile was written", why="its sign-in could not be tried") from None
            return settings, ""
    raise AssertionError("the last attempt returns or raises")


def _settings(wanted: Wanted, person: Person, known: dict[str, str]) -> dict[str, str]:
    if wanted.auth == "token":
        return {**known, "ISN_AUTH": "token"}
    client_id = wanted.client_id or _client_id(wanted, person, known)
    secret, auth = wanted.secret, wanted.auth
    if not secret and auth != "browser":
        question = "Client secret (not shown; Enter alone: sign in by browser): "
        secret = _needed(person, "--secret", question, hidden=True)
        auth = auth or ("client" if secret else "browser")
    settings = {**known, "SAIL_CLIENT_ID": client_id, "SAIL_CLIENT_SECRET": secret}
    if auth != "browser":
        return settings
    settings["ISN_AUTH"] = auth
    port = make_profile("new", settings, "what was typed").redirect_port
    person.say(
        "The API client must have the grants AUTHORIZATION_CODE and REFRESH_TOKEN, "
        + (f"and the redirect address http://localhost:{port}/callback" if port else "and a redirect to localhost")
    )
    return settings


def _client_id(wanted: Wanted, person: Person, known: dict[str, str]) -> str:
    before = known.get("SAIL_CLIENT_ID", "")
    page = personal_token_page(known["SAIL_BASE_URL"])
    if page and not before and wanted.auth != "browser" and person.is_there:
        person.say(f"A personal access token gives you both a client id and a secret:\n  {page}")
    while True:
        text = _needed(person, "--client-id", f"Client id [{before}]: " if before else "Client id: ") or before
        if text and len(text.split()) == 1:
            return text
        person.say("A client id is one word: letters, digits, hyphens.")


def _needed(person: Person, option: str, question: str, *, hidden: bool = False) -> str:
    if not person.is_there:
        raise UsageError(f"A new profile needs {option}", why="no terminal is there to ask at")
    return person.ask_secret(question) if hidden else person.ask(question)


def _sign_in(name: str, settings: dict[str, str]) -> str:
    """Sign in once, and say as whom."""
    session = Session(evolve(make_profile(name, settings, "what was typed"), max_retries=_RETRIES))
    try:
        session.sign_in()
        return f"Signed in as {session.signed_in_as}, token for {human_duration(session.token_life or 0)}."
    finally:
        session.close()


# --- what came of it ------------------------------------------------------------------------------------------------


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
