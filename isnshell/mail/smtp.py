"""Handing a mail to a server: connection, TLS, sign-in, and what the server's refusals mean to a person."""

from __future__ import annotations

import os
import smtplib
import socket
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from typing import Any

from attrs import field, frozen

from ..errors import ConnectionFailed, MailError, UsageError
from ..host import get_host
from ..tenant.profiles import is_loopback
from ..tenant.session import peek_session

_TIMEOUT = 60.0  # seconds that a server may be silent
_TLS_FROM_THE_FIRST_BYTE = 465
_HINTS = {
    421: "The server is busy or closing; send it again later.",
    450: "The mailbox is busy; send it again later.",
    451: "The server had a fault; send it again later.",
    452: "The server has no room; send it again later.",
    530: "It wants a sign-in: give credential=(user, 'env:NAME') and use_ssl=True.",
    535: "Check credential=: the user, and the password or where it is.",
    550: "Check the address; a relay may also refuse this sender or this machine.",
    552: "It is too large for the server; send a link, or a zip file.",
    554: "A relay may refuse this sender, this machine or this content.",
}


@frozen
class Server:
    """A mail server and how to reach it.

    Args:
        host: Its name.
        port: Its port.
        secure: Whether the connection must be encrypted.
        user: Who signs in; empty for nobody.
        password: Of the user.
    """

    host: str
    port: int
    secure: bool
    user: str = ""
    password: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"

    @property
    def how(self) -> str:
        """In words, how the mail gets there."""
        if not self.secure:
            return "unencrypted"
        return "TLS" if self.port == _TLS_FROM_THE_FIRST_BYTE else "STARTTLS"


def check_credential(host: str, secure: bool) -> None:
    """Refuse to send a password where others can read it.

    Raises:
        UsageError: The connection is unencrypted, and leaves this machine.
    """
    if not secure and not is_loopback(host):
        raise UsageError(
            f"The password would go to {host} unencrypted",
            hint="Nothing was sent. Give use_ssl=True (port 587 or 465).",
        )


def send(
    mail: EmailMessage, sender: str, recipients: Sequence[str], server: Server, *, notify: Sequence[str] = ()
) -> None:
    """Give a mail to a server, once: whatever happens, it is not tried a second time.

    Args:
        mail: The whole mail.
        sender: Address that a failure is reported to.
        recipients: Addresses of all who get it.
        server: Who takes it.
        notify: When the sender wants to hear of the delivery: `SUCCESS`, `FAILURE`, `DELAY` or `NEVER`.

    Raises:
        MailError: The server refused the mail or some of its recipients, who are named.
        ConnectionFailed: There is no connection, or it broke; `maybe_done` says whether the mail may have been taken.
    """
    with _connected(server) as connection:
        options = _notifying(connection, notify)
        refused = connection.send_message(mail, sender, recipients, rcpt_options=options)
    if refused:
        taken = [one for one in recipients if one not in refused]
        raise MailError(
            f"Mail server {server.host} took the mail for {', '.join(taken)} only",
            why=_refusals(refused),
            hint="Do not send it to all again: send it to the others once their addresses are right.",
            refused=dict(refused),
            status_code=next(iter(refused.values()))[0],
        )


class _Told:
    """An SMTP connection that knows whether the mail's text has begun to go out."""

    text_sent = False

    def data(self, message: Any) -> Any:
        self.text_sent = True
        return super().data(message)  # type: ignore[misc]  # mixed into smtplib's classes


class _Plain(_Told, smtplib.SMTP):
    pass


class _Tls(_Told, smtplib.SMTP_SSL):
    pass


@contextmanager
def _connected(server: Server) -> Iterator[smtplib.SMTP]:
    connection = None
    try:
        connection = _open(server)
        if server.user:
            _sign_in(connection, server)
        yield connection
        with suppress(smtplib.SMTPException, OSError):  # the mail is taken; how the server says goodbye changes nothing
            connection.quit()
    except smtplib.SMTPServerDisconnected as error:
        raise _broken(server, connection, "the server ended the connection") from error
    except smtplib.SMTPException as error:
        raise _refused(server, error) from error
    except OSError as error:
        raise _broken(server, connection, _reason(server, error)) from error
    finally:
        if connection is not None:
            connection.close()


def _open(server: Server) -> smtplib.SMTP:
    if server.secure and server.port == _TLS_FROM_THE_FIRST_BYTE:
        return _Tls(server.host, server.port, timeout=_TIMEOUT, context=_trust())
    connection = _Plain(server.host, server.port, timeout=_TIMEOUT)
    try:
        if server.secure:
            connection.starttls(context=_trust())
    except BaseException:
        connection.close()
        raise
    return connection


def _sign_in(connection: smtplib.SMTP, server: Server) -> None:
    try:
        connection.login(server.user, server.password)
    except smtplib.SMTPServerDisconnected as error:  # some end the connection when a password is wrong
        raise smtplib.SMTPAuthenticationError(535, b"and ended the connection") from error


def _trust() -> ssl.SSLContext:
    """Mail servers are trusted as tenants are: by the system's certificates and those of `ISN_CA_BUNDLE`."""
    from isnshell.tenant.network import tls_context  # loads requests

    session = peek_session()
    return tls_context(session.profile.ca_bundle if session else os.environ.get("ISN_CA_BUNDLE", ""))


def _notifying(connection: smtplib.SMTP, notify: Sequence[str]) -> list[str]:
    if not notify:
        return []
    connection.ehlo_or_helo_if_needed()
    if connection.has_extn("dsn"):
        return [f"NOTIFY={','.join(notify)}"]
    get_host().warn("The mail server sends no delivery notifications; the mail goes without asking for them.")
    return []


def _broken(server: Server, connection: Any, why: str) -> ConnectionFailed:
    if getattr(connection, "text_sent", False):
        return ConnectionFailed(
            f"The connection to mail server {server} broke while it took the mail",
            why=why,
            hint="It may have been delivered: ask a recipient before you send it again.",
            maybe_done=True,
        )
    return ConnectionFailed(
        f"Can't send mail by {server}", why=why, hint="Nothing was sent. Check smtp_server=, port= and use_ssl=."
    )


def _reason(server: Server, error: OSError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({error.verify_message}); a company's own may be named in ISN_CA_BUNDLE"
    if isinstance(error, ssl.SSLError):
        return f"no TLS connection ({error.reason or error}); port 465 speaks TLS at once, others by STARTTLS"
    if isinstance(error, socket.gaierror):
        return "the host is unknown"
    if isinstance(error, TimeoutError):
        return f"it was silent for {_TIMEOUT:g} s"
    if isinstance(error, ConnectionRefusedError):
        return "it refused the connection"
    return error.strerror or str(error)


def _refused(server: Server, error: smtplib.SMTPException) -> MailError:
    what = f"Mail server {server.host} refused the mail"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        refused = dict(error.recipients)
        code = next(iter(refused.values()))[0]
        return MailError(
            what, why=_refusals(refused), hint=f"Nothing was sent. {_HINTS.get(code, '')}".strip(), refused=refused,
            status_code=code,
        )  # fmt: skip
    if isinstance(error, smtplib.SMTPResponseException):
        code = error.smtp_code
        if isinstance(error, smtplib.SMTPAuthenticationError):
            what = f"Mail server {server.host} refused the sign-in of {server.user}"
        elif isinstance(error, smtplib.SMTPSenderRefused):
            what = f"Mail server {server.host} refused the sender {error.sender}"
        hint = f"Nothing was sent. {_HINTS.get(code, '')}".strip()
        return MailError(what, why=f"{code} {_words(error.smtp_error)}", hint=hint, status_code=code)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        hint = "Nothing was sent. Another port may offer it: 587 with STARTTLS, 465 with TLS."
        return MailError(f"Mail server {server} can't do what is needed", why=str(error), hint=hint)
    return MailError(what, why=str(error), hint="Nothing was sent.")


def _refusals(refused: Mapping[str, tuple[int, bytes]]) -> str:
    return "; ".join(f"{who}: {code} {_words(text)}" for who, (code, text) in refused.items())


def _words(text: bytes | str) -> str:
    return " ".join((text.decode("utf-8", "replace") if isinstance(text, bytes) else text).split())
