"""Reports: run, cancel, look, download."""

from __future__ import annotations

from typing import Any

from werkzeug import Response

from ...catalog.facts import Field
from ...catalog.loader import facts
from ..answers import answer, file, illegal, missing, no_content, refuse
from ..call import Call
from ..found import found
from ..report_tables import KINDS
from ..reports import Report

_TYPES: dict[str, tuple[type, str]] = {"String": (str, "a string"), "Boolean": (bool, "true or false")}


def start(call: Call) -> Response:
    """startReport."""
    details = call.object()
    type_ = details.get("reportType")
    if not type_:
        raise missing("reportType")
    if type_ not in KINDS:
        raise illegal("reportType", type_, f"Allowed are {', '.join(KINDS)}.")
    arguments = details.get("arguments")
    if arguments is None:
        arguments = {}
    if not isinstance(arguments, dict):
        raise illegal("arguments", arguments, "It must be an object.")
    for one in _fields(call.operation.generation, KINDS[type_].model):
        _check(one, arguments)
    reports = call.tenant.reports
    return answer(reports.details(reports.start(type_, arguments, call.tenant.user_name)))


def _fields(generation: str, model: str) -> tuple[Field, ...]:
    # The v1 documents spell these models in lower case
    models = facts(generation).models
    name = next(one for one in models["ReportDetailsArguments"].one_of if one.lower() == model.lower())
    return models[name].fields


def _check(field: Field, arguments: dict[str, Any]) -> None:
    value = arguments.get(field.name)
    if value is None or value == "":
        if field.required:
            raise missing(f"arguments.{field.name}")
        return
    name = f"arguments.{field.name}"
    if field.type.endswith("[]"):
        if not isinstance(value, list):
            raise illegal(name, value, "It must be an array.")
    elif field.type in _TYPES and not isinstance(value, _TYPES[field.type][0]):
        raise illegal(name, value, f"It must be {_TYPES[field.type][1]}.")
    for single in value if isinstance(value, list) else [value]:
        if field.enum and single not in field.enum:
            raise illegal(name, single, f"Allowed are {', '.join(map(str, field.enum))}.")


def cancel(call: Call) -> Response:
    """cancelReport."""
    report = _report(call, call.path["id"])
    if not call.tenant.reports.cancel(report):
        raise refuse(400, f'The report "{report.name}" is not running: it ended with {report.task.status}.')
    return no_content()


def result(call: Call) -> Response:
    """getReportResult. `completed` only orders several results in the tenant's database; here there is one."""
    call.boolean("completed")
    return answer(call.tenant.reports.result(_report(call, call.path["taskResultId"])))


def download(call: Call) -> Response:
    """getReport: the file, if the report ended well and has that format."""
    format_, name = call.text("fileFormat") or "csv", call.text("name")
    is_audited = call.boolean("auditable")
    report = _report(call, call.path["taskResultId"])
    reports = call.tenant.reports
    if not reports.is_whole(report):
        state = f"it ended with {report.task.status}" if report.task.status else "it is still running"
        raise refuse(404, f'The report "{report.name}" has no file: {state}.')
    if format_.upper() not in report.formats:
        raise illegal("fileFormat", format_, f"This report is available as {', '.join(report.formats)}.")
    if is_audited:
        reports.audited.append(report.task.id)
    content = reports.file(report, format_)
    return file(content.content, content.content_type, f"{name or report.name}.{content.extension}", content.length)


def _report(call: Call, id_: str) -> Report:
    return found(call, "Report result", id_, call.tenant.reports.find(id_), is_lasting=False)
