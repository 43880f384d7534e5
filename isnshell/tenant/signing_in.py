"""Signing in: how a token is come by, for each kind of `ISN_AUTH`. What a token is good for is `auth`'s."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from attrs import frozen

from ..clock import Clock, human_duration
from ..errors import ApiError, ProfileError, SignInError
from ..host import note_once
from ..operations.request import Request
from .addresses import sign_in_page
from .auth import read_claims
from .profiles import Profile, is_loopback
from .secrets import access_token, client_secret, forget_refresh_token, keep_refresh_token, refresh_token

_OPAQUE_LIFE = 12 * 3600.0
"""Seconds that a pasted token is taken to live if it does not tell; the tenant says when that is wrong."""


@frozen
class Tenant:
    """The tenant that one signs in to.

    Args:
        base_url: Address of its API.
        client_id: Of the API client.
        client_secret: Given only where the profile need not be asked: for the embedded sandbox.
    """

    base_url: str
    client_id: str
    client_secret: str = ""


class SignIn:
    """Fetches the tokens of one session, each time as its profile says.

    Args:
        profile: The settings.
        tenant: Gives the tenant; the embedded sandbox starts by that.
        ask: Sends a request without a token and gives the parsed answer.
        clock: Where time comes from.
    """

    def __init__(
        self, profile: Profile, tenant: Callable[[], Tenant], ask: Callable[[Request], Any], clock: Clock
    ) -> None:
        self._profile = profile
        self._tenant = tenant
        self._ask = ask
        self._clock = clock
        self._secret = ""
        self._refresh = ""
        self._pasted = ""

    def fetch(self) -> Any:
        """A new token, as the token endpoint answers.

        Raises:
            SignInError: The tenant refused.
            ProfileError: Something is missing, or nobody is there to ask.
        """
        if self._profile.auth == "token":
            return self._from_person()
        if self._profile.auth == "browser":
            return self._from_browser()
        tenant = self._tenant()
        if not tenant.client_id:
            raise ProfileError(f"Profile {self._profile.name!r} has no client id", hint=_where_to_put_it(self._profile))
        secret = tenant.client_secret or self._secret or client_secret(self._profile)
        self._secret = ""
        answer = self._ask_for_token(
            {"grant_type": "client_credentials", "client_id": tenant.client_id, "client_secret": secret}
        )
        self._secret = secret  # tokens end within minutes: nobody is asked for the secret each time
        return answer

    def _ask_for_token(self, form: Mapping[str, str]) -> Any:
        return self._ask(
            Request(
                "POST",
                "/oauth/token",
                body=urlencode(form).encode(),
                content_type="application/x-www-form-urlencoded",
                command="Sign-in",
                generation="oauth",
            )
        )

    # --- a token that was pasted --------------------------------------------------------------------------------

    def _from_person(self) -> dict[str, Any]:
        value = self._pasted = access_token(self._profile, used=self._pasted)
        ends = read_claims(value).get("exp")
        life = _OPAQUE_LIFE
        if isinstance(ends, (int, float)):
            life = float(ends) - self._clock.now().timestamp()
        if life <= 0:
            raise ProfileError(
                f"The access token for profile {self._profile.name!r} ended {_ago(-life)}",
                hint="Get a new one, and try again. A client secret, or ISN_AUTH=browser, renews by itself.",
            )
        return {"access_token": value, "expires_in": life}

    # --- a person at a browser ----------------------------------------------------------------------------------

    def _from_browser(self) -> Any:
        tenant = self._tenant()
        if not tenant.client_id:
            raise ProfileError(
                f"Profile {self._profile.name!r} has no SAIL_CLIENT_ID, which signing in by browser needs",
                hint="It is the id of an API client with the grants AUTHORIZATION_CODE and REFRESH_TOKEN; "
                f"its redirect address is http://localhost:{self._profile.redirect_port}/callback.",
            )
        secret = tenant.client_secret or (client_secret(self._profile) if self._profile.client_secret else "")
        who = {"client_id": tenant.client_id, **({"client_secret": secret} if secret else {})}
        answer = self._refreshed(who)
        if answer is None:
            answer = self._authorized(tenant, who)
        self._keep(answer)
        return answer

    def _refreshed(self, who: Mapping[str, str]) -> Any:
        """A token for the refresh token of last time; None if there is none, or the tenant takes it no more."""
        kept = refresh_token(self._profile)
        # Another session may have changed it for a new one meanwhile: the keyring has the newest
        for held in dict.fromkeys(filter(None, (kept, self._refresh))):
            try:
                return self._ask_for_token({"grant_type": "refresh_token", "refresh_token": held, **who})
            except SignInError as error:
                if error.status_code not in (400, 401, 403):
                    raise
        self._refresh = ""
        if kept:
            forget_refresh_token(self._profile)
        return None

    def _authorized(self, tenant: Tenant, who: Mapping[str, str]) -> Any:
        from .browser import authorize  # waits: few sessions sign in so

        grant = authorize(
            self._authorize_endpoint(tenant),
            tenant.client_id,
            self._profile.redirect_port,
            self._profile.host,
            self._clock,
        )
        return self._ask_for_token(
            {
                "grant_type": "authorization_code",
                "code": grant.code,
                "redirect_uri": grant.redirect,
                "code_verifier": grant.verifier,
                **who,
            }
        )

    def _authorize_endpoint(self, tenant: Tenant) -> str:
        """The tenant's sign-in page, which it tells itself; vanity names need that."""
        try:
            info = self._ask(Request("GET", "/oauth/info", command="Sign-in", generation="oauth"))
        except ApiError:
            info = None
        found = info.get("authorizeEndpoint") if isinstance(info, Mapping) else None
        url = found if isinstance(found, str) and found else sign_in_page(tenant.base_url)
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname or "")):
            raise ProfileError(
                f"Tenant {self._profile.host} names a sign-in page that is not encrypted", hint="Nothing was opened."
            )
        return url

    def _keep(self, answer: Any) -> None:
        """Keep the refresh token: tenants give another one each time, and take the old one no more."""
        found = answer.get("refresh_token") if isinstance(answer, Mapping) else None
        if isinstance(found, str) and found:
            self._refresh = found
            if not keep_refresh_token(self._profile, found):
                note_once("The system's keyring can't keep this sign-in: the next start asks for it again.")


def _ago(seconds: float) -> str:
    days = int(seconds // 86400)
    return f"{days} day{'' if days == 1 else 's'} ago" if days else f"{human_duration(seconds)} ago"


def _where_to_put_it(profile: Profile) -> str:
    if profile.source.endswith("config.yaml"):
        return "The SailPoint CLI keeps it in the system's keyring, which has none: try isnshell profile new NAME."
    return f"Write SAIL_CLIENT_ID into {profile.source or 'the profile'}."
