"""The error tree. Every error that a person can meet has its place here.

    IsnError
    ├── UsageError (ValueError)            a wrong argument, found before anything was sent
    │   └── UnknownNameError (AttributeError)   no such command, parameter or field
    ├── ProfileError                       a profile is missing, incomplete or not allowed
    ├── RefusedError                       a rail held: read-only, not confirmed, another tenant's record
    ├── ApiError                           the tenant answered, and the answer is a refusal
    │   └── SignInError                    the token request was refused
    ├── ConnectionFailed (OSError)         no answer, or half of one: network, proxy, TLS, time-out
    ├── AnswerError (ValueError)           an answer that can't be read as what it says it is
    ├── FileError (OSError)                a file can't be written, read or must not be overwritten
    ├── WaitTimeout (TimeoutError)         the waiting ended, the work goes on
    ├── WorkFailed                         a report, task or export ended badly in the tenant
    ├── MailError                          a mail server refused a mail, or some of its recipients
    └── StreamError (RuntimeError)         a stream can't be read (again)

A message has three parts: what was asked, why it failed, what to do next.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

__all__ = [
    "AnswerError",
    "ApiError",
    "ConnectionFailed",
    "FileError",
    "IsnError",
    "MailError",
    "ProfileError",
    "RefusedError",
    "SignInError",
    "StreamError",
    "UnknownNameError",
    "UsageError",
    "WaitTimeout",
    "WorkFailed",
]


class IsnError(Exception):
    """Root of all errors that isnshell raises on purpose.

    Args:
        what: What was asked and what happened, one sentence without its full stop.
        why: The reason, in the tenant's or the system's words.
        hint: What the person can do next.
    """

    exit_status = 1

    def __init__(self, what: str, *, why: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        # What a worker in another process raises travels back; the classes' own arguments have no positions
        return _rebuilt, (type(self), self.args, self.__dict__)

    def __str__(self) -> str:
        text = f"{self.what}: {self.why}" if self.why else self.what
        if text[-1:] not in ".!?":
            text += "."
        return f"{text} {self.hint}" if self.hint else text


def _rebuilt(kind: type[IsnError], arguments: tuple[Any, ...], state: Mapping[str, Any]) -> IsnError:
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(state)
    return error


class UsageError(IsnError, ValueError):
    """An argument is wrong; nothing was sent."""

    exit_status = 2


class UnknownNameError(UsageError, AttributeError):
    """No command, parameter or field has this name; the nearest ones are in the hint."""


class ProfileError(IsnError):
    """A profile is missing, incomplete, or points where it must not."""

    exit_status = 2


class RefusedError(IsnError):
    """A safety rail held; nothing was changed."""


@frozen
class RequestSummary:
    """What was asked, as far as it may be shown: no headers, no secrets."""

    method: str
    url: str

    def __str__(self) -> str:
        return f"{self.method} {self.url}"


@frozen
class ErrorResponse:
    """The refusing answer under the names that PowerShell's catch block reads."""

    status_code: int
    headers: Mapping[str, str] = field(factory=dict)
    content: str = field(default="", repr=False)

    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.content)


@frozen
class ErrorDetails:
    """`$_.ErrorDetails` of PowerShell: the body's text under `message`."""

    message: str


class ApiError(IsnError):
    """The tenant refused. Safe to repeat only where `status_code` says so (429, 503).

    Attributes:
        status_code: HTTP status as a number.
        detail_code: The API's own code, such as `403.1 Forbidden`.
        tracking_id: What SailPoint's support asks for.
        messages: Texts of the error, each a dict with `locale`, `localeOrigin`, `text`.
        causes: Deeper errors in the same form.
        request: The request, as `METHOD url`.
        attempts: How often it was sent, with what each attempt met.
        response: `status_code`, `headers` and `content` of the answer.
        error_details: The body's text as `.message`.
        missing_scopes: With 403: the operation needs one of them, and the token is known to have none.
        missing_user_levels: Likewise.
    """

    def __init__(
        self,
        what: str,
        *,
        status_code: int,
        why: str | None = None,
        hint: str | None = None,
        detail_code: str | None = None,
        tracking_id: str | None = None,
        messages: list[Any] | None = None,
        causes: list[Any] | None = None,
        request: RequestSummary | None = None,
        response: ErrorResponse | None = None,
        attempts: tuple[str, ...] = (),
        missing_scopes: tuple[str, ...] = (),
        missing_user_levels: tuple[str, ...] = (),
    ) -> None:
        super().__init__(what, why=why, hint=hint)
        self.missing_scopes = missing_scopes
        self.missing_user_levels = missing_user_levels
        self.status_code = status_code
        self.detail_code = detail_code
        self.tracking_id = tracking_id
        self.messages = messages or []
        self.causes = causes or []
        self.request = request
        self.response = response or ErrorResponse(status_code)
        self.attempts = attempts

    @property
    def error_details(self) -> ErrorDetails:
        """The answer's body as PowerShell's `$_.ErrorDetails.Message`."""
        return ErrorDetails(self.response.content)


class SignInError(ApiError):
    """The tenant refused to give a token."""


class ConnectionFailed(IsnError, OSError):
    """No whole answer came. A changing request may have been carried out when `maybe_done` is True.

    Attributes:
        request: The request, as `METHOD url`.
        attempts: What each attempt met.
        maybe_done: True if the tenant may have carried the request out.
    """

    def __init__(
        self,
        what: str,
        *,
        why: str | None = None,
        hint: str | None = None,
        request: RequestSummary | None = None,
        attempts: tuple[str, ...] = (),
        maybe_done: bool = False,
    ) -> None:
        super().__init__(what, why=why, hint=hint)
        self.request = request
        self.attempts = attempts
        self.maybe_done = maybe_done


class AnswerError(IsnError, ValueError):
    """An answer came whole but is not what it says it is, or repeats itself."""


class FileError(IsnError, OSError):
    """A file can't be read or written, or exists and must not be overwritten.

    Attributes:
        path: The file that was meant.
        kept: Where what had been received is kept, if anywhere.
    """

    def __init__(
        self, what: str, *, path: Any, why: str | None = None, hint: str | None = None, kept: Any = None
    ) -> None:
        super().__init__(what, why=why, hint=hint)
        self.path = path
        self.kept = kept


class WaitTimeout(IsnError, TimeoutError):
    """The time to wait is over; what was waited for goes on.

    Attributes:
        id: Id of what was waited for.
    """

    def __init__(self, what: str, *, id: str, hint: str | None = None) -> None:
        super().__init__(what, hint=hint)
        self.id = id


class WorkFailed(IsnError):
    """A report, task or export ended badly in the tenant.

    Attributes:
        record: The final Record, with its messages.
    """

    def __init__(self, what: str, *, record: Any = None, why: str | None = None, hint: str | None = None) -> None:
        super().__init__(what, why=why, hint=hint)
        self.record = record


class MailError(IsnError):
    """A mail server refused. The mail went to nobody, or to all but those in `refused`: the message says which.

    Attributes:
        status_code: The SMTP code, such as 550; None where the server gave none.
        refused: Recipient to the code and text of its refusal.
    """

    def __init__(
        self,
        what: str,
        *,
        why: str | None = None,
        hint: str | None = None,
        status_code: int | None = None,
        refused: Mapping[str, tuple[int, bytes]] | None = None,
    ) -> None:
        super().__init__(what, why=why, hint=hint)
        self.status_code = status_code
        self.refused = {
            who: (code, text.decode("utf-8", "replace") if isinstance(text, bytes) else text)
            for who, (code, text) in (refused or {}).items()
        }


class StreamError(IsnError, RuntimeError):
    """A stream can't be read: its source is used up, or its session is closed."""


def chain(error: BaseException) -> Iterator[BaseException]:
    """The error and all that it came from, outermost first."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__
