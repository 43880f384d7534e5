"""What was asked for by id, or the 404 that says it is not here."""

from __future__ import annotations

from typing import TypeVar

from .answers import refuse
from .call import Call

T = TypeVar("T")

_FORGETS = (
    "This sandbox lives only as long as the process that started it, and knows nothing of earlier ones. "
    "For one that lasts, start `isnshell sandbox` and use a profile with the lines that it prints."
)


def found(call: Call, what: str, id: str, thing: T | None, *, is_lasting: bool = True) -> T:
    """The thing, if there is one.

    Args:
        call: The request.
        what: What kind of thing, for the refusal.
        id: What was asked for.
        thing: What was found.
        is_lasting: False for what a sandbox forgets: an embedded one says so then.
    """
    if thing is not None:
        return thing
    text = f'{what} "{id}" was not found.'
    forgets = call.tenant.settings.embedded and not is_lasting
    cause = "The server did not find a current representation for the target resource."
    raise refuse(404, f"{text} {_FORGETS}" if forgets else text, causes=[cause])
