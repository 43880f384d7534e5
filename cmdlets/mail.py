"""Mail: what an evening's report or a morning's alarm ends in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import RefusedError, UsageError
from isnshell.host import get_host
from isnshell.mail.letters import Attachment, Letter, letter, read_attachments
from isnshell.mail.smtp import Server, check_credential, send
from isnshell.naming import fold
from isnshell.pipeline.stage import Sink
from isnshell.pipeline.stream import Stream
from isnshell.tenant.rails import Plan, Planned, current_scope
from isnshell.tenant.secrets import mail_password
from isnshell.tenant.session import only_shows_changes

# PowerShell's words for what SMTP calls NOTIFY
_NOTIFY = {"none": "", "on_success": "SUCCESS", "on_failure": "FAILURE", "delay": "DELAY", "never": "NEVER"}
_SPELLINGS = {
    "ps_path": "attachments",
    "computer_name": "smtp_server",
    "sub": "subject",
    "bah": "body_as_html",
    "be": "encoding",
    "dno": "delivery_notification_option",
}


@cmdlet("Send-MailMessage", spellings=_SPELLINGS)
def send_mail_message(
    to: Any = (),
    subject: str = "",
    body: Any = "",
    smtp_server: str | None = None,
    *,
    from_: str | None = None,
    attachments: Any = (),
    cc: Any = (),
    bcc: Any = (),
    reply_to: Any = (),
    body_as_html: bool = False,
    priority: str = "normal",
    encoding: str = "utf-8",
    delivery_notification_option: str | Sequence[str] = "none",
    port: int = 25,
    use_ssl: bool = False,
    credential: Any = None,
) -> Any:
    """Send one mail through your own mail server. SailPoint has no part in it, and no tenant is changed.

    `... | export_csv("tasks.csv") | send_mail_message(..., attachments=...)`, with three dots, takes the files of the
    pipe, all into the one mail. Files are read and everything is checked before the server is asked for anything;
    nothing is tried twice, so that no mail comes twice. `what_if=True` and `--what-if` show the mail instead;
    `ISN_READ_ONLY` is about the tenant and lets it go.
    What is the same in all your mails can be said once:
    `ps_default_parameter_values["Send-MailMessage:SmtpServer"] = "mail.example.com"`, PowerShell's `$PSEmailServer`.

    Args:
        to: Addresses: `ana@example.com`, `Ana <ana@example.com>`, several with commas, or a list of these.
        subject: One line.
        body: Text, lines as `convert_to_html()` gives them, or a table of `format_table()`.
        smtp_server: Host of the mail server.
        from_: The sender's address.
        attachments: A file, a wildcard or a list of these; `...` takes what comes out of the pipe.
        cc: Addresses that get a copy.
        bcc: Addresses that get one unseen by the others.
        reply_to: Addresses that answers go to.
        body_as_html: True if the body is HTML.
        priority: `normal`, `low` or `high`.
        encoding: Python's or PowerShell's name of the body's encoding.
        delivery_notification_option: `on_success`, `on_failure`, `delay`, `never`, or a list of these.
        port: 25, 587, or 465, where TLS begins at once.
        use_ssl: True encrypts, by STARTTLS or on port 465 from the first byte, and checks the server's certificate as
            a tenant's: by the system's and those of `ISN_CA_BUNDLE`.
        credential: `(user, "env:NAME")` takes the password from the environment, `(user, "keyring:")` from the keyring
            (service `isnshell`, name `smtp:USER@SERVER`), `(user, password)` as it is; `user` alone is asked for it.

    Returns:
        None: The mail was taken.

    Raises:
        UsageError: An address or another argument is wrong, a header has a line break, or a password would go out
            unencrypted.
        FileError: An attachment is missing or can't be read; nothing was sent.
        MailError: The server refused; `status_code` is its SMTP code, `refused` names the recipients it did not take.
        ConnectionFailed: No connection, or it broke; `maybe_done` is True if the mail may have been delivered.

    PowerShell: Send-MailMessage

    Example:
        >>> send_mail_message("ana@example.com", "Stuck tasks", "See the list.", "mail.example.com",
        ...     from_="isn@example.com", attachments="ids.csv", what_if=True)
        What if: Send-MailMessage by mail.example.com:25, unencrypted
        From:        isn@example.com
        To:          ana@example.com
        Subject:     Stuck tasks
        Body:        13 characters of text
        Attachments: ids.csv, ... bytes
    """
    mail = letter(
        sender=from_, to=to, cc=cc, bcc=bcc, reply_to=reply_to, subject=subject, body=body, html=body_as_html,
        encoding=encoding, priority=priority,
    )  # fmt: skip
    notify = _notifications(delivery_notification_option)
    if not isinstance(smtp_server, str) or not smtp_server.strip():
        raise UsageError(
            "send_mail_message needs smtp_server",
            hint='Give it, or once for all: ps_default_parameter_values["Send-MailMessage:SmtpServer"] = "HOST".',
        )
    if isinstance(port, bool) or not isinstance(port, int) or not 0 < port < 65_536:
        raise UsageError(f"port={port!r} is no port", hint="Common ones are 25, 587 and 465.")
    user, secret = _user_and_secret(credential)
    host = smtp_server.strip()
    if user:
        check_credential(host, use_ssl)

    def deliver(files: list[Attachment]) -> None:
        _allow(mail, files, Server(host, port, use_ssl, user))
        password = mail_password(user, host, secret) if user else ""
        server = Server(host, port, use_ssl, user, password)
        send(mail.message(files), mail.sender.addr_spec, mail.recipients, server, notify=notify)
        size = sum(len(one.content) for one in files)
        attached = f" with {_counted(len(files), 'file')} ({size:,} bytes)" if files else ""
        get_host().note(f"{host} took the mail to {', '.join(mail.recipients)}{attached}.")

    if attachments is not ...:
        return deliver(read_attachments(attachments))
    return _Mailing(lambda files: deliver(_piped(files)), label="", waits_for="the files to attach")


class _Mailing(Sink):
    """A mail that waits for its files. Its label is not the call as it was written, which may hold a password."""

    label = property(lambda self: "send_mail_message(...)", lambda self, text: None)


def _piped(files: Stream) -> list[Attachment]:
    """The files of the pipe. A mail whose report did not come must not go out without it."""
    found = read_attachments(list(files))
    if not found and not _only_shown():
        raise UsageError(
            "No file came through the pipe",
            hint="Nothing was sent. Leave attachments out for a mail without files.",
        )
    return found


def _notifications(given: str | Sequence[str]) -> list[str]:
    words = [word for one in ([given] if isinstance(given, str) else given) for word in str(one).split(",")]
    found = []
    for word in words:
        option = next((name for name in _NOTIFY if fold(name) == fold(word.strip())), None)
        if option is None:
            raise UsageError(
                f"delivery_notification_option={word!r} is unknown", hint=f"It may be {', '.join(_NOTIFY)}."
            )
        found += [_NOTIFY[option]] if _NOTIFY[option] else []
    if "NEVER" in found and len(found) > 1:
        raise UsageError("delivery_notification_option: 'never' excludes the others")
    return found


def _user_and_secret(credential: Any) -> tuple[str, str]:
    if credential is None:
        return "", ""
    if isinstance(credential, str):
        return credential, ""
    if isinstance(credential, (tuple, list)) and len(credential) == 2 and all(isinstance(c, str) for c in credential):
        return credential[0], credential[1]
    # What was given may hold a password: it is not repeated
    raise UsageError(
        "credential= is neither a user nor a pair", hint="Give 'user', or ('user', 'env:NAME' or 'keyring:')."
    )


def _allow(mail: Letter, files: Sequence[Attachment], server: Server) -> None:
    """Let the mail go, or show it, or ask: what the command was told decides, and `--what-if`."""
    if _only_shown():
        raise Planned(Plan("Send-MailMessage", server.host, "mail", _shown(mail, files, server)))
    if current_scope().confirm:
        question = f"Send-MailMessage sends {mail.subject!r} to {', '.join(mail.recipients)} by {server}. Continue?"
        answer = get_host().ask(question)
        if not answer:
            why = "no terminal is there to ask at" if answer is None else None
            raise RefusedError("Send-MailMessage was not confirmed", why=why, hint="Nothing was sent.")


def _only_shown() -> bool:
    return only_shows_changes() or current_scope().what_if


def _shown(mail: Letter, files: Sequence[Attachment], server: Server) -> str:
    signed_in = f", as {server.user}" if server.user else ""
    rows = [
        ("From", str(mail.sender)),
        *((name, ", ".join(map(str, who))) for name, who in (("To", mail.to), ("Cc", mail.cc), ("Bcc", mail.bcc))),
        ("Reply-To", ", ".join(map(str, mail.reply_to))),
        ("Subject", mail.subject),
        ("Body", f"{_counted(len(mail.body), 'character')} of {'HTML' if mail.html else 'text'}"),
        *(("Attachments" if not n else "", f"{f.name}, {len(f.content):,} bytes") for n, f in enumerate(files)),
    ]
    lines = [f"{name + ':' if name else '':<12} {value}" for name, value in rows if value]
    return "\n".join([f"What if: Send-MailMessage by {server}, {server.how}{signed_in}", *lines])


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
