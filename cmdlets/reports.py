"""Reports: start one, wait for it, save it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from isnshell.commands.cmdlet import cmdlet
from isnshell.commands.invocation import invoke
from isnshell.errors import ApiError, IsnError, UsageError, WorkFailed
from isnshell.files import check_target, safe_file_name
from isnshell.records import Record, origin_of, with_origin

from .extras import extra
from .waiting import poll
from .workbooks import save_workbook

# Report type -> where a source's id and name go among its arguments
_SOURCE_ARGUMENTS: Mapping[str, Mapping[str, str]] = {
    "ACCOUNTS": {"application": "id", "sourceName": "name"},
    "IDENTITY_PROFILE_IDENTITY_ERROR": {"authoritativeSource": "id"},
}
_FORMATS = ("csv", "pdf", "xlsx")
_BAD = ("FAILURE", "TERMINATED", "ERROR", "TEMPERROR", "TEMP_ERROR")


@cmdlet("Start-Report", changes=True)
def start_report(
    report_details: Any = None, *, report_type: str | None = None, arguments: Mapping[str, Any] | None = None
) -> Record:
    """Start a report.

    Give the whole request as `report_details`, or `report_type` with its `arguments`.

    Args:
        report_details: Record, dict or JSON text with `reportType` and `arguments`.
        report_type: ACCOUNTS, IDENTITIES_DETAILS, IDENTITIES, IDENTITY_PROFILE_IDENTITY_ERROR, ORPHAN_IDENTITIES,
            SEARCH_EXPORT or UNCORRELATED_ACCOUNTS.
        arguments: Dict of what the report type takes: ACCOUNTS `application` (a source's id) and `sourceName`;
            IDENTITIES_DETAILS and IDENTITIES `correlatedOnly`; IDENTITY_PROFILE_IDENTITY_ERROR `authoritativeSource`;
            SEARCH_EXPORT `query`, `indices`, `columns`, `sort`; the other two `selectedFormats`.

    Returns:
        Record: TaskResultDetails; its `id` is the report's task result id, for `wait_report` and `get_report`.

    Raises:
        UsageError: The report type is unknown or an argument is missing; nothing was sent.
        ApiError: The tenant refused.

    API: startReport, POST /reports/run, scope sp:report:manage
    PowerShell: Start-Report, Start-V2024Report, Start-V2025Report, Start-V2026Report, Start-ReportV1

    Example:
        >>> start_report(report_type="ORPHAN_IDENTITIES").report_type
        'ORPHAN_IDENTITIES'
    """
    if report_details is None and report_type is None:
        raise UsageError(
            "start_report needs report_type, or report_details",
            hint="For example start_report(report_type='IDENTITIES_DETAILS', arguments={'correlatedOnly': False}).",
        )
    if report_details is not None:
        if report_type is not None or arguments is not None:
            raise UsageError("start_report takes report_details or report_type with arguments, not both")
        return invoke("start_report", report_details)  # type: ignore[no-any-return]  # a Record by the facts
    fields: dict[str, Any] = {"reportType": report_type}
    if arguments is not None:
        fields["arguments"] = arguments
    return invoke("start_report", **fields)  # type: ignore[no-any-return]  # as above


@cmdlet("Wait-Report", pipe={"task_result_id": ("task_result_id", "id")}, kinds=("TaskResultDetails", "TaskStatus"))
def wait_report(task_result_id: Any, *, timeout: Any = None, every: float = 5.0) -> Record:
    """Wait until a report has ended and return its result.

    Use it between `start_report` and `get_report`. Ctrl-C ends the waiting, not the report.

    Args:
        task_result_id: Id of the task result (32 hex digits), or the Record that `start_report` returned.
        timeout: Longest wait in seconds, or as text such as `10m`; None waits as long as it takes.
        every: Longest time between two looks at the tenant in seconds, at least 1.

    Returns:
        Record: ReportResults with `status`, `rows` (a count), `duration` (milliseconds, as the tenant gives it), and
        `task_result_id`, by which `get_report` finds the file.

    Raises:
        WaitTimeout: Still running after `timeout`; the report goes on, and its id is in the error.
        WorkFailed: The report failed or was cancelled; its messages are in the error.
        ApiError: The tenant refused; the message names the missing scope.

    API: getReportResult, GET /reports/{taskResultId}/result, scope sp:report:read; getTaskStatus
    PowerShell: none (isnshell's own)

    Example:
        >>> wait_report(start_report(report_type="ORPHAN_IDENTITIES")).status
        'SUCCESS'
    """
    id = _id_of(task_result_id)
    result = poll(
        lambda: invoke("get_report_result", id),
        is_done=lambda answer: bool(answer and answer.get("status")),
        percent=lambda answer: _percent(id),
        label=f"report {id}",
        id=id,
        again=f"wait_report({id!r})",
        timeout=timeout,
        every=every,
    )
    status = result.get("status")
    if status in _BAD:
        raise WorkFailed(
            f"Report {id} ended as {status}",
            record=result,
            why="; ".join(_messages(id)) or None,
            hint="Start it again with start_report(...) once the reason is mended.",
        )
    return with_origin(Record({**result, "task_result_id": id}), origin_of(result))


def _id_of(value: Any) -> str:
    if isinstance(value, Mapping):
        found = value.get("task_result_id") or value.get("id")
        if not found:
            raise UsageError("The record given for task_result_id has no id", hint="Give what start_report returned.")
        return str(found)
    return str(value)


def _percent(id: str) -> float | None:
    """How far the report's task is. It is shown only, so a tenant that hides it does not end the waiting."""
    try:
        found = invoke("get_task_status", id).get("percentComplete")
    except ApiError:
        return None
    return float(found) if isinstance(found, (int, float)) else None


def _messages(id: str) -> list[str]:
    try:
        task = invoke("get_task_status", id)
    except ApiError:
        return []
    return task_messages(task)


def task_messages(task: Mapping[str, Any]) -> list[str]:
    """The texts of a task's messages."""
    texts = []
    for message in task.get("messages") or ():
        text = message.get("localizedText") or message.get("key")
        texts.append(str(text.get("message") if isinstance(text, Mapping) else text))
    return texts


@cmdlet("Receive-Report", changes=True)
def receive_report(
    report_type: str | None = None,
    *,
    arguments: Mapping[str, Any] | None = None,
    report_details: Any = None,
    file_format: str | None = None,
    out_file: str | PathLike[str] | None = None,
    source: Any = None,
    force: bool = False,
    timeout: Any = None,
) -> Path | None:
    """Run a report and save its file: start, wait, download.

    Folder and name are checked before the report is started.

    Args:
        report_type: As for `start_report`.
        arguments: As for `start_report`.
        report_details: The whole request instead of the two.
        file_format: `csv`, `pdf`, or `xlsx`, for which the CSV is made an Excel workbook: dates, true and false and
            numbers are typed, ids and `00123` stay text, each CSV of a zip has its sheet. If left out, what out_file
            ends in, else csv. xlsx needs the extra `excel`.
        out_file: File or folder to save to; without it the tenant's name in the current folder. `{date}`, with a format
            as in `{date:%Y-%m-%d}`, `{type}` and `{source}` are filled in.
        source: Name of a source, or its Record, for report types that are about one: fills in its id and name.
        force: True replaces an existing file.
        timeout: Longest wait for the report in seconds, or as text such as `30m`.

    Returns:
        Path: The saved file.

    Raises:
        UsageError: An argument is wrong, no or several sources have the name, or an extra is not installed; nothing was
            started.
        FileError: The file can't be saved there; if it is open in another program, `kept` says where its content is.
        WorkFailed: The report failed.
        WaitTimeout: Still running after `timeout`; `wait_report(id) | get_report` goes on from there.

    API: startReport, getReportResult, getReport; listSources for `source`
    PowerShell: none (isnshell's own)

    Example:
        >>> receive_report("ACCOUNTS", source="Active Directory", out_file="ACCOUNTS {date:%Y-%m-%d}.csv").name
        'ACCOUNTS 2....csv'
    """
    wanted = _file_format(file_format, out_file)
    if wanted == "xlsx":
        extra("spreadsheet", "write_workbook", "excel", "XlsxWriter")  # or an error, before the report is started
    found = _find_source(source) if source is not None else None
    if found is not None:
        arguments = _with_source(report_type, arguments, found)
    target = _target(out_file, report_type, found, force)
    start = (
        start_report(report_details)
        if report_details is not None
        else start_report(report_type=report_type, arguments=arguments)
    )
    id = wait_report(start, timeout=timeout)["task_result_id"]
    if wanted == "xlsx":
        return _receive_workbook(id, target, force)
    return invoke(  # type: ignore[no-any-return]  # a Path, since the operation's answer is a file
        "get_report", id, wanted, out_file=target, force=force
    )


def _file_format(given: Any, out_file: Any) -> str:
    suffix = Path(out_file).suffix.lower().lstrip(".") if out_file is not None else ""
    wanted = given.lower() if isinstance(given, str) else given
    if wanted is None:
        wanted = suffix if suffix in _FORMATS else "csv"
    if wanted not in _FORMATS:
        raise UsageError(
            f"receive_report: file_format={given!r} is not allowed", hint=f"Allowed: {', '.join(_FORMATS)}."
        )
    return str(wanted)


def _receive_workbook(id: str, target: str | PathLike[str] | None, force: bool) -> Path:
    """The report's CSV as a workbook, under the name that the CSV would have."""
    with TemporaryDirectory(prefix="isnshell-") as folder:
        came: Path = invoke("get_report", id, "csv", out_file=folder)
        place = Path.cwd() if target is None else Path(target).expanduser()
        try:
            path = check_target(place / f"{came.stem}.xlsx" if place.is_dir() else place, force=force)
            return save_workbook(came, path, force=force)
        except IsnError as error:
            kept = f"The report itself is whole: get_report({id!r}, 'csv') saves it."
            error.hint = f"{error.hint} {kept}" if error.hint else kept
            raise


def _find_source(source: Any) -> Mapping[str, Any]:
    if isinstance(source, Mapping):
        return source
    quoted = str(source).replace("\\", "\\\\").replace('"', '\\"')
    found = list(invoke("get_sources", filters=f'name eq "{quoted}"'))
    if not found:
        near = ", ".join(str(one.get("name")) for one in invoke("get_sources", limit=250))
        raise UsageError(f"There is no source {source!r}", hint=f"Sources: {near}." if near else None)
    if len(found) > 1:
        ids = ", ".join(str(one.get("id")) for one in found)
        raise UsageError(
            f"{len(found)} sources are named {source!r}", hint=f"Give one by its Record; their ids: {ids}."
        )
    return found[0]  # type: ignore[no-any-return]  # a Record


def _with_source(
    report_type: str | None, arguments: Mapping[str, Any] | None, source: Mapping[str, Any]
) -> dict[str, Any]:
    wanted = _SOURCE_ARGUMENTS.get(str(report_type).upper())
    if wanted is None:
        raise UsageError(
            f"A report of type {report_type!r} is not about one source",
            hint=f"Leave source out, or use {' or '.join(_SOURCE_ARGUMENTS)}.",
        )
    return {**{name: source[field] for name, field in wanted.items()}, **(arguments or {})}


def _target(
    out_file: str | PathLike[str] | None, report_type: str | None, source: Mapping[str, Any] | None, force: bool
) -> str | PathLike[str] | None:
    """The wanted file with its placeholders filled in, checked before the report is started."""
    if out_file is None:
        check_target(Path.cwd() / ".isnshell-probe", force=True)
        return None
    out_file = Path(out_file)
    if "{" in out_file.name:
        out_file = out_file.with_name(
            _fill_in(out_file.name, type=report_type or "report", source=str((source or {}).get("name", "")))
        )
    if not out_file.expanduser().is_dir():
        check_target(out_file, force=force)
    return out_file


_PLACEHOLDER = re.compile(r"\{(date|type|source)(?::([^{}]*))?\}")


def _fill_in(name: str, **values: str) -> str:
    now = datetime.now().astimezone()

    def fill(match: re.Match[str]) -> str:
        if match[1] == "date":
            return safe_file_name(now.strftime(match[2] or "%Y-%m-%d"))
        return safe_file_name(values[match[1]], default=match[1])

    return _PLACEHOLDER.sub(fill, name)
