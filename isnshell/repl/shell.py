"""The shell: ptpython's prompt with the steps of reading, running and showing that are ours."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, DynamicCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import AnyFormattedText
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.shortcuts import set_title
from prompt_toolkit.styles import BaseStyle, Style, merge_styles
from ptpython.layout import CompletionVisualisation
from ptpython.prompt_style import PromptStyle
from ptpython.repl import PythonRepl, ReplExit
from ptpython.repl import exit as leave

from ..clock import SystemClock
from ..commands.background import running_jobs
from ..commands.typed import TYPED, Line, Mishap
from ..errors import RefusedError
from ..host import end_progress
from ..tenant.session import Session, peek_session
from .assistance import Assistance
from .banner import show_banner
from .display import show_result
from .help import Help, command_at, show_help
from .history import ProfileHistory, history_file
from .keys import add_keys
from .lean import LazyPythonLexer, lean
from .marks import is_production, title, warning
from .plain import is_dumb, read_plain
from .reading import asked_help
from .results import Results
from .toolbar import STYLE, toolbar
from .validation import LineValidator
from .warming import warm_up

_MENU_ROWS = 10
_REDRAW_SECONDS = 10.0  # the token's life in the toolbar goes down while nothing is typed
_REDRAW_JOBS_SECONDS = 1.0  # and a job ends


def run(session: Session, namespace: dict[str, Any]) -> int:
    """Open the prompt and stay in it until the person leaves.

    Args:
        session: The session that was opened at the start; commands use the current one.
        namespace: The person's variables, which make commands when they are named.

    Returns:
        int: Exit status.
    """
    namespace.setdefault("help", Help())
    with lean():
        shell = make_shell(namespace, session.name, **_quiet_options())
    show_banner(session)
    shell.run_start_file()
    try:
        shell.run()
    except SystemExit as end:
        return _status(end)
    return 0


def _quiet_options() -> dict[str, Any]:
    """A dumb terminal gets no control sequences: ptpython's application is there but never drawn."""
    if not is_dumb():
        return {}
    from prompt_toolkit.input import DummyInput
    from prompt_toolkit.output import DummyOutput

    return {"input": DummyInput(), "output": DummyOutput()}


def _status(end: SystemExit) -> int:
    if isinstance(end.code, int) or end.code is None:
        return end.code or 0
    sys.stderr.write(f"{end.code}\n")
    return 1


def make_shell(namespace: dict[str, Any], profile: str, **options: Any) -> Shell:
    """A shell with its settings; `options` are PythonRepl's, for tests that give an input and output."""
    shell = Shell(namespace, _history(profile), **options)
    add_keys(shell, shell.leave_for_help)
    return shell


def _history(profile: str) -> ProfileHistory:
    def file() -> Any:
        session = peek_session()
        return history_file(session.name if session else profile)

    return ProfileHistory(file)


class NumberedPrompt(PromptStyle):
    """`4 >>> `: the number by which the result can be had as `_4`; on production behind the profile's name in red."""

    def __init__(self, number: Callable[[], int]) -> None:
        self._number = number

    def in_prompt(self) -> AnyFormattedText:
        session = peek_session()
        warning = [("class:prompt.production", f" {session.name} "), ("", " ")] if session and is_production() else []
        return [*warning, ("class:prompt.number", f"{self._number()} "), ("class:prompt", ">>> ")]

    def in2_prompt(self, width: int) -> AnyFormattedText:
        return [("class:prompt.number", "... ".rjust(width))]

    def out_prompt(self) -> AnyFormattedText:
        return []


class Shell(PythonRepl):
    """The prompt of one process.

    Args:
        namespace: The person's variables.
        history: Where lines are kept.
        options: PythonRepl's own.
    """

    def __init__(self, namespace: dict[str, Any], history: ProfileHistory, **options: Any) -> None:
        self._lines = history
        self._lines_of = ""
        self._theme = Style([])
        self._draft = Document()
        self._assistance = Assistance(namespace)
        super().__init__(
            get_globals=lambda: namespace,
            _completer=DynamicCompleter(lambda: self._assistance.completer),
            _validator=LineValidator(),
            _input_buffer_height=self._input_height,
            **options,
        )
        # In place of ptpython's status bar, which would take a share of the empty rows even when it is switched off
        self.ptpython_layout.root_container.children[-1] = toolbar()
        self._results = Results(namespace, self._show)
        self._clock = SystemClock()
        TYPED.run = self._run_text
        self._configure()

    def _configure(self) -> None:
        self.all_prompt_styles["isnshell"] = NumberedPrompt(lambda: self.current_statement_index)
        self.prompt_style = "isnshell"
        self.completion_visualisation = CompletionVisualisation.POP_UP
        self.show_signature = True
        self.show_meta_enter_message = False
        self.enable_auto_suggest = True
        self.enable_dictionary_completion = False  # it evaluates what was typed
        self.highlight_matching_parenthesis = True
        self.insert_blank_line_after_output = False
        self.app.after_render += self._warm_up

    @property
    def confirm_exit(self) -> bool:
        """Whether Ctrl-D asks: when leaving would end something."""
        return bool(running_jobs())

    @confirm_exit.setter
    def confirm_exit(self, value: bool) -> None:
        """ptpython sets its own default, which is to ask always."""

    @property
    def exit_message(self) -> str:
        """What Ctrl-D asks."""
        running = len(running_jobs())
        return f"{running} job{' is' if running == 1 else 's are'} running and would end. Leave?"

    @exit_message.setter
    def exit_message(self, value: str) -> None:
        """As above."""

    def use_theme(self, styles: Mapping[str, str]) -> None:
        """Give parts of the prompt another look, for the start file: `{"prompt.number": "ansicyan"}`.

        Args:
            styles: Names of parts, as `toolbar.STYLE` has them, and their looks as prompt_toolkit writes them.
        """
        self._theme = Style([*self._theme.style_rules, *styles.items()])
        self._current_style = self._generate_style()

    def run_start_file(self) -> None:
        """Run the person's own start file, if there is one."""
        from .startup import run_start_file

        def show(error: BaseException) -> None:
            from .mistakes import show_failure

            show_failure(error)

        run_start_file(self.get_globals(), self, show)

    def _create_buffer(self) -> Any:
        # ptpython takes the name of a file only; its history is replaced before the buffer is made of it
        from prompt_toolkit.history import ThreadedHistory

        self.history = ThreadedHistory(self._lines)
        return super()._create_buffer()

    def _follow_profile(self) -> None:
        """Another profile has a history of its own."""
        from prompt_toolkit.history import ThreadedHistory

        session = peek_session()
        name = session.name if session else self._lines_of
        if self._lines_of and name != self._lines_of:
            self.history = self.default_buffer.history = ThreadedHistory(self._lines)
            self.default_buffer.reset()
        self._lines_of = name

    def _generate_style(self) -> BaseStyle:
        return merge_styles([super()._generate_style(), STYLE, self._theme])

    def _input_height(self) -> Dimension:
        return Dimension(min=_MENU_ROWS if self.default_buffer.complete_state else 3)

    def _warm_up(self, app: object) -> None:
        self.app.after_render -= self._warm_up
        lexer = self._lexer
        steps = [lexer.load] if isinstance(lexer, LazyPythonLexer) else []
        load = [lambda: self._assistance.loaded, self._offer]
        warm_up([*steps, *load, *self._assistance.warming()], self._assistance.wanted)

    def _offer(self) -> None:
        """Open the menu for what was typed before completion was loaded."""
        if (loop := self.app.loop) is not None and self.app.is_running:
            loop.call_soon_threadsafe(self._open_menu)

    def _open_menu(self) -> None:
        buffer = self.default_buffer
        if buffer.text and not buffer.complete_state and buffer.complete_while_typing():
            buffer.start_completion(complete_event=CompleteEvent(text_inserted=True))

    def _on_input_timeout(self, buff: Buffer) -> None:
        """The signature below the line; ptpython would ask jedi in a thread."""
        if self.app.is_running:
            self.signatures = self._assistance.signatures(buff.document, self.app.output.get_size().columns)

    # --- read ---------------------------------------------------------------------------------------------------

    def read(self) -> str:
        """One whole text from the person."""
        end_progress()
        self._set_title()
        self._follow_profile()
        self.app.refresh_interval = _REDRAW_JOBS_SECONDS if running_jobs() else _REDRAW_SECONDS
        if is_dumb():
            text = read_plain(f"{warning()}{self.current_statement_index} >>> ")
            self._lines.store_string(text)
            return text
        if self._draft.text:
            draft, self._draft = self._draft, Document()
            self.app.pre_run_callables.append(lambda: setattr(self.default_buffer, "document", draft))
        return super().read()

    def _set_title(self) -> None:
        if not is_dumb() and title() != self.terminal_title:
            self.terminal_title = title()
            set_title(self.terminal_title)

    def leave_for_help(self, document: Document) -> None:
        """Show the help of the command at the cursor, then go on with what was typed."""
        self._draft = document
        self.app.exit(result=f"?{command_at(document.text, document.cursor_position)}")

    # --- run ----------------------------------------------------------------------------------------------------

    def eval(self, line: str) -> object:
        """Run a text and note how it ended. Results are shown one by one, so that none is left to return."""
        number, began, start = self.current_statement_index, self._clock.now(), self._clock.monotonic()
        status = "Failed"
        try:
            self._run_text(line)
            status = "Completed"
        except KeyboardInterrupt:
            status = "Stopped"
            raise
        finally:
            seconds = self._clock.monotonic() - start
            from .secrets import without_secrets  # compiles its expressions with the first line

            TYPED.note(Line(number, without_secrets(line), line, status, began, seconds))
        return None

    def _run_text(self, line: str) -> None:
        name = asked_help(line)
        if name is not None:
            show_help(name)
        elif line.lstrip().startswith("!"):
            self._run_in_system(line.lstrip()[1:])
        elif line.strip() in ("exit", "quit"):
            raise ReplExit
        else:
            self._results.run(line, self.current_statement_index)

    def _run_in_system(self, command: str) -> None:
        if is_production():
            raise RefusedError(
                f"!{command} was not run",
                why="the session is on production, where the system's shell is off",
                hint="Use another terminal, or subprocess.run(...) if you mean it.",
            )
        os.system(command)  # noqa: S605 - the person's own command

    # --- show ---------------------------------------------------------------------------------------------------

    def _show(self, value: Any) -> None:
        try:
            show_result(value)
        finally:
            self._assistance.learn(value)

    def _handle_exception(self, e: BaseException) -> None:
        sys.last_type, sys.last_value, sys.last_traceback = type(e), e, e.__traceback__  # for pdb.pm()
        from .mistakes import show_failure, trace_of  # loads with the first error

        TYPED.mishaps.append(Mishap(self.current_statement_index, e, trace_of(e)))
        self.current_statement_index += 1
        show_failure(e, self.get_globals())

    def _handle_keyboard_interrupt(self, e: KeyboardInterrupt) -> None:
        self.current_statement_index += 1
        sys.stdout.write("\rInterrupted.\n")
        sys.stdout.flush()

    def _add_to_namespace(self) -> None:
        self.get_globals()["exit"] = self.get_globals()["quit"] = leave()

    def _remove_from_namespace(self) -> None:
        for name in ("exit", "quit"):
            self.get_globals().pop(name, None)
