"""Records as one HTML page that needs nothing else: a table whose columns sort by a click."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib import resources
from typing import Any

from .cells import as_text, local_time, visible

_LIST = '<tr><th scope="row">{}</th><td>{}</td></tr>'


def table_lines(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Lines of a table element."""
    yield '<table class="sortable">'
    yield f"<thead><tr>{''.join(f'<th><button>{_text(name)}</button></th>' for name in columns)}</tr></thead>"
    yield "<tbody>"
    for row in rows:
        yield f"<tr>{''.join(map(_cell, row))}</tr>"
    yield "</tbody>"
    yield "</table>"


def list_lines(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Lines of one table element per record, a property in each row."""
    for row in rows:
        yield "<table>"
        yield from (_LIST.format(_text(name), _text(cell)) for name, cell in zip(columns, row, strict=True))
        yield "</table>"
        yield "<br>"


def metas(named: Mapping[str, str]) -> list[str]:
    """Elements that tell of a page."""
    return [f'<meta name="{_attribute(name)}" content="{_attribute(content)}">' for name, content in named.items()]


def style_sheet(uri: str) -> str:
    """The element that loads a style sheet; empty without one."""
    return f'<link rel="stylesheet" href="{_attribute(uri)}">' if uri else ""


def _attribute(text: str) -> str:
    return escape(str(text), quote=True)


def page_lines(body: Iterable[str], *, title: str, head: str = "", charset: str = "utf-8") -> Iterator[str]:
    """Lines of a whole page around a body.

    Args:
        body: Lines of HTML.
        title: Plain text.
        head: HTML for the head.
        charset: Encoding that the page says it has.
    """
    page = resources.files(__package__).joinpath("page.html").read_text("utf-8")
    before, after = page.replace("$title", _text(title)).replace("$charset", _attribute(charset)).split("$body")
    yield from before.replace("$head", head).splitlines()
    yield from body
    yield from after.strip("\n").splitlines()


def _cell(cell: Any) -> str:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return f'<td class="number">{cell}</td>'
    return f"<td>{_text(cell)}</td>"


def _text(cell: Any) -> str:
    text = as_text(cell)
    return escape(visible(local_time(text) or text))
