"""What keys do, where it differs from ptpython."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import (
    Condition,
    completion_is_selected,
    emacs_insert_mode,
    has_completions,
    has_focus,
    has_selection,
    vi_insert_mode,
)
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.keys import Keys
from ptpython.key_bindings import auto_newline
from ptpython.python_input import PythonInput

from .reading import wants_more, without_prompts


def add_keys(shell: PythonInput, leave_for_help: Callable[[Document], None]) -> None:
    """Bind the keys of an input; they go before ptpython's own.

    Args:
        shell: The input.
        leave_for_help: Ends the input to show help, and brings back what was typed.
    """
    typing = has_focus(DEFAULT_BUFFER) & (vi_insert_mode | emacs_insert_mode)
    bind = shell.add_key_binding

    @bind("enter", filter=typing & ~has_selection & ~completion_is_selected & ~Condition(lambda: shell.paste_mode))
    def _(event: KeyPressEvent) -> None:
        """Run a whole text, continue one that is not."""
        buffer = event.current_buffer
        at_end = not buffer.document.text_after_cursor.strip()
        if (at_end or "\n" not in buffer.text) and not wants_more(buffer.text):
            buffer.validate_and_handle()
        else:
            auto_newline(buffer)

    @bind("enter", filter=typing & completion_is_selected)
    def _(event: KeyPressEvent) -> None:
        """Take the chosen completion; the next Enter runs the line."""
        event.current_buffer.complete_state = None

    @bind("tab", filter=typing & completion_is_selected & Condition(lambda: _has_one_choice(shell)))
    def _(event: KeyPressEvent) -> None:
        """Go on from the only completion there was: behind `type=` to the values, as PowerShell's Tab does."""
        event.current_buffer.complete_state = None
        event.current_buffer.start_completion(complete_event=CompleteEvent(completion_requested=True))

    @bind("escape", filter=has_focus(DEFAULT_BUFFER) & emacs_insert_mode & has_completions)
    def _(event: KeyPressEvent) -> None:
        """Close the menu."""
        event.current_buffer.cancel_completion()

    @bind("c-c", filter=has_focus(DEFAULT_BUFFER))
    def _(event: KeyPressEvent) -> None:
        """Give the line up; the next one begins at the newest of the history again."""
        event.app.pre_run_callables.append(event.current_buffer.reset)
        event.app.exit(exception=KeyboardInterrupt, style="class:aborting")

    @bind(Keys.BracketedPaste, filter=has_focus(DEFAULT_BUFFER))
    def _(event: KeyPressEvent) -> None:
        """Take a paste whole; one that was copied with its prompts loses them."""
        text = event.data.replace("\r\n", "\n").replace("\r", "\n")
        event.current_buffer.insert_text(without_prompts(text))

    @bind("f1", filter=has_focus(DEFAULT_BUFFER))
    def _(event: KeyPressEvent) -> None:
        """Help for the command at the cursor; what was typed comes back after it."""
        leave_for_help(event.current_buffer.document)


def _has_one_choice(shell: PythonInput) -> bool:
    state = shell.default_buffer.complete_state
    return state is not None and len(state.completions) == 1
