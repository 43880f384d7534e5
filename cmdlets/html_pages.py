"""HTML: one page that needs nothing else, or a piece of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.errors import UsageError
from isnshell.formatting.cells import legible
from isnshell.formatting.columns import choices
from isnshell.formatting.gather import gathered
from isnshell.formatting.html import list_lines, metas, page_lines, style_sheet, table_lines
from isnshell.pipeline.stage import Stage


@cmdlet("ConvertTo-Html", spellings={"cu": "css_uri", "uri": "css_uri"})
def convert_to_html(
    *property: Any,
    title: str = "isnshell",
    as_: str = "table",
    head: str | Sequence[str] = "",
    body: str | Sequence[str] = "",
    pre_content: str | Sequence[str] = "",
    post_content: str | Sequence[str] = "",
    fragment: bool = False,
    css_uri: str = "",
    meta: Mapping[str, str] | None = None,
    charset: str = "utf-8",
    **calculated: Any,
) -> Stage:
    """Give records as one HTML page that needs no other file; a click on a heading sorts the table.

    `get_pending_tasks() | convert_to_html() | out_file("tasks.html")` saves one. Reads the whole stream first. Dates
    are local time with its zone, nested objects are shown by their names.

    Args:
        property: Columns: names, dotted paths, wildcards or functions of a record; all fields if left out.
        title: Title of the page, plain text.
        as_: `table`, or `list` for one small table per record.
        head: HTML for the head of the page, a text or lines.
        body: HTML at the beginning of the page's body.
        pre_content: HTML before the records.
        post_content: HTML behind them.
        fragment: True gives the table without a page around it.
        css_uri: Address of a style sheet that the page loads; without it the page has its own style only.
        meta: Names and contents of `meta` elements, such as `{"author": "..."}`.
        charset: Encoding that the page says it has, for `out_file(..., encoding=...)`.
        calculated: Further columns, heading to path or function.

    Returns:
        Stream: The lines as str; `| out_file("page.html")` writes them.

    Raises:
        UsageError: `as_` is neither `table` nor `list`, or a parameter is misspelled.

    PowerShell: ConvertTo-Html

    Example:
        >>> list([{"name": "R&D"}] | convert_to_html(fragment=True))[3]
        '<tr><td>R&amp;D</td></tr>'
    """
    draw = {"table": table_lines, "list": list_lines}.get(str(calculated.pop("as", as_)).lower())
    if draw is None:
        raise UsageError(f"as_={as_!r} is unknown", hint="It may be 'table' or 'list'.")
    chosen = choices((*property, calculated.pop("property", ())), calculated)
    top = "\n".join(filter(None, [*metas(meta or {}), style_sheet(css_uri), _text(head)]))
    parts = [_text(body), _text(pre_content)]

    def lines(records: Iterator[Any]) -> Iterator[str]:
        with gathered(records, chosen, cell=legible) as rows:
            content = chain(filter(None, parts), draw(rows.columns, rows), filter(None, [_text(post_content)]))
            yield from content if fragment else page_lines(content, title=title, head=top, charset=charset)

    return Stage(lines, label="convert_to_html")


def _text(given: str | Sequence[str]) -> str:
    return given if isinstance(given, str) else "\n".join(given)
