"""Python text as tokens, however unfinished it is. Nothing is parsed or evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

_STRING = re.compile(r"""(?P<prefix>[rRbBuUfF]{0,2})(?P<quote>\"{3}|'{3}|"|')""")
_REST = re.compile(
    r"""(?P<comment>\#[^\n]*)
    |(?P<name>[^\W\d]\w*)
    |(?P<number>\.?\d(?:[\w.]|(?<=[eE])[+-])*)
    |(?P<newline>\n)
    |(?P<space>(?:[^\S\n]|\\\n)+)
    |(?P<op>\*\*=?|//=?|->|:=|==|!=|<=|>=|<<=?|>>=?|[+\-*/%@&|^]=|.)""",
    re.VERBOSE,
)


@frozen
class Token:
    """One token.

    Args:
        kind: `name`, `number`, `string`, `op`, `newline` or `comment`; blanks are left out.
        text: As written.
        start: Where it begins.
        body: Where a string's content begins, behind its prefix and quote.
        quote: A string's quote.
        is_open: True for a string that the text does not end.
    """

    kind: str
    text: str
    start: int
    body: int = 0
    quote: str = ""
    is_open: bool = False

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def content(self) -> str:
        """What stands between a string's quotes, as written."""
        inner = self.text[self.body - self.start :]
        return inner if self.is_open else inner[: len(inner) - len(self.quote)]


def tokenize(text: str, start: int = 0) -> Iterator[Token]:
    """The tokens of a text from `start` on. A string that its line does not end goes to the end of that line."""
    position = start
    while position < len(text):
        if match := _STRING.match(text, position):
            token = _string(text, match)
            position = token.end
            yield token
            continue
        rest = _REST.match(text, position)
        assert rest is not None  # its last alternative takes any character
        position = rest.end()
        if rest.lastgroup != "space":
            yield Token(str(rest.lastgroup), rest[0], rest.start())


def _string(text: str, opening: re.Match[str]) -> Token:
    quote = opening["quote"]
    position = opening.end()
    while position < len(text):
        if text.startswith(quote, position):
            end = position + len(quote)
            return Token("string", text[opening.start() : end], opening.start(), opening.end(), quote)
        if text[position] == "\n" and len(quote) == 1:
            break
        position += 2 if text[position] == "\\" else 1
    end = min(position, len(text))
    return Token("string", text[opening.start() : end], opening.start(), opening.end(), quote, is_open=True)
