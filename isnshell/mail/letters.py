"""A mail before it is sent: checked addresses, a body, files that are read whole. Nothing here talks to a server."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, getaddresses, make_msgid
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from ..errors import FileError, UsageError
from ..files import safe_file_name
from ..formatting.formatted import Formatted
from ..formatting.textfiles import codec, input_files, unreadable
from ..naming import fold
from ..pipeline.properties import get_property, property_names
from ..pipeline.stage import Stage

# What .NET's mail client writes for a priority
_PRIORITIES = {
    "normal": {},
    "low": {"X-Priority": "5", "Priority": "non-urgent", "Importance": "low"},
    "high": {"X-Priority": "1", "Priority": "urgent", "Importance": "high"},
}
# A header ends with its line: what follows a line break would be a header of somebody else's making
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
_FILE_FIELDS = ("path", "full_name", "ps_path")


@frozen
class Attachment:
    """A file of a mail.

    Args:
        path: Where it was read from.
        content: All of it.
    """

    path: Path
    content: bytes

    @property
    def name(self) -> str:
        """Its name as every system takes it."""
        return safe_file_name(self.path.name, default="attachment")


@frozen
class Letter:
    """A mail's heading and text, checked.

    Args:
        sender: Who it is from.
        to, cc, bcc, reply_to: Addresses.
        subject: One line.
        body: The text.
        html: Whether the text is HTML.
        charset: Encoding of the text.
        priority: `normal`, `low` or `high`.
    """

    sender: Address
    to: Sequence[Address]
    cc: Sequence[Address]
    bcc: Sequence[Address]
    reply_to: Sequence[Address]
    subject: str
    body: str
    html: bool
    charset: str
    priority: str

    @property
    def recipients(self) -> list[str]:
        """Everybody who gets it, each once."""
        return list(dict.fromkeys(one.addr_spec for one in (*self.to, *self.cc, *self.bcc)))

    def message(self, attachments: Iterable[Attachment]) -> EmailMessage:
        """The mail as it goes out. Whoever gets a blind copy is not in it."""
        mail = EmailMessage(policy=SMTP)
        mail["From"] = self.sender
        for name, addresses in (("To", self.to), ("Cc", self.cc), ("Reply-To", self.reply_to)):
            if addresses:
                mail[name] = addresses
        mail["Subject"] = self.subject
        mail["Date"] = formatdate(localtime=True)
        # Of the sender's domain: the name of this machine is nobody's business, and asking for it may take long
        mail["Message-ID"] = make_msgid(domain=self.sender.domain.encode("idna").decode("ascii"))
        for name, value in _PRIORITIES[self.priority].items():
            mail[name] = value
        mail.set_content(self.body, subtype="html" if self.html else "plain", charset=self.charset)
        for one in attachments:
            kind, encoding = mimetypes.guess_type(one.name)
            main, _, sub = (kind if kind and not encoding else "application/octet-stream").partition("/")
            mail.add_attachment(one.content, maintype=main, subtype=sub, filename=one.name)
        return mail


def letter(
    *,
    sender: Any,
    to: Any,
    cc: Any,
    bcc: Any,
    reply_to: Any,
    subject: Any,
    body: Any,
    html: bool,
    encoding: str,
    priority: str,
) -> Letter:
    """A checked Letter out of a command's arguments.

    Raises:
        UsageError: An address is none, a header has a line break, nobody is to get it, or the encoding lacks a
            character.
    """
    senders = addresses("from_", sender)
    if len(senders) != 1:
        raise UsageError("A mail needs one sender", hint='Give from_="Name <name@example.com>".')
    parts = {name: addresses(name, given) for name, given in (("to", to), ("cc", cc), ("bcc", bcc))}
    if not any(parts.values()):
        raise UsageError("Nobody is to get the mail", hint="Give to=, cc= or bcc=.")
    urgency = next((word for word in _PRIORITIES if fold(word) == fold(str(priority))), None)
    if urgency is None:
        raise UsageError(f"priority={priority!r} is unknown", hint=f"It may be {', '.join(_PRIORITIES)}.")
    text, charset = _text(body), codec(encoding)
    try:
        text.encode(charset)
    except UnicodeEncodeError as error:
        raise UsageError(
            f"encoding={encoding!r} lacks {text[error.start]!r}, which the body has", hint="Give encoding='utf-8'."
        ) from None
    return Letter(
        senders[0],
        **parts,
        reply_to=addresses("reply_to", reply_to),
        subject=_one_line("subject", "" if subject is None else str(subject)),
        body=text,
        html=html,
        charset="utf-8" if charset == "utf-8-sig" else charset,
        priority=urgency,
    )


def addresses(name: str, given: Any) -> list[Address]:
    """Mail addresses: one text, several with commas between them, or a list of texts.

    Raises:
        UsageError: One of them is no address.
    """
    texts = [given] if isinstance(given, str) else list(given or ())
    return [address for text in texts for address in _addresses(name, _one_line(name, str(text)))]


def _addresses(name: str, text: str) -> list[Address]:
    return [
        _address(name, shown, spec, text) for shown, spec in getaddresses([text.replace(";", ",")]) if shown or spec
    ]


def _address(name: str, shown: str, spec: str, text: str) -> Address:
    user, at, domain = spec.rpartition("@")
    if not at or not user or not domain or re.search(r"[\s<>(),;:\\\"\[\]@]", user + domain):
        raise UsageError(
            f"{name}: {text!r} holds no mail address",
            hint="Give 'name@example.com' or 'Name <name@example.com>'; a name with a comma stands in \"quotes\".",
        )
    try:
        # A domain beyond ASCII has a spelling that every server takes; for a user name there is none
        return Address(shown, user, domain.encode("idna").decode("ascii"))
    except (UnicodeError, ValueError) as error:
        raise UsageError(f"{name}: {spec!r} is no mail address", why=str(error)) from None


def _one_line(name: str, text: str) -> str:
    if _CONTROL.search(text):
        raise UsageError(
            f"{name} holds a line break or another control character",
            why="in a mail's head it would begin a header of its own",
            hint="Nothing was sent. Take it out: ' '.join(text.split()).",
        )
    return text


def _text(body: Any) -> str:
    """The body: a text, lines such as those of convert_to_html(), or what format_table() gives."""
    if body is None:
        return ""
    if isinstance(body, Stage):
        raise UsageError(
            "The body is a command that waits for records", hint="Give it some: body=records | format_table()."
        )
    if isinstance(body, (str, Formatted)) or not isinstance(body, Iterable):
        return str(body)
    return "\n".join(map(str, body))


def read_attachments(given: Any) -> list[Attachment]:
    """The files of a mail, read whole, so that none is missing when the sending has begun.

    Args:
        given: Paths, wildcards, records with a path, or a list of these; None for no file.

    Raises:
        FileError: There is no such file, or it can't be read.
        UsageError: It names no file.
    """
    found = [] if given is None else given if isinstance(given, (list, tuple)) else [given]
    return [_read(path) for one in found for path in input_files(_path(one))]


def _path(given: Any) -> Any:
    if isinstance(given, (str, PathLike)):
        return given
    if path := next((value for name in _FILE_FIELDS if (value := get_property(given, name))), None):
        return path
    what = "a record" if property_names(given) else repr(given)
    raise UsageError(
        f"{what} is no file to attach",
        hint='Write a file first: ... | export_csv("report.csv") | send_mail_message(..., attachments=...).',
    )


def _read(path: Path) -> Attachment:
    try:
        return Attachment(path, path.read_bytes())
    except OSError as error:
        raise unreadable(path, error) from error
    except MemoryError:
        raise FileError(f"Can't attach {str(path)!r}", path=path, why="it is too large") from None
