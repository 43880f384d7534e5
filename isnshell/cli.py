"""The `isnshell` command: the one place where profile, session, host and what is to be done are put together."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from . import __version__
from .cli_profiles import add_profile_commands
from .errors import IsnError, UsageError

_INTERRUPTED = 130
_BROKEN_PIPE = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The command line without the program's name; the process's own if left out.

    Returns:
        int: 0 done, 1 the work failed, 2 wrong usage, 130 interrupted.
    """
    _speak_utf8()
    try:
        options = _parser().parse_args(arguments)
        _use_host()
        return options.action(options)  # type: ignore[no-any-return]  # every action is one of the functions below
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; what is left must not be flushed into nothing at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except IsnError as error:
        return _fail(error)


def _speak_utf8() -> None:
    """Files and pipes get UTF-8 on every system; a terminal keeps what it speaks, and a character that it lacks is
    no error.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        elif not os.environ.get("PYTHONIOENCODING"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="isnshell",
        description="A shell for SailPoint Identity Security Cloud.",
        epilog="Without a command it opens the prompt; without a terminal it runs the script on standard input.",
    )
    parser.set_defaults(action=_prompt_or_script)
    parser.add_argument("--version", action="version", version=f"isnshell {__version__}")
    parser.add_argument("-p", "--profile", metavar="NAME", help="profile to use: isnshell profile list")
    parser.add_argument("--api-version", metavar="GENERATION", help="v3, beta, v2024, v2025, v2026 or v1")
    parser.add_argument("--read-only", action="store_true", help="refuse every change")
    parser.add_argument("--what-if", action="store_true", help="send no change, show the request")
    parser.add_argument("--yes", action="store_true", help="do not ask before changes")
    parser.add_argument("-c", dest="code", metavar="CODE", help="run one line and show its result")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    run = commands.add_parser("run", help="run a Python script")
    run.add_argument("file", metavar="FILE")
    run.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARG")
    run.set_defaults(action=_run)

    sandbox = commands.add_parser("sandbox", help="serve the simulated tenant on loopback, for trying runbooks")
    sandbox.add_argument("--port", type=int, default=8750, help="default 8750; 0 takes a free one")
    sandbox.add_argument("--seed", type=int, help="same seed, same data")
    sandbox.set_defaults(action=_sandbox)

    add_profile_commands(commands)

    catalog = commands.add_parser("catalog", help="what is known about the API, and how to bring it up to date")
    actions = catalog.add_subparsers(dest="what", metavar="ACTION", required=True)
    actions.add_parser("info", help="counts of each API generation").set_defaults(action=_catalog_info)
    build = actions.add_parser("build", help="make the facts from SailPoint's OpenAPI documents")
    build.add_argument("documents", nargs="+", metavar="SPEC", help="a JSON document of one generation")
    build.add_argument("-o", dest="out", metavar="OUT", help="folder to write to; left out, the installed catalog")
    build.set_defaults(action=_catalog_build)
    return parser


# --- what can be done ---------------------------------------------------------------------------------------------


def _prompt_or_script(options: argparse.Namespace) -> int:
    if options.code is not None:
        return _run_text(options, options.code)
    if not sys.stdin.isatty():
        return _run_text(options, sys.stdin.buffer.read().decode("utf-8-sig", "replace"))
    if options.profile is None:
        options.profile = _default_profile()
        if options.profile is None:
            return 0
    from .repl.shell import run as run_prompt

    session = _open_session(options)
    return run_prompt(session, _namespace())


def _default_profile() -> Any:
    """The profile that needs no name, else the one that the person chooses; None if they leave."""
    from .tenant.profiles import default_profile

    try:
        if found := default_profile():
            return found
    except IsnError as error:  # what is wrong there is no reason not to begin
        from .formatting.terminal import show_error

        show_error(error)
    from .repl.person import person_here
    from .repl.welcome import choose_profile

    return choose_profile(person_here())


def _run_text(options: argparse.Namespace, source: str) -> int:
    from .commands.evaluation import run_source
    from .formatting.default import show
    from .repl.help import show_help
    from .repl.reading import asked_help

    _hold(options)
    namespace = _namespace()
    if (name := asked_help(source)) is not None:
        return _guarded(lambda: show_help(name))
    return _guarded(lambda: run_source(source, namespace, show))


def _run(options: argparse.Namespace) -> int:
    import runpy

    path = options.file
    if path.lower().endswith(".ps1"):
        raise UsageError(
            f"Can't run {path!r}", why="PowerShell scripts are not supported yet", hint="Run a Python script."
        )
    if not os.path.isfile(path):  # noqa: PTH113 - a start that needs no pathlib
        raise UsageError(f"There is no script {path!r}")
    _hold(options)
    sys.argv = [path, *options.arguments]
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))  # noqa: PTH120 - as above
    return _guarded(lambda: runpy.run_path(path, run_name="__main__"))


def _sandbox(options: argparse.Namespace) -> int:
    from .sandbox.server import serve_forever

    serve_forever(options.port, **({} if options.seed is None else {"seed": options.seed}))
    return 0


def _catalog_info(options: argparse.Namespace) -> int:
    from .catalog.build import catalog_info
    from .records import Record

    return _show([Record(_plain(one)) for one in catalog_info()])


def _plain(info: Any) -> dict[str, Any]:
    counts = ("operations", "commands", "models", "experimental", "deprecated")
    return {
        "generation": info.generation,
        **{name: getattr(info, name) for name in counts},
        "gone": len(info.gone),
        "without_successor": info.without_successor,
        "source": info.source,
    }


def _catalog_build(options: argparse.Namespace) -> int:
    from pathlib import Path

    from .catalog.build import DATA, build
    from .records import Record

    report = build(map(Path, options.documents), Path(options.out) if options.out else DATA)
    for generation, names in report.idle_corrections.items():
        print(
            f"Corrections of {generation} that correct nothing any more: {', '.join(names)}. "
            "They can go from corrections.json.",
            file=sys.stderr,
        )
    return _show(
        [
            Record(generation=one, operations=operations, models=models, source=report.sources[one])
            for one, (operations, models) in report.counts.items()
        ]
    )


def _show(value: Any) -> int:
    from .formatting.default import show

    show(value)
    return 0


# --- putting together ---------------------------------------------------------------------------------------------


def _use_host() -> None:
    from .host import set_host

    def make() -> Any:
        from .formatting.terminal import TerminalHost

        return TerminalHost()

    set_host(make)


def _hold(options: argparse.Namespace) -> None:
    """What the command line says holds for every session of the process; a named profile is opened now, to know its
    faults.
    """
    from .tenant.session import hold

    hold(
        read_only=options.read_only,
        what_if=options.what_if,
        yes=options.yes,
        api_version=options.api_version,
    )
    if options.profile is not None:
        _open_session(options)


def _open_session(options: argparse.Namespace) -> Any:
    from .tenant.session import connect

    return connect(
        options.profile,
        read_only=options.read_only,
        what_if=options.what_if,
        yes=options.yes,
        api_version=options.api_version,
    )


def _namespace() -> dict[str, Any]:
    from .commands.common import ps_default_parameter_values
    from .commands.namespace import Namespace
    from .commands.variables import keep_variables_in

    made = Namespace(__name__="__main__", __doc__=None, ps_default_parameter_values=ps_default_parameter_values)
    keep_variables_in(made)
    return made


def _guarded(work: Callable[[], Any]) -> int:
    """Do the work; what goes wrong is shown, and becomes the exit status."""
    try:
        work()
    except (KeyboardInterrupt, BrokenPipeError, IsnError):
        raise
    except SystemExit as end:
        return _status_of(end)
    except BaseException as error:  # noqa: BLE001 - the person's own code may raise anything
        return _fail(error)
    sys.stdout.flush()
    return 0


def _status_of(end: SystemExit) -> int:
    if isinstance(end.code, int) or end.code is None:
        return end.code or 0
    print(end.code, file=sys.stderr)
    return 1


def _fail(error: BaseException) -> int:
    """Show what went wrong as the prompt does; gives the exit status."""
    from .repl.mistakes import explained, show_failure

    error = explained(error)
    sys.stdout.flush()
    show_failure(error)
    if isinstance(error, IsnError):
        return error.exit_status
    return 2 if isinstance(error, SyntaxError) else 1


if __name__ == "__main__":
    sys.exit(main())
