"""A quick start: what ptpython makes before its first prompt and this shell needs later is made on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.lexers import Lexer
from prompt_toolkit.styles import BaseStyle, Style
from ptpython import python_input
from ptpython import style as ptpython_style

from .toolbar import GREY

_OWN_STYLES = {"default-ansi": "default_ansi_code_style", "win32": "win32_code_style"}


class CodeStyles(Mapping[str, BaseStyle]):
    """Colour schemes for code by name; ptpython makes all fifty of pygments' at its start, which takes 50 ms."""

    def __init__(self) -> None:
        self._made: dict[str, BaseStyle] = {}

    def __getitem__(self, name: str) -> BaseStyle:
        if name not in self._made:
            self._made[name] = _make_style(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        from pygments.styles import get_all_styles  # type: ignore[import-untyped]  # no stubs; reads the entry points of all packages

        yield from get_all_styles()
        yield from _OWN_STYLES

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __setitem__(self, name: str, style: BaseStyle) -> None:
        self._made[name] = style


def _make_style(name: str) -> BaseStyle:
    if name in _OWN_STYLES:
        rules = getattr(ptpython_style, _OWN_STYLES[name])
        return Style.from_dict({part: look.replace("ansibrightblack", GREY) for part, look in rules.items()})
    from prompt_toolkit.styles.pygments import style_from_pygments_cls
    from pygments.styles import get_style_by_name

    return style_from_pygments_cls(get_style_by_name(name))


class LazyPythonLexer(Lexer):
    """Colours Python; pygments compiles its expressions (30 ms) when there is a text, not before the first prompt."""

    def __init__(self, _given: Lexer | None = None) -> None:
        self._lexer: Lexer | None = None

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        if not document.text:
            return lambda line: []
        return self.load().lex_document(document)

    def load(self) -> Lexer:
        """Make the lexer now; a background thread does, before the first key is pressed."""
        if self._lexer is None:
            from prompt_toolkit.lexers import PygmentsLexer
            from pygments.lexers import PythonLexer  # type: ignore[import-untyped]  # no stubs

            self._lexer = PygmentsLexer(PythonLexer)
        return self._lexer


@contextmanager
def lean() -> Iterator[None]:
    """While it lasts, ptpython's input is made with the lazy parts."""
    module: Any = python_input
    held = module.get_all_code_styles, module.PtpythonLexer
    module.get_all_code_styles, module.PtpythonLexer = CodeStyles, LazyPythonLexer
    try:
        yield
    finally:
        module.get_all_code_styles, module.PtpythonLexer = held
