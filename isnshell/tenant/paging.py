"""Paging: one pager for every list, told by its request where to begin and how much is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import AnswerError, RequestSummary
from ..host import get_host
from ..operations.answer import parse
from ..operations.request import Request
from .prefetch import Ahead
from .session import Session


def read_pages(
    session: Session,
    request: Request,
    *,
    offset: int = 0,
    limit: int | None = None,
    page_size: int = 250,
) -> Iterator[list[Any]]:
    """The pages of a list, one request each, as the caller asks for them; fetched ahead for one who reads on.

    Args:
        session: Who asks.
        request: The list's request; its `offset` and `limit` are set here.
        offset: Where to begin.
        limit: How many records at most; None gives all.
        page_size: Largest page the operation allows.

    Raises:
        AnswerError: An answer is no list, or a page came a second time.
    """
    given = 0
    previous: list[Any] | None = None

    def fetch(start: int) -> tuple[list[Any], int | None]:
        return _page(session, request, offset + start, page_size if limit is None else min(page_size, limit - start))

    ahead = Ahead(
        fetch,
        lambda page: len(page[0]) == page_size and page[0] != previous,
        step=page_size,
        end=limit,
        may_go_ahead=lambda: session.may_go_ahead(request.generation),
    )
    with ahead:
        while limit is None or given < limit:
            size = page_size if limit is None else min(page_size, limit - given)
            page, total = ahead.take(given)
            if page and page == previous:
                raise _repeated(request, offset + given, size, given)
            if total is not None and ahead.end is None:
                ahead.end = max(0, total - offset)
            yield page if limit is None else page[: limit - given]
            # A short page is the last one; a page of more than was asked for counts as full
            if len(page) < size:
                following = ahead.next_one() if page else None
                if following is None or not following[0]:
                    _tell_shrunk(request, total, offset, given + len(page), limit)
                    return
                get_host().warn(
                    f"{request.command}: a page of {size} came with {len(page)} records, though the list goes on: "
                    "it may have changed while it was read, or lack records."
                )
                given += size
            else:
                given += len(page)
            previous = page


def _repeated(request: Request, start: int, size: int, given: int) -> AnswerError:
    asked = _asked(request, start, size)
    return AnswerError(
        f"{request.command} got the same page twice",
        why=f"{RequestSummary(asked.method, asked.target)} repeats the page before it",
        hint=f"{given} records were read up to there; the list may have changed meanwhile: read it again.",
    )


def _tell_shrunk(request: Request, total: int | None, offset: int, came: int, limit: int | None) -> None:
    """Warn of a list that has less at its end than its tenant said on the way."""
    if total is None or limit is not None or offset + came >= total:
        return
    get_host().warn(
        f"{request.command}: {came} of {total - offset} records came: the list shrank while it was read, or is "
        "filtered by the tenant."
    )


def _asked(request: Request, start: int, size: int) -> Request:
    return request.with_query(offset=start or None, limit=size)


def _page(session: Session, request: Request, start: int, size: int) -> tuple[list[Any], int | None]:
    """One page, and how many records there are in all, if the tenant says."""
    reply = session.send(_asked(request, start, size))
    page = parse(reply.body, reply.headers, request.command)
    if page is None:
        page = []
    if not isinstance(page, list):
        raise AnswerError(f"{request.command} wanted a list and got {type(page).__name__}", hint="Try again.")
    total = reply.headers.get("X-Total-Count", "")
    return page, int(total) if total.isdigit() else None


def count_all(session: Session, request: Request) -> int | None:
    """How many records there are, by one small request with `count`; None where the tenant does not say."""
    reply = session.send(request.with_query(count=True, limit=1, offset=None))
    total = reply.headers.get("X-Total-Count", "")
    return int(total) if total.isdigit() else None
