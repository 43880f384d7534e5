"""`isnshell profile ...`: list, show, test, set up and import profiles without the prompt."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from .errors import UsageError

_INTERRUPTED = 130


def add_profile_commands(commands: Any) -> None:
    """Add `profile` with its actions to the command's parser."""
    text = "list, show, test, set up or import profiles"
    profile = commands.add_parser("profile", help=text, epilog="Without an ACTION it lists them.")
    profile.set_defaults(action=_list)
    actions = profile.add_subparsers(title="actions", metavar="ACTION")
    actions.add_parser("list", help="the profiles there are").set_defaults(action=_list)
    for name, text, action in (
        ("show", "a profile's settings, without secrets", _show_one),
        ("test", "try a profile's sign-in", _test),
    ):
        one = actions.add_parser(name, help=text)
        one.add_argument("name", nargs="?", help="left out, the one that is used when none is named")
        one.set_defaults(action=action)

    new = actions.add_parser("new", help="set up a profile; asks for what is not given")
    new.add_argument("name", metavar="NAME", nargs="?", default="", help="what -p will take; asked for if left out")
    new.add_argument("--tenant", default="", help="its name (acme) or address")
    new.add_argument("--client-id", default="", metavar="ID", help="of the API client or personal access token")
    new.add_argument("--secret", default="", metavar="env:NAME|-", help="where the secret is; - reads a line of input")
    new.add_argument("--auth", default="", choices=("client", "browser", "token"), help="how to sign in")
    new.add_argument("--environment", default="", choices=("production", "sandbox", "development"))
    new.add_argument("--no-test", action="store_true", help="do not try the sign-in before the profile is written")
    new.set_defaults(action=_new)
    imported = actions.add_parser("import", help="take over the environments of the SailPoint CLI and the SDKs")
    imported.add_argument("names", nargs="*", metavar="NAME", help="left out, all of them")
    imported.set_defaults(action=_import)


def _list(options: argparse.Namespace) -> int:
    from cmdlets.connection import get_profile

    from .errors import IsnError
    from .tenant.profiles import default_profile

    _show([_columns(one) for one in get_profile()])
    try:
        used = default_profile()
    except IsnError as error:
        _say(f"Without -p: {error}")
        return 0
    if used is None:
        _say("Without -p, isnshell asks which one to open.")
    else:
        _say(f"Without -p: {used.name} ({used.base_url}), found in {used.source}.")
    return 0


def _columns(profile: Any) -> Any:
    wanted = ("name", "base_url", "environment", "api_version", "source", "error")
    return {name: profile[name] for name in wanted if name in profile}


def _show_one(options: argparse.Namespace) -> int:
    from .records import Record
    from .tenant.profiles import load_profile, public_settings

    return _show(Record(public_settings(load_profile(options.name or options.profile))))


def _test(options: argparse.Namespace) -> int:
    from cmdlets.connection import test_profile

    return _show(test_profile(options.name or options.profile))


def _new(options: argparse.Namespace) -> int:
    from .repl.person import person_here
    from .repl.setup import Wanted, set_up

    secret = options.secret
    if secret == "-":
        secret = sys.stdin.readline().strip()
        if not secret:
            raise UsageError("--secret - reads the secret from standard input, where nothing was")
    elif secret and not secret.startswith("env:"):
        raise UsageError(
            "A secret on the command line can be read by every program of this machine",
            hint="Give --secret env:NAME, or --secret - and a line of input; or leave it out to be asked.",
        )
    wanted = Wanted(
        options.name,
        options.tenant,
        options.client_id,
        secret,
        options.auth,
        options.environment,
        test=not options.no_test,
    )
    try:
        saved = set_up(wanted, person_here())
    except EOFError:
        raise UsageError("The input has ended", hint="No profile was written.") from None
    except KeyboardInterrupt:
        _say("\nInterrupted; no profile was written.")
        return _INTERRUPTED
    _say(f"Open it: isnshell -p {saved.profile.name}")
    return 0


def _import(options: argparse.Namespace) -> int:
    from .records import Record
    from .tenant.importing import import_profiles

    done = import_profiles(options.names)
    if not done:
        _say("There is nothing to import: no config.json here, no ~/.sailpoint/config.yaml.")
        return 0
    _show([Record(name=one.name, result=one.result) for one in done])
    if ready := [one for one in done if one.file]:
        _say(f"They are in {Path(ready[0].file).parent}. Open one: isnshell -p {ready[0].name}")
    return 0 if all(one.file for one in done) else 1


def _show(value: Any) -> int:
    from .formatting.default import show

    show(value)
    return 0


def _say(text: str) -> None:
    """A line beside the results."""
    sys.stderr.write(text + "\n")
