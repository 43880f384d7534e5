"""Role mining: exporting potential roles."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.each import unique
from isnshell.commands.invocation import invoke
from isnshell.commands.plans import PlanTable
from isnshell.commands.references import refuse_foreign
from isnshell.errors import ApiError, ConnectionFailed, FileError, UsageError, WaitTimeout, WorkFailed
from isnshell.files import check_target, safe_file_name
from isnshell.host import get_host
from isnshell.pipeline.properties import get_property
from isnshell.pipeline.stage import Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import Record, origin_of
from isnshell.tenant.rails import Planned, current_scope
from isnshell.tenant.session import current_session

from .waiting import poll


@cmdlet("Receive-PotentialRole", changes=True)
def receive_potential_role(
    session_id: str | None = None,
    potential_role_id: Any = None,
    *,
    folder: str | PathLike[str] = ".",
    out_file: str | PathLike[str] | None = None,
    export_id: str | None = None,
    min_entitlement_popularity: int | None = None,
    include_common_access: bool | None = None,
    force: bool = False,
    timeout: Any = None,
) -> Any:
    """Export a potential role and save its zip file: start the export, wait, download.

    It takes potential roles from the pipe, names each file by the role's name and id, and goes on after one that
    failed.

    Args:
        session_id: Id of the role-mining session; summaries know theirs.
        potential_role_id: Id of the potential role, or its summary; left out, the pipe gives summaries.
        folder: Where to save; must exist.
        out_file: The file instead, for one role only.
        export_id: Id of an export that was started before; it is picked up instead of starting another.
        min_entitlement_popularity: Leave out entitlements that fewer percent of the identities have, 0 to 100.
        include_common_access: True includes access that nearly everybody has.
        force: True replaces existing files.
        timeout: Longest wait for one export in seconds, or as text such as `10m`.

    Returns:
        Path, or for a pipe list[Record]: `potentialRoleId, name, outcome` (saved, failed), `path`, `reason`.

    Raises:
        WorkFailed: The export failed or has expired.
        FileError: A file can't be saved there.
        WaitTimeout: Still running after `timeout`; `export_id` picks it up.

    API: exportRoleMiningPotentialRoleAsync, exportRoleMiningPotentialRoleStatus, downloadRoleMiningPotentialRoleZip,
        scope iai:access-modeling:manage
    PowerShell: none (isnshell's own)

    Example:
        >>> get_potential_role_summaries(session_id=role_session) | receive_potential_role(folder="roles")
    """
    options = {
        "min_entitlement_popularity": min_entitlement_popularity,
        "include_common_access": include_common_access,
    }
    body = {name: value for name, value in options.items() if value is not None}
    if potential_role_id is None:
        if out_file is not None or export_id is not None:
            raise UsageError(
                "receive_potential_role: out_file and export_id are for one role", hint="Give folder instead."
            )
        return _FromPipe(session_id, Path(folder), body, force, timeout)
    role = potential_role_id if isinstance(potential_role_id, Mapping) else {"id": potential_role_id}
    target = out_file or Path(folder) / _file_name(role)
    return _receive(_session_of(role, session_id), role, target, body, export_id, force, timeout)


class _FromPipe(Stage):
    """Potential roles from the pipe, one after the other; one failure does not end the rest."""

    def __init__(self, session_id: str | None, folder: Path, body: dict[str, Any], force: bool, timeout: Any) -> None:
        super().__init__(iter, label="", waits_for="potential roles")
        self._session_id = session_id
        self._folder = folder
        self._call = (body, None, force, timeout)

    def apply(self, source: Stream) -> list[Record]:
        roles = list(unique(source))
        session = current_session()
        for role in roles:
            if not isinstance(role, Mapping):
                role = {"id": role}
            refuse_foreign(role, session, False)
            _session_of(role, self._session_id)
            check_target(self._folder / _file_name(role), force=True)
        current_scope().approval.objects = len(roles)
        outcomes = []
        plans = PlanTable()
        for row, role in enumerate(roles, 1):
            try:
                outcomes.append(self._receive_one(role if isinstance(role, Mapping) else {"id": role}))
            except Planned as planned:
                plans.add(row, role, planned.plan)
        saved = sum(one["outcome"] == "saved" for one in outcomes)
        if not plans:
            get_host().note(f"{saved} saved, {len(outcomes) - saved} failed.")
        plans.show()
        return outcomes

    def _receive_one(self, role: Mapping[str, Any]) -> Record:
        names = {"potentialRoleId": role["id"], "name": role.get("name")}
        try:
            path = _receive(_session_of(role, self._session_id), role, self._folder / _file_name(role), *self._call)
        except (ApiError, ConnectionFailed, FileError, WaitTimeout, WorkFailed) as error:
            return Record(**names, outcome="failed", path=None, reason=str(error))
        return Record(**names, outcome="saved", path=str(path), reason=None)


def _session_of(role: Mapping[str, Any], session_id: str | None) -> str:
    found = session_id or get_property(role, "session.id") or origin_of(role).parents.get("sessionId")
    if not found:
        raise UsageError(
            f"The role-mining session of potential role {role.get('id')!r} is not known", hint="Give session_id."
        )
    return str(found)


def _file_name(role: Mapping[str, Any]) -> str:
    name = role.get("name")
    return safe_file_name(f"{name} {role['id']}.zip" if name else f"{role['id']}.zip")


def _receive(
    session_id: str,
    role: Mapping[str, Any],
    target: str | PathLike[str],
    body: dict[str, Any],
    export_id: str | None,
    force: bool,
    timeout: Any,
) -> Path:
    role_id = str(role["id"])
    check_target(target, force=force)
    if export_id is None:
        started = invoke("export_role_mining_potential_role_async", session_id, role_id, **body)
        export_id = str(started["exportId"])
    where = (session_id, role_id, export_id)
    again = f"receive_potential_role({session_id!r}, {role_id!r}, export_id={export_id!r})"
    status = poll(
        lambda: _status(where),
        is_done=lambda answer: answer.get("status") in ("SUCCESS", "ERROR"),
        percent=lambda answer: None,
        label=f"export of {role.get('name') or role_id}",
        id=export_id,
        again=again,
        timeout=timeout,
    )
    if status["status"] == "ERROR":
        raise WorkFailed(
            f"Export {export_id} of potential role {role_id} failed", record=status, hint="Start it again."
        )
    return invoke(  # type: ignore[no-any-return]  # a Path, since the operation's answer is a file
        "invoke_download_role_mining_potential_role_zip", *where, out_file=target, force=force
    )


def _status(where: tuple[str, str, str]) -> Any:
    try:
        return invoke("export_role_mining_potential_role_status", *where)
    except ApiError as error:
        if error.status_code != 404:
            raise
        raise WorkFailed(
            f"Export {where[2]} of potential role {where[1]} is not there any more",
            why=error.why,
            hint="It has expired: start it again without export_id.",
        ) from error
