"""How the simulated operations are answered, by base name. What is not here goes to the application's fallback."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from werkzeug import Response

from ..call import Call, Handler
from . import reports, role_mining, tasks


def _later(module: str, name: str) -> Handler:
    """A handler whose module is loaded when it is first asked, for the sake of a quick start."""

    def handler(call: Call) -> Response:
        response: Response = getattr(import_module(f".{module}", __package__), name)(call)
        return response

    return handler


HANDLERS: Mapping[str, Handler] = {
    "search_post": _later("search", "page"),
    "search_count": _later("search", "count"),
    "search_aggregate": _later("search", "aggregate"),
    "search_get": _later("search", "one"),
    "start_report": reports.start,
    "suspend_report": reports.cancel,
    "get_report_result": reports.result,
    "get_report": reports.download,
    "get_pending_tasks": tasks.pending,
    "get_pending_task_headers": tasks.pending_headers,
    "get_task_status": tasks.one,
    "get_task_status_list": tasks.every,
    "update_task_status": tasks.patch,
    "get_sources": _later("sources", "every"),
    "get_source": _later("sources", "one"),
    "get_role_mining_sessions": role_mining.sessions,
    "get_role_mining_session": role_mining.session,
    "get_potential_role_summaries": role_mining.summaries,
    "get_all_potential_role_summaries": role_mining.all_summaries,
    "get_potential_role": role_mining.role,
    "export_role_mining_potential_role": role_mining.export,
    "export_role_mining_potential_role_async": role_mining.start_export,
    "export_role_mining_potential_role_status": role_mining.export_status,
    "invoke_download_role_mining_potential_role_zip": role_mining.download,
}
