"""Result Records: what a pipe of changes tells of each record that it was about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from ..errors import ApiError, ConnectionFailed
from ..naming import fold
from ..pipeline.properties import get_property, property_names
from ..records import Record, with_origin, wrap
from ..tenant.rails import Answered
from .each import GOOD, RESULT_ORIGIN

# In the order in which they are told
OUTCOMES = (*GOOD, "skipped", "failed", "unknown")
# Where the id of what an accepted change started may stand, best first
_IDS = ("id", "taskResultId", "taskId", "task.id", "exportId", "accountActivityId", "requestId")


def tally(outcomes: Iterable[str]) -> str:
    """How many there are of each: `1,998 done, 2 failed`."""
    met = list(outcomes)
    return ", ".join(f"{met.count(one):,} {one}" for one in OUTCOMES if one in met)


def worst_of(results: Sequence[Record]) -> Record:
    """The one of a change's results that tells how it went, since it may have been about many objects."""
    bad = (one for one in results if one["outcome"] not in GOOD)
    return next(bad, results[0] if results else Record(outcome="done"))


def result_of(
    record: Any,
    outcome: str,
    *,
    status_code: int | None = None,
    tracking_id: str | None = None,
    id: Any = None,
    reason: str | None = None,
    result: Any = None,
) -> Record:
    """A result Record."""
    fields = {
        "input": wrap(record),
        "outcome": outcome,
        "status_code": status_code,
        "tracking_id": tracking_id,
        "id": id,
        "reason": reason,
        "result": result,
    }
    return with_origin(Record(fields), RESULT_ORIGIN)


def failed(record: Any, error: Exception) -> Record:
    """The result of a change that ended in an error."""
    status = error.status_code if isinstance(error, ApiError) else None
    tracking_id = error.tracking_id if isinstance(error, ApiError) else None
    unheard = isinstance(error, ConnectionFailed) and error.maybe_done
    return result_of(
        record,
        "unknown" if unheard else "failed",
        status_code=status,
        tracking_id=tracking_id,
        id=input_id(record),
        reason=str(error) or type(error).__name__,
    )


def outcomes(record: Any, result: Any, answers: Sequence[Answered]) -> list[Record]:
    """The results of a change that was answered: one, or with an answer 207 one for each of the objects."""
    answered = answers[-1] if answers else Answered(0)
    if answered.status == 207 and isinstance(result, list) and result:
        return [_of_item(record, item, answered) for item in result]
    return [
        result_of(
            record,
            "accepted" if answered.status == 202 else "done",
            status_code=answered.status or None,
            tracking_id=answered.tracking_id,
            id=_id_of(result) or input_id(record),
            result=result,
        )
    ]


def _of_item(record: Any, item: Any, answered: Answered) -> Record:
    """The outcome of one of the many objects that a change was about: the tenant answers 207 with each one's status."""
    status = answered.status
    with suppress(TypeError, ValueError):
        status = int(get_property(item, "statusCode") or get_property(item, "status"))
    good = status < 300
    return result_of(
        record,
        "failed" if not good else "accepted" if status == 202 else "done",
        status_code=status,
        tracking_id=answered.tracking_id,
        id=get_property(item, "id") or get_property(item, "connectionId"),
        reason=None if good else " ".join(str(_text_of(item)).split()),
        result=item,
    )


def _text_of(item: Any) -> Any:
    return get_property(item, "message") or get_property(item, "description") or "the tenant gave no reason"


def _id_of(result: Any) -> Any:
    if not property_names(result):
        return None
    return next((value for value in (get_property(result, name) for name in _IDS) if value is not None), None)


def input_id(record: Any) -> Any:
    """The id that a record gives, under this name or as that of a thing: a file's column `Task Result ID`."""
    names = property_names(record)
    if not names:
        return record if isinstance(record, (str, int)) else None
    own = get_property(record, "id")
    ids = (get_property(record, name) for name in names if fold(name).endswith("id"))
    return own if own is not None else next((one for one in ids if isinstance(one, (str, int))), None)
