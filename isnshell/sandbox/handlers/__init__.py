"""How the simulated operations are answered, by base name. What is not here goes to the application's fallback."""

from __future__ import annotations

from collections.abc import Mapping

from ..call import Handler
from . import reports, role_mining, search, sources, tasks

HANDLERS: Mapping[str, Handler] = {
    "search_post": search.page,
    "search_count": search.count,
    "search_aggregate": search.aggregate,
    "search_get": search.one,
    "start_report": reports.start,
    "suspend_report": reports.cancel,
    "get_report_result": reports.result,
    "get_report": reports.download,
    "get_pending_tasks": tasks.pending,
    "get_pending_task_headers": tasks.pending_headers,
    "get_task_status": tasks.one,
    "get_task_status_list": tasks.every,
    "update_task_status": tasks.patch,
    "get_sources": sources.every,
    "get_source": sources.one,
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
