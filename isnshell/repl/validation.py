"""The line is checked before it runs; a mistake in it stays where it can be mended."""

from __future__ import annotations

from prompt_toolkit.document import Document
from prompt_toolkit.validation import ValidationError, Validator
from ptpython.utils import unindent_code

from .habits import said_here
from .reading import asked_help, join_pipes


class LineValidator(Validator):
    """Says what keeps a line from being Python, at its place."""

    def validate(self, document: Document) -> None:
        """Raise a ValidationError for a text that can't be run."""
        text = unindent_code(document.text)
        if text.startswith("\x1a") or text.lstrip().startswith("!") or asked_help(text) is not None:
            return
        try:
            compile(join_pipes(text), "<input>", "exec", dont_inherit=True)
        except SyntaxError as error:
            line, column = (error.lineno or 1) - 1, max((error.offset or 1) - 1, 0)
            place = f", line {line + 1}" if "\n" in text else ""
            habit = f". {said}" if (said := said_here(text)) else ""
            raise ValidationError(_index(document, line, column), f"{error.msg}{place}{habit}") from None
        except ValueError as error:  # a null byte
            raise ValidationError(0, str(error)) from None


def _index(document: Document, line: int, column: int) -> int:
    try:
        return document.translate_row_col_to_index(line, column)
    except IndexError:
        return len(document.text)
