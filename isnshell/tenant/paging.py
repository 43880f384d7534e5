"""Paging: one pager for every list, told by its request where to begin and how much is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import AnswerError, RequestSummary
from ..operations.answer import parse
from ..operations.request import Request
from .session import Session


def read_pages(
    session: Session,
    request: Request,
    *,
    offset: int = 0,
    limit: int | None = None,
    page_size: int = 250,
) -> Iterator[list[Any]]:
    """The pages of a list, one request each, as the caller asks for them.

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
    while limit is None or given < limit:
        size = page_size if limit is None else min(page_size, limit - given)
        asked = request.with_query(offset=offset + given or None, limit=size)
        page = _page(session, asked)
        if page and page == previous:
            raise AnswerError(
                f"{request.command} got the same page twice",
                why=f"{RequestSummary(asked.method, asked.target)} repeats the page before it",
                hint=f"{given} records were read up to there; the list may have changed meanwhile: read it again.",
            )
        yield page if limit is None else page[: limit - given]
        given += len(page)
        # A short page is the last one; a page of more than was asked for counts as full
        if len(page) < size:
            return
        previous = page


def _page(session: Session, request: Request) -> list[Any]:
    reply = session.send(request)
    page = parse(reply.body, reply.headers, request.command)
    if page is None:
        return []
    if not isinstance(page, list):
        raise AnswerError(f"{request.command} wanted a list and got {type(page).__name__}", hint="Try again.")
    return page


def count_all(session: Session, request: Request) -> int | None:
    """How many records there are, by one small request with `count`; None where the tenant does not say."""
    reply = session.send(request.with_query(count=True, limit=1, offset=None))
    total = reply.headers.get("X-Total-Count", "")
    return int(total) if total.isdigit() else None
