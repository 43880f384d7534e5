"""Where the cursor stands: in which word, which call, which argument, right of which pipe."""

from __future__ import annotations

import keyword
from collections.abc import Mapping, Sequence

from attrs import define, evolve, field, frozen

from ..tokens import Token, tokenize
from .statements import FARTHEST, begin_before, bound_before, bound_names, import_words, target_of

_CLOSING = {")": "(", "]": "[", "}": "{"}
_ENDS_SOURCE = ("=", ":=", ":", "==", "!=", "<", ">", "<=", ">=")


_END = Token("newline", "", 0)


@frozen
class Call:
    """An open bracket that the cursor stands in, and what is known of the call.

    Args:
        bracket: `(`, `[` or `{`.
        start: Place of the bracket.
        callee: Dotted name of what is called; empty for other brackets.
        source: The text left of the `|` that the call stands right of; empty without one.
        names: Keywords given, before and behind the cursor.
        values: Source text of the keywords' values; keys and values of a dict display.
        index: How many arguments stand before this one.
        current: Keyword of the argument that the cursor is in, or the key in a dict; empty if it has none.
        lead: Text of the argument from its start (behind `name=`) to the word.
        owner: What a bracket `[` takes a part of; empty for a list.
    """

    bracket: str
    start: int
    callee: str = ""
    source: str = ""
    names: tuple[str, ...] = ()
    values: Mapping[str, str] = field(factory=dict)
    positional: tuple[str, ...] = ()
    index: int = 0
    current: str = ""
    lead: str = ""
    owner: str = ""


@frozen
class Spot:
    """The cursor's place.

    Args:
        kind: `name`, `attribute` or `string`.
        word: What was typed of the word, or of the string's content.
        start: Where the word begins.
        calls: Open brackets, the innermost last.
        owner: Expression left of the dot.
        quote: The string's quote.
        is_closed: True if the string's quote stands behind the cursor already.
        imports: Words of an import statement before the cursor's word; empty in any other.
        source: The text left of the `|` that the word stands right of; empty without one.
        target: What the statement assigns to, as written; empty if it assigns nothing.
        follows_value: True behind a value without an operator, where no other value can stand.
        assigned: Names that earlier statements of the text bind, with the text of their value where it has one.
        text: All that was typed.
    """

    kind: str
    word: str
    start: int
    text: str
    calls: tuple[Call, ...] = ()
    owner: str = ""
    quote: str = ""
    is_closed: bool = False
    imports: tuple[str, ...] = ()
    source: str = ""
    target: str = ""
    follows_value: bool = False
    assigned: Mapping[str, str] = field(factory=dict)

    @property
    def before(self) -> str:
        """What stands before the word."""
        return self.text[: self.start]

    @property
    def call(self) -> Call | None:
        """The innermost open bracket."""
        return self.calls[-1] if self.calls else None


@define
class _Frame:
    """A bracket while it is read: its arguments as lists of their own tokens."""

    opening: Token | None
    callee: str = ""
    source: str = ""
    owner: str = ""
    items: list[list[Token]] = field(factory=lambda: [[]])


def find_spot(text: str, cursor: int) -> Spot | None:
    """The cursor's place; None where nothing can be completed, as in a comment or a number."""
    begin = begin_before(text, cursor)
    tokens = list(tokenize(text[:cursor], begin))
    last = tokens[-1] if tokens else None
    word = None
    if last is not None and last.end == cursor:
        if last.kind in ("comment", "number"):
            return None
        if last.kind == "name" or last.is_open:
            word = tokens.pop()
    if word and word.kind == "string" and (hole := _hole(word)):
        # Only what stands in the braces of an f-string is Python; all before it becomes blank, so that places stay
        inner = find_spot(" " * hole + text[hole:cursor], cursor)
        assigned = {**bound_before(text[:begin]), **bound_names(text, _frames(text, tokens)[0].items[:-1])}
        return evolve(inner, text=text, assigned=assigned) if inner else None
    frames = _frames(text, tokens)
    start = word.start if word else cursor
    calls = tuple(_call(text, frame, start) for frame in frames[1:])
    if calls:
        calls = (*calls[:-1], _with_names_behind(calls[-1], text, begin, cursor))
    root, items = frames[0], frames[-1].items[-1]
    assigned = {**bound_before(text[:begin]), **bound_names(text, root.items[:-1])}
    spot = Spot("name", word.text if word else "", start, text, calls, assigned=assigned)
    if not calls:
        spot = evolve(spot, target=target_of(text, root.items[-1]))
    if word and word.kind == "string":
        closed = text.startswith(word.quote, cursor)
        return evolve(spot, kind="string", word=word.content, start=word.body, quote=word.quote, is_closed=closed)
    spot = evolve(spot, imports=import_words(root.items[-1]), follows_value=_ends_value(items))
    if items and items[-1].text == "." and items[-1].kind == "op":
        return evolve(spot, kind="attribute", owner=_owner(text, items[:-1]))
    if items and items[-1].text == "|" and items[-1].kind == "op":
        return evolve(spot, source=_source(text, items[:-1]))
    return spot


def _ends_value(items: Sequence[Token]) -> bool:
    if not items:
        return False
    last = items[-1]
    if last.kind == "name":
        return not keyword.iskeyword(last.text) or last.text in ("True", "False", "None")
    return last.kind in ("number", "string") or (last.kind == "op" and last.text in _CLOSING)


def _hole(string: Token) -> int:
    """Behind the open brace of an f-string that the cursor is in; 0 if it is in the text."""
    if "f" not in string.text[: string.body - string.start].lower():
        return 0
    content = string.content.replace("{{", "  ").replace("}}", "  ")
    place = content.rfind("{")
    return string.body + place + 1 if place > content.rfind("}") else 0


def _frames(text: str, tokens: Sequence[Token]) -> list[_Frame]:
    frames = [_Frame(None)]
    for place, token in enumerate(tokens):
        frame = frames[-1]
        if token.kind == "comment":
            continue
        if token.text in ("(", "[", "{"):
            frame.items[-1].append(token)
            inner = _Frame(token)
            if token.text == "(":
                inner.callee, inner.source = _callee(text, frame.items[-1][:-1])
            elif token.text == "[":
                inner.owner = _owner(text, frame.items[-1][:-1])
            frames.append(inner)
        elif token.text in _CLOSING and token.kind == "op":
            if len(frames) > 1:
                frames.pop()
            frames[-1].items[-1].append(token)
        elif token.text == "," and len(frames) > 1:
            frame.items.append([])
        elif token.kind == "newline" or token.text == ";":
            if len(frames) == 1 and not _is_piped(tokens, place):
                frame.items.append([])
        else:
            frame.items[-1].append(token)
    return frames


def _is_piped(tokens: Sequence[Token], place: int) -> bool:
    """Whether the line break stands beside a `|`, which goes on over it."""
    before = next((one for one in reversed(tokens[:place]) if one.kind != "newline"), None)
    after = next((one for one in tokens[place + 1 :] if one.kind != "newline"), None)
    return bool(before and before.text == "|") or bool(after and after.text == "|")


def _callee(text: str, items: Sequence[Token]) -> tuple[str, str]:
    """The dotted name before a bracket, and the source left of the pipe before it."""
    place = len(items)
    while place and items[place - 1].kind == "name" and not keyword.iskeyword(items[place - 1].text):
        place -= 1
        if not (place and items[place - 1].text == "."):
            break
        place -= 1
    name = "".join(token.text for token in items[place:])
    if not name or name.startswith("."):
        return "", ""
    if not place or items[place - 1].text != "|":
        return name, ""
    return name, _source(text, items[: place - 1])


def _source(text: str, items: Sequence[Token]) -> str:
    """The expression that ends here, from the start of its statement or argument."""
    if not items:
        return ""
    start = items[0].start
    depth = 0
    for token in reversed(items):
        depth += (token.text in _CLOSING) - (token.text in _CLOSING.values())
        if not depth and (token.text in _ENDS_SOURCE or (token.kind == "name" and keyword.iskeyword(token.text))):
            start = token.end
            break
    return text[start : items[-1].end].strip()


def _owner(text: str, items: Sequence[Token]) -> str:
    """The expression before a dot: names, dots and closed brackets."""
    depth = 0
    start = items[-1].end if items else 0
    follows_value = False
    for token in reversed(items):
        if token.text in _CLOSING and token.kind == "op":
            if not depth and follows_value:
                break
            depth += 1
        elif token.text in _CLOSING.values() and token.kind == "op":
            depth -= 1
            start, follows_value = token.start, False
            continue
        if depth:
            continue
        if token.kind in ("name", "string") and not follows_value and not keyword.iskeyword(token.text):
            start, follows_value = token.start, True
        elif token.text == "." and follows_value:
            follows_value = False
        else:
            break
    return text[start : items[-1].end] if items else ""


def _call(text: str, frame: _Frame, word_start: int) -> Call:
    assert frame.opening is not None
    values: dict[str, str] = {}
    positional: list[str] = []
    for item in frame.items[:-1]:
        name, rest = _named(item)
        value = text[rest[0].start : rest[-1].end] if rest else ""
        if name:
            values[name] = value
        else:
            positional.append(value)
    current, rest = _named(frame.items[-1])
    return Call(
        bracket=frame.opening.text,
        start=frame.opening.start,
        callee=frame.callee,
        source=frame.source,
        names=tuple(values),
        values=values,
        positional=tuple(positional),
        index=len(frame.items) - 1,
        current=current,
        lead=text[rest[0].start : word_start] if rest else "",
        owner=frame.owner,
    )


def _named(item: Sequence[Token]) -> tuple[str, Sequence[Token]]:
    """An argument's keyword or a dict's key, and the tokens of the value."""
    if len(item) > 1 and item[0].kind == "name" and item[1].text == "=":
        return item[0].text, item[2:]
    if len(item) > 1 and item[0].kind == "string" and item[1].text == ":":
        return item[0].content, item[2:]
    return "", item


def _with_names_behind(call: Call, text: str, begin: int, cursor: int) -> Call:
    """The call with the keywords that stand behind the cursor."""
    behind: list[str] = []
    depth = 0
    tokens = [token for token in tokenize(text[: cursor + FARTHEST], begin) if token.start >= cursor]
    for token, after in zip(tokens, [*tokens[1:], _END], strict=False):
        if token.kind == "op":
            depth += (token.text in _CLOSING.values()) - (token.text in _CLOSING)
        if depth < 0 or (token.kind == "newline" and not after.text.strip()):
            break
        if not depth and token.kind == "name" and after.text == "=":
            behind.append(token.text)
    return evolve(call, names=(*call.names, *behind))
