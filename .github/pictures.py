"""Draws the pictures of the README: types into the real prompt, and writes its screen as SVG."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import groupby
from pathlib import Path

from pyte.screens import Char
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, MONOKAI, TerminalTheme
from rich.text import Text

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent / "tests" / "terminal"))

from driver import Terminal  # noqa: E402 - the tests' own terminal, found by the line above

# What is typed, each with what is read when it is done; the last is left as it stands
EXPLORE = (
    ('get_pending_tasks() | where_object(type="QUARTZ") | select_object(first=4)\r', "2 >>>"),
    ("gpt", "get_pending_task_headers"),
)
CARE = (
    ("suspend_report('abc', what_if=True)\r", "2 >>>"),
    ('get_task_status_list() | out_chart("launched", every="day")\r', "3 >>>"),
    ('get_accounts(filters="', "identityId"),
)


def draw(name: str, keys: Sequence[tuple[str, str]], size: tuple[int, int], theme: TerminalTheme) -> None:
    """Type the keys and write the screen that they lead to."""
    with tempfile.TemporaryDirectory() as folder, Terminal("-p", "demo", folder=Path(folder), size=size) as terminal:
        terminal.wait_for_prompt(1)
        for typed, seen in keys:
            terminal.send(typed)
            terminal.wait_for(seen)
        terminal.settle()
        console = Console(record=True, width=size[0], file=StringIO(), force_terminal=True, legacy_windows=False)
        for number in range(size[1]):
            line = terminal.screen.buffer[number]
            console.print(_text(line[place] for place in range(size[0])), soft_wrap=True)
        picture = console.export_svg(title="isnshell", theme=theme, font_aspect_ratio=0.61)
        # Nothing is fetched by who looks at it
        picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")
        (FOLDER / name).write_text(re.sub(r"[ \t]+\n", "\n", picture), "utf-8")


def _text(cells: Iterable[Char]) -> Text:
    text = Text()
    for style, run in groupby(cells, key=_style):
        text.append("".join(cell.data for cell in run), style)
    return text


def _style(cell: Char) -> str:
    return f"{_colour(cell.fg)} on {_colour(cell.bg)}" + " bold" * cell.bold + " reverse" * cell.reverse


def _colour(name: str) -> str:
    """rich's name of a colour that pyte names."""
    if re.fullmatch("[0-9a-f]{6}", name):
        return f"#{name}"
    name = name.replace("brown", "yellow")
    return f"bright_{name[6:]}" if name.startswith("bright") else name


if __name__ == "__main__":
    draw("explore.svg", EXPLORE, (100, 30), MONOKAI)
    draw("care.svg", CARE, (100, 30), DEFAULT_TERMINAL_THEME)
