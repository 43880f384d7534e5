"""Mail over real SMTP on loopback: what arrives, what a refusal says, and that nothing goes twice."""

from __future__ import annotations

import os
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope
from attrs import define, field

from cmdlets.csv_files import export_csv
from cmdlets.mail import send_mail_message
from isnshell.errors import ConnectionFailed, FileError, MailError, ProfileError, UsageError
from isnshell.tenant.session import hold

# What newer Pythons say of the test's server is not ours to mend
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:aiosmtpd")


@define
class Mailbox:
    """A mail server's handler that keeps what it takes and refuses whom the test says.

    Args:
        refused: Recipient to the reply it is refused with.
        reply: What the server says when it was told the whole mail.
    """

    refused: dict[str, str] = field(factory=dict)
    reply: str = "250 taken"
    envelopes: list[Envelope] = field(factory=list)
    notify: list[list[str]] = field(factory=list)
    secured: list[bool] = field(factory=list)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        self.notify.append(options)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.reply == "hang up":
            server.transport.abort()
            return "421 gone"
        self.envelopes.append(envelope)
        self.secured.append(session.ssl is not None)
        return self.reply

    def mail(self) -> EmailMessage:
        """The one mail that came."""
        (envelope,) = self.envelopes
        return message_from_bytes(envelope.content, policy=default)  # type: ignore[return-value]


class _Server(Controller):
    """A Controller whose TLS begins by STARTTLS instead of at once."""

    def __init__(self, handler: Any, starttls: ssl.SSLContext | None = None, **options: Any) -> None:
        self._starttls, self._options = starttls, options
        super().__init__(handler, hostname="127.0.0.1", port=_free_port(), ready_timeout=20)

    def factory(self) -> SMTP:
        return SMTP(self.handler, hostname="mail.test", tls_context=self._starttls, **self._options)


def _free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def serve(mailbox: Mailbox) -> Iterator[Callable[..., int]]:
    """Starts a mail server and gives its port."""
    started: list[Controller] = []

    def start(**options: Any) -> int:
        server = _Server(mailbox, **options)
        server.start()
        started.append(server)
        return int(server.port)

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def port(serve: Callable[..., int]) -> int:
    return serve()


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    return context


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = tmp_path / "corp.pem"
    authority.cert_pem.write_to_path(str(bundle))
    monkeypatch.setenv("ISN_CA_BUNDLE", str(bundle))


def post(port: int, **options: Any) -> Any:
    """Send a mail to the test's server; a mail without files if the test says nothing else."""
    given = {"to": "ana@example.com", "from_": "isn@example.com", "subject": "Stuck tasks"}
    return send_mail_message(smtp_server="127.0.0.1", port=port, **{**given, **options})


def test_a_report_of_the_pipe_arrives_with_its_name_and_bytes(port, mailbox, here, capsys):
    path = here / "Überfällige Aufgaben.csv"
    done = [{"id": "007", "name": "Zoë"}] | export_csv(path) | post(port, body="Grüße", attachments=...)
    assert done is None
    mail = mailbox.mail()
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "Überfällige Aufgaben.csv"
    assert attached.get_content_type() == "text/csv"
    assert attached.get_payload(decode=True) == path.read_bytes()
    assert mail.get_body().get_content().strip() == "Grüße"
    assert capsys.readouterr().err.endswith(f"with 1 file ({path.stat().st_size} bytes).\n")


def test_all_files_of_a_pipe_go_into_one_mail(port, mailbox, here):
    (here / "a.txt").write_text("a")
    (here / "b.bin").write_bytes(b"\0\xff")
    ["a.txt", {"FullName": str(here / "b.bin")}] | post(port, attachments=...)
    assert [one.get_filename() for one in mailbox.mail().iter_attachments()] == ["a.txt", "b.bin"]
    assert [one.get_payload(decode=True) for one in mailbox.mail().iter_attachments()] == [b"a", b"\0\xff"]


def test_names_and_heading_beyond_ascii(port, mailbox):
    post(
        port,
        to=["Zoë Müller <zoe@bücher.example>", "b@example.com; c@example.com"],
        cc='"Doe, Jane" <jane@example.com>',
        subject="Übersicht für März – ✓",
        reply_to="desk@example.com",
        priority="High",
    )
    mail = mailbox.mail()
    assert mail["To"] == "Zoë Müller <zoe@xn--bcher-kva.example>, b@example.com, c@example.com"
    assert mail["Cc"] == '"Doe, Jane" <jane@example.com>'
    assert (mail["Subject"], mail["Reply-To"]) == ("Übersicht für März – ✓", "desk@example.com")
    assert (mail["X-Priority"], mail["Importance"]) == ("1", "high")
    assert mail["Message-ID"].endswith("@example.com>")
    assert mail["Date"].datetime.tzinfo is not None
    assert all(ord(letter) < 128 for letter in mailbox.envelopes[0].content.decode("ascii"))


def test_a_user_name_beyond_ascii_needs_a_server_that_takes_it(serve, mailbox):
    post(serve(enable_SMTPUTF8=True), to="zoë@example.com", subject="Ü")
    assert mailbox.envelopes[0].rcpt_tos == ["zoë@example.com"]
    assert mailbox.mail()["To"] == "zoë@example.com"
    with pytest.raises(MailError, match="SMTPUTF8"):
        post(serve(enable_SMTPUTF8=False), to="zoë@example.com")
    assert len(mailbox.envelopes) == 1


def test_a_blind_copy_is_not_in_the_mail_and_nobody_gets_two(port, mailbox):
    post(port, cc="ana@example.com", bcc="boss@example.com")
    assert mailbox.envelopes[0].rcpt_tos == ["ana@example.com", "boss@example.com"]
    assert b"boss" not in mailbox.envelopes[0].content


def test_html_of_the_pipe_as_body(port, mailbox):
    from cmdlets.html_pages import convert_to_html

    post(port, body=[{"name": "R&D"}] | convert_to_html(title="Roles"), body_as_html=True)
    body = mailbox.mail().get_body()
    assert body.get_content_type() == "text/html"
    assert "<td>R&amp;D</td>" in body.get_content()


def test_starttls_with_a_certificate_that_is_trusted_and_a_password(serve, tls, mailbox, trusted, monkeypatch):
    asked = []

    def authenticate(server, session, envelope, mechanism, data):
        asked.append((data.login, data.password))
        return AuthResult(success=data.password == b"pa55word", handled=False)

    port = serve(starttls=tls, authenticator=authenticate, auth_required=True, auth_require_tls=True)
    monkeypatch.setenv("MAIL_PASSWORD", "pa55word")
    post(port, use_ssl=True, credential=("isn", "env:MAIL_PASSWORD"))
    assert mailbox.secured == [True]
    assert asked == [(b"isn", b"pa55word")]

    with pytest.raises(MailError, match="535") as caught:
        post(port, use_ssl=True, credential=("isn", "wr0ng"))
    assert caught.value.status_code == 535
    assert "wr0ng" not in str(caught.value)
    assert len(mailbox.envelopes) == 1


def test_tls_from_the_first_byte(mailbox, tls, trusted, monkeypatch):
    port = _free_port()
    monkeypatch.setattr("isnshell.mail.smtp._TLS_FROM_THE_FIRST_BYTE", port)  # a test can't listen on 465
    server = Controller(mailbox, hostname="127.0.0.1", port=port, ssl_context=tls, ready_timeout=20)
    server.start()
    try:
        post(port, use_ssl=True)
    finally:
        server.stop()
    assert mailbox.mail()["Subject"] == "Stuck tasks"


def test_a_certificate_that_nobody_trusts_ends_it(serve, tls, mailbox):
    port = serve(starttls=tls)
    with pytest.raises(ConnectionFailed, match="not trusted") as caught:
        post(port, use_ssl=True)
    assert "ISN_CA_BUNDLE" in str(caught.value)
    assert not caught.value.maybe_done
    assert mailbox.envelopes == []


def test_a_server_without_starttls_is_sent_nothing_when_it_must_be_encrypted(port, mailbox):
    with pytest.raises(MailError, match="STARTTLS"):
        post(port, use_ssl=True)
    assert mailbox.envelopes == []


def test_refused_recipients_are_named_with_their_codes(port, mailbox):
    mailbox.refused = {"gone@example.com": "550 5.1.1 no such user"}
    with pytest.raises(MailError, match=r"gone@example.com: 550 5.1.1 no such user") as caught:
        post(port, to="gone@example.com")
    assert "Nothing was sent" in str(caught.value)
    assert mailbox.envelopes == []

    with pytest.raises(MailError, match=r"took the mail for ana@example.com only") as caught:
        post(port, to="ana@example.com, gone@example.com")
    assert caught.value.refused == {"gone@example.com": (550, "5.1.1 no such user")}
    assert caught.value.status_code == 550
    assert len(mailbox.envelopes) == 1


def test_a_mail_that_the_server_refuses_whole(port, mailbox):
    mailbox.reply = "554 5.7.1 looks like spam"
    with pytest.raises(MailError, match=r"554 5\.7\.1 looks like spam"):
        post(port)
    assert len(mailbox.envelopes) == 1


def test_a_file_that_is_too_large_for_the_server(serve, mailbox, here):
    (here / "large.bin").write_bytes(bytes(200_000))
    with pytest.raises(MailError, match="552"):
        post(serve(data_size_limit=100_000), attachments="large.bin")
    assert mailbox.envelopes == []


def test_a_connection_that_breaks_in_the_mail_says_that_it_may_have_gone(port, mailbox):
    mailbox.reply = "hang up"
    with pytest.raises(ConnectionFailed, match="may have been delivered") as caught:
        post(port)
    assert caught.value.maybe_done


def test_no_server_there():
    with pytest.raises(ConnectionFailed, match="refused the connection") as caught:
        post(_free_port())
    assert not caught.value.maybe_done


def test_a_host_that_is_unknown():
    with pytest.raises(ConnectionFailed, match="the host is unknown"):
        send_mail_message("a@b.example", "x", "y", "mail.invalid", from_="c@d.example")


def test_delivery_notifications_are_asked_for_where_the_server_knows_them(port, mailbox, capsys):
    post(port, delivery_notification_option=["OnSuccess", "on_failure"])
    assert "no delivery notifications" in capsys.readouterr().err
    assert mailbox.notify == [[]]


def test_a_missing_file_is_said_before_the_server_is_asked(mailbox, here):
    with pytest.raises(FileError, match="no such file"):
        post(1, attachments="none.csv")


def test_a_file_that_did_not_come_is_not_left_out(port, mailbox):
    with pytest.raises(UsageError, match="No file came"):
        [] | post(port, attachments=...)
    assert mailbox.envelopes == []


def test_a_password_that_is_nowhere(monkeypatch):
    with pytest.raises(ProfileError, match="env:NOWHERE"):
        post(25, credential=("isn", "env:NOWHERE"))


def test_what_if_reaches_no_server_and_needs_no_password(here, capsys):
    (here / "a.csv").write_bytes(b"id\n")
    post(
        1, attachments="a.csv", what_if=True, credential=("isn", "env:NOWHERE"), use_ssl=True, bcc="boss@example.com",
        body="Zoë",
    )  # fmt: skip
    assert capsys.readouterr().out == (
        "What if: Send-MailMessage by 127.0.0.1:1, STARTTLS, as isn\n"
        "From:        isn@example.com\n"
        "To:          ana@example.com\n"
        "Bcc:         boss@example.com\n"
        "Subject:     Stuck tasks\n"
        "Body:        3 characters of text\n"
        "Attachments: a.csv, 3 bytes\n"
    )


def test_what_if_of_the_command_line_holds_and_read_only_lets_it_go(port, mailbox, capsys):
    try:
        hold(read_only=False, what_if=True, yes=False, api_version=None)
        post(port)
        assert capsys.readouterr().out.startswith("What if: Send-MailMessage")
        assert mailbox.envelopes == []
        hold(read_only=True, what_if=False, yes=False, api_version=None)
        post(port)
        assert len(mailbox.envelopes) == 1
    finally:
        hold(read_only=False, what_if=False, yes=False, api_version=None)


def test_one_line_of_the_real_command_sends_a_report(port, mailbox, tmp_path):
    line = (
        'get_pending_tasks() | where_object(type="QUARTZ") | export_csv("tasks.csv") '
        f'| send_mail_message("ana@example.com", "Tasks", "See the file.", "127.0.0.1", port={port}, attachments=..., '
        'from_="isn@example.com")'
    )
    done = subprocess.run(
        [sys.executable, "-m", "isnshell", "-p", "demo", "-c", line],
        cwd=tmp_path, env=dict(os.environ), capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (attached,) = mailbox.mail().iter_attachments()
    assert attached.get_payload(decode=True) == (tmp_path / "tasks.csv").read_bytes()
    assert "took the mail to ana@example.com" in done.stderr
