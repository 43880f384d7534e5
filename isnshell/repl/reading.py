"""What was typed, as text: when a line is whole, what continues it, and what is a question for help."""

from __future__ import annotations

import ast
import codeop
import re
import warnings

from .tokens import Token, tokenize

_HELP = re.compile(r"\?+\s*([\w.-]*)|([\w.-]+)\s*\?+")
_PROMPT = re.compile(r"\s*(?:[\w.-]+ +)?(?:\d+ )?>>>(?: |$)")
_CONTINUED = re.compile(r"\s*\.\.\.(?: |$)")
_OPENING, _CLOSING = "([{", ")]}"


def asked_help(text: str) -> str | None:
    """The name that a line asks help for: `?get_report`, `get_report?`; empty for `?`, None for any other line."""
    found = _HELP.fullmatch(text.strip())
    return (found[1] or found[2] or "") if found else None


def without_prompts(text: str) -> str:
    """A text as it was typed, where it was copied with its prompts, from the help or a prompt: without them and without
    the results between."""
    lines = text.split("\n")
    if not _PROMPT.match(lines[0]):
        return text
    typed: list[str] = []
    for line in lines:
        found = _PROMPT.match(line) or (_CONTINUED.match(line) if typed else None)
        if found is not None:
            typed.append(line[found.end() :])
    return "\n".join(typed)


def join_pipes(text: str) -> str:
    """The text with its pipes in one statement: a line that ends in `|` goes on in the next, one that begins with `|`
    continues the line before; comments on the way are left out. Line numbers and columns stay what they are."""
    if "|" not in text or "\n" not in text:
        return text
    joined = list(text)
    depth = 0
    before: Token | None = None
    between: list[Token] = []  # line breaks and comments since then
    for token in tokenize(text):
        if token.kind in ("newline", "comment"):
            between.append(token)
            continue
        if before is not None and depth <= 0 and "|" in (before.text, token.text):
            _join(joined, between)
        depth += _depth(token)
        before, between = token, []
    return "".join(joined)


def _join(joined: list[str], between: list[Token]) -> None:
    """Make one line of two."""
    if not any(token.kind == "newline" for token in between):
        return
    for token in between:
        blank = "\\\n" if token.kind == "newline" else " " * len(token.text)
        joined[token.start : token.end] = [blank, *[""] * (len(token.text) - 1)]


def _depth(token: Token) -> int:
    if token.kind != "op":
        return 0
    return (token.text in _OPENING) - (token.text in _CLOSING)


def wants_more(text: str) -> bool:
    """Whether Enter at the end of the text begins a new line instead of running it."""
    if not text.strip() or asked_help(text) is not None or text.lstrip().startswith("!"):
        return False
    if _ends_in_pipe(text):
        return True
    code = join_pipes(text)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they are said when it runs
            if codeop.compile_command(code, symbol="exec") is None:
                return True
            return not text.rstrip(" \t").endswith("\n") and _is_block(ast.parse(code))
    except (SyntaxError, ValueError, OverflowError):
        return False  # the person has to see what is wrong


def _ends_in_pipe(text: str) -> bool:
    tokens = [token for token in tokenize(text) if token.kind not in ("newline", "comment")]
    return bool(tokens) and tokens[-1].text == "|" and not text.endswith("\n\n")


def _is_block(tree: ast.Module) -> bool:
    """Whether the last statement is a block, which an empty line ends."""
    last = tree.body[-1] if tree.body else None
    return last is not None and hasattr(last, "body") and not isinstance(last, ast.Expr)
