"""A mail before it is sent: what is refused, and what the pipe makes of the command."""

from __future__ import annotations

import pytest

from cmdlets.mail import send_mail_message
from cmdlets.output import format_table
from isnshell.commands.common import ps_default_parameter_values
from isnshell.errors import RefusedError, UsageError
from isnshell.mail.letters import addresses


def shown(**options):
    given = {"to": "a@example.com", "from_": "b@example.com", "smtp_server": "mail.example.com"}
    return send_mail_message(**{**given, "what_if": True, **options})


@pytest.mark.parametrize(
    ("said", "options"),
    [
        ("subject holds a line break", {"subject": "Hello\r\nBcc: all@example.com"}),
        ("to holds a line break", {"to": "a@example.com\nBcc: all@example.com"}),
        ("from_ holds a line break", {"from_": "b@example.com\r\nX: y"}),
        ("reply_to holds a line break", {"reply_to": ["c@example.com\r"]}),
        ("'ana' holds no mail address", {"to": "ana"}),
        ("'Doe, Jane <jane@example.com>' holds no mail address", {"to": "Doe, Jane <jane@example.com>"}),
        ("Nobody is to get the mail", {"to": ()}),
        ("needs one sender", {"from_": None}),
        ("needs one sender", {"from_": "a@example.com, b@example.com"}),
        ("priority='urgent'", {"priority": "urgent"}),
        ("encoding='ascii' lacks 'ë'", {"body": "Zoë", "encoding": "ascii"}),
        ("encoding='klingon'", {"encoding": "klingon"}),
        ("port='25'", {"port": "25"}),
        ("needs smtp_server", {"smtp_server": None}),
        ("'sometimes' is unknown", {"delivery_notification_option": "sometimes"}),
        ("'never' excludes", {"delivery_notification_option": "Never, Delay"}),
        ("unencrypted", {"credential": ("ana", "pa55word")}),
        ("neither a user nor a pair", {"credential": ("ana", "pa55word", "x"), "use_ssl": True}),
        ("waits for records", {"body": format_table()}),
        ("a record is no file", {"attachments": {"id": "7"}}),
        ("7 is no file", {"attachments": 7}),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_sent(said, options):
    with pytest.raises(UsageError) as caught:
        shown(**options)
    assert said in str(caught.value)
    assert "pa55word" not in str(caught.value)


def test_a_password_may_go_unencrypted_within_this_machine(capsys):
    shown(credential=("ana", "pa55word"), smtp_server="localhost")
    assert capsys.readouterr().out.startswith("What if: Send-MailMessage by localhost:25, unencrypted, as ana\n")


def test_names_with_addresses():
    assert [str(one) for one in addresses("to", 'Zoë <z@example.com>, "Doe, J" <j@example.com>;k@bücher.example')] == [
        "Zoë <z@example.com>",
        '"Doe, J" <j@example.com>',
        "k@xn--bcher-kva.example",
    ]


def test_what_all_mails_share_is_said_once_and_powershells_spellings_hold(capsys):
    ps_default_parameter_values["Send-MailMessage:SmtpServer"] = "relay.example.com"
    ps_default_parameter_values["Send-MailMessage:From"] = "isn@example.com"
    try:
        send_mail_message("a@example.com", sub="Hello", BodyAsHtml=True, what_if=True)
        send_mail_message("a@example.com", ComputerName="other.example.com", what_if=True)
    finally:
        ps_default_parameter_values.clear()
    out = capsys.readouterr().out
    assert "by relay.example.com:25" in out
    assert "From:        isn@example.com" in out
    assert "0 characters of HTML" in out
    assert "by other.example.com:25" in out


def test_for_the_pipe_it_says_what_it_waits_for_without_the_password():
    secured = {"smtp_server": "mail.example.com", "credential": ("ana", "pa55word"), "use_ssl": True}
    stage = send_mail_message("a@example.com", from_="b@example.com", attachments=..., **secured)
    assert repr(stage) == "<send_mail_message(...) waits for the files to attach: put it right of |>"


def test_it_asks_where_it_is_told_to(person):
    with pytest.raises(RefusedError, match="no terminal"):
        shown(what_if=False, confirm=True, subject="Hello")
    assert person.questions == ["Send-MailMessage sends 'Hello' to a@example.com by mail.example.com:25. Continue?"]
    person.answer = False
    with pytest.raises(RefusedError, match="not confirmed"):
        shown(what_if=False, confirm=True)
