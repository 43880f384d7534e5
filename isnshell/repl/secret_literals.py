"""Literals of Python that are bound to a name that means a secret, in whatever form they are bound."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from .secret_names import HIDDEN, is_name, means_secret, tells

_SETTERS = ("setattr", "putenv", "setdefault", "set_password", "set_key", "set_variable")
_TO_SECURE = ("convert_to_secure_string", "get_credential", "HTTPBasicAuth", "SecretStr", "PSCredential")
_ASKERS = ("getpass", "input", "getenv", "get_password")
_LOOKING = re.compile(r"(?:get|read|load|search|list|find|new|create|start)_")
# A bare word that is Python's name for something, and a secret that was pasted without quotes
_RANDOM = re.compile(r"(?=\w{12,}$)\w*\d[A-Za-z]+\d\w*")


class _Finder(ast.NodeVisitor):
    """Collects the literals that are bound to names that mean a secret."""

    def __init__(self) -> None:
        self.found: list[ast.expr] = []

    def hide_of(self, name: str, value: ast.AST | None) -> None:
        """Hide what is bound to a name; of a user and a password only the password."""
        is_pair = isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == 2
        if is_pair and name.lower() in ("auth", "credential"):
            self.hide(value.elts[1])  # type: ignore[union-attr]  # a tuple or list, by the line above
        else:
            self.hide(value)

    def hide(self, value: ast.AST | None) -> None:
        """Hide every literal of a value, but not the names of places and the questions that lead to it."""
        if value is None:
            return
        if isinstance(value, (ast.Constant, ast.JoinedStr)):
            self._hide_literal(value)
        elif isinstance(value, ast.Name):
            if _RANDOM.fullmatch(value.id):
                self.found.append(value)
        elif isinstance(value, ast.Subscript):
            self.visit(value.value)
        elif isinstance(value, ast.Call):
            self._hide_call(value)
        elif isinstance(value, ast.Dict):
            for one in value.values:
                self.hide(one)
        elif isinstance(value, (ast.Compare, ast.Lambda, ast.IfExp)):
            self.visit(value)
            for one in (value.body, value.orelse) if isinstance(value, ast.IfExp) else ():
                self.hide(one)
        else:
            for child in ast.iter_child_nodes(value):
                self.hide(child)

    def _hide_literal(self, value: ast.Constant | ast.JoinedStr) -> None:
        if isinstance(value, ast.JoinedStr):
            told = any(isinstance(one, ast.Constant) and str(one.value).strip() for one in value.values)
        elif isinstance(value.value, (str, bytes)):
            text = value.value if isinstance(value.value, str) else value.value.decode("latin-1")
            told = tells(text)
        else:
            told = isinstance(value.value, int) and not isinstance(value.value, bool) and abs(value.value) > 9999
        if told:
            self.found.append(value)

    def _hide_call(self, call: ast.Call) -> None:
        name = _name_of(call.func)
        given = list(call.args)
        if name in _ASKERS or (name == "get" and "environ" in ast.dump(call.func)):
            given = given[1:] if name != "get_password" else []
        if isinstance(call.func, ast.Attribute):  # "text".strip()
            self.hide(call.func.value)
        if _LOOKING.match(name):  # a command: what it takes has names of its own
            self.visit(call)
            return
        for one in given:
            self.hide(one)
        for keyword in call.keywords:
            self.hide(keyword.value)

    # --- what binds ---------------------------------------------------------------------------------------------

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._bind(target, node.value)
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._bind(node.target, node.value)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._bind(node.target, node.value)
        self.generic_visit(node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self._bind(node.target, node.value)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        self._bind(node.target, node.iter)
        self.generic_visit(node)

    def _bind(self, target: ast.expr, value: ast.expr | None) -> None:
        if isinstance(target, (ast.Tuple, ast.List)):
            if isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == len(target.elts):
                for one, its in zip(target.elts, value.elts, strict=True):
                    self._bind(one, its)
            elif any(means_secret(_name_of(one)) for one in target.elts):
                self.hide(value)
        elif means_secret(_name_of(target)):
            self.hide_of(_name_of(target), value)

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        if any(means_secret(_name_of(side)) for side in sides):
            for side in sides:
                if not means_secret(_name_of(side)) or isinstance(side, ast.Constant):
                    self._hide_compared(side)
        self.generic_visit(node)

    def _hide_compared(self, side: ast.expr) -> None:
        if not (isinstance(side, ast.Constant) and isinstance(side.value, str) and means_secret(side.value)):
            self.hide(side)

    def visit_Dict(self, node: ast.Dict) -> None:
        # {"path": "/password", "value": ...}: a JSON patch names what its value is
        named = any(isinstance(one, ast.Constant) and is_name(one.value) for one in node.values)
        for key, value in zip(node.keys, node.values, strict=True):
            name = _name_of(key)
            if means_secret(name) or (named and name.lower() == "value"):
                self.hide(value)
        self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        self._visit_pair(node)

    def visit_List(self, node: ast.List) -> None:
        self._visit_pair(node)

    def _visit_pair(self, node: ast.Tuple | ast.List) -> None:
        if len(node.elts) == 2 and isinstance(node.elts[0], ast.Constant) and is_name(node.elts[0].value):
            self.hide(node.elts[1])
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._defaults(node.args)
        self.generic_visit(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._defaults(node.args)
        self.generic_visit(node)

    def _defaults(self, taken: ast.arguments) -> None:
        positional = [*taken.posonlyargs, *taken.args]
        pairs = [*zip(reversed(positional), reversed(taken.defaults), strict=False)]
        for argument, default in [*pairs, *zip(taken.kwonlyargs, taken.kw_defaults, strict=True)]:
            if means_secret(argument.arg):
                self.hide(default)

    def visit_Call(self, node: ast.Call) -> None:
        name = _name_of(node.func)
        if name in _TO_SECURE:
            for one in node.args:
                self.hide(one)
        elif name in _SETTERS and (
            (name == "set_password" and len(node.args) > 2)
            or any(isinstance(one, ast.Constant) and is_name(one.value) for one in node.args)
        ):
            self.hide(node.args[-1] if node.args else None)
        fields = {one.arg: one.value for one in node.keywords if one.arg}
        named = any(isinstance(one, ast.Constant) and is_name(one.value) for one in fields.values())
        for keyword, value in fields.items():
            if means_secret(keyword) or (named and keyword == "value"):
                self.hide_of(keyword, value)
        self.generic_visit(node)


def _name_of(node: ast.AST | None) -> str:
    """What a target, key or function is called."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript):
        return _name_of(node.slice)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""


def _spans(tree: ast.Module, text: str) -> Iterator[tuple[int, int, str]]:
    finder = _Finder()
    finder.visit(tree)
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def index(line: int, column: int) -> int:  # ast counts bytes
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode(errors="replace"))

    for node in finder.found:
        begin = index(node.lineno, node.col_offset)
        end = index(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
        yield begin, end, _in_its_quotes(text[begin:end])


def _in_its_quotes(literal: str) -> str:
    opening = re.match(r"[rRbBuUfF]{0,2}(\"\"\"|'''|\"|')", literal)
    return f"{opening[0]}{HIDDEN}{opening[1]}" if opening else HIDDEN


def without_literals(text: str, tree: ast.Module) -> str:
    """The text of a tree with `***` in place of those literals; what they are quoted with stays."""
    for begin, end, instead in sorted(set(_spans(tree, text)), reverse=True):
        text = text[:begin] + instead + text[end:]
    return text
