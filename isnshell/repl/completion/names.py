"""Names that begin an expression: the person's variables, commands, stages right of a pipe, Python's words."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Iterator

from ...commands.cmdlet import FunctionCmdlet
from ...commands.registry import written_names
from ...pipeline.stage import Stage
from .candidates import PREFIX, WORD_PART, Candidate, fit
from .commands import alias_candidates, command_candidates
from .knowledge import Knowledge
from .shapes import shape_of
from .spot import Spot
from .static import describe, describe_member, in_a_line, is_a

# What one most often wants right of a pipe, in this order
STAGES = (
    "where_object", "select_object", "sort_object", "group_object", "measure_object", "for_each_object",
    "format_table", "format_list", "export_csv", "convert_to_json", "get_member",
)  # fmt: skip
# What may follow a value
_BETWEEN = ("and", "or", "not", "in", "is", "if", "else", "for", "as")
# What the shell has put into the namespace in place of builtins of the same names
_OURS = ("exit", "help", "quit")


def name_candidates(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Names that begin an expression: variables, commands, then Python's own; fuzzy matches last."""
    if spot.source:
        return _stages(spot, knowledge)
    if spot.follows_value:
        following = (word for word in _BETWEEN if spot.word and word.startswith(spot.word))
        return [Candidate(word, spot.start, "keyword") for word in following]
    variables = _variables(spot, knowledge)
    if not spot.word and spot.calls:
        return variables  # in a call, what it takes is what one looks for
    commands = command_candidates(spot.word, spot.start, knowledge)
    ranks = {one.text: fit(spot.word, one.text) for one in commands}
    found = [
        *variables,
        *(() if hasattr(builtins, spot.word) else alias_candidates(spot, knowledge)),
        *(one for one in commands if ranks[one.text] == PREFIX),
        *_python_words(spot),
        *(one for one in commands if ranks[one.text] == WORD_PART),
    ]
    return found or commands  # fuzzy ones where nothing else fits


def _variables(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """The person's names: what the text has bound, and what the session has."""
    held = {name: describe(value) for name, value in knowledge.held()}
    found = {**held, **{name: in_a_line(text) for name, text in knowledge.assigned.items()}}
    return [
        Candidate(name, spot.start, "variable", told)
        for name, told in sorted(found.items())
        if fit(spot.word, name) == PREFIX and _is_offered(name, spot.word)
    ]


def _stages(spot: Spot, knowledge: Knowledge) -> list[Candidate]:
    """Right of a pipe: what works on records, what is about records of their kind, then all other commands."""
    model = shape_of(spot.source, knowledge).model
    about = [name for name in written_names() if model and _is_about(name, model, knowledge)]
    preferred = [*STAGES, *about]
    if not spot.word:
        return [Candidate(name, spot.start, "command", knowledge.meaning(name)) for name in dict.fromkeys(preferred)]
    own = {name: value for name, value in knowledge.held() if callable(value) or is_a(value, Stage)}
    variables = [one for one in _variables(spot, knowledge) if one.text in own or one.text in knowledge.assigned]
    commands = command_candidates(spot.word, spot.start, knowledge, preferred)
    return [*variables, *alias_candidates(spot, knowledge), *commands]


def _is_about(name: str, model: str, knowledge: Knowledge) -> bool:
    command = knowledge.command(name)
    return isinstance(command, FunctionCmdlet) and model in command.kinds


def _is_offered(name: str, word: str) -> bool:
    """Results (`_3`) and dunders are offered to whoever asks for them."""
    return name.isidentifier() and name not in _OURS and (word.startswith("_") or not name.startswith("_"))


def _python_words(spot: Spot) -> Iterator[Candidate]:
    if not spot.word:
        return
    for name in (*keyword.kwlist, *sorted(vars(builtins))):
        if name.startswith(spot.word) and (spot.word.startswith("_") or not name.startswith("_")):
            meaning = "" if keyword.iskeyword(name) else describe_member(getattr(builtins, name))
            yield Candidate(name, spot.start, "builtin" if meaning else "keyword", meaning)
