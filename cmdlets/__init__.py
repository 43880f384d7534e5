"""Everything one can type as a command: `from cmdlets import *`, or one by one.

Names load when they are used. Commands written by hand stand in the table below; all others are made from the catalog.
"""

from __future__ import annotations

import importlib
from typing import Any

# name -> module:function of the commands written by hand; a test compares it with the decorators
COMMANDS: dict[str, str] = {
    "connect_profile": "cmdlets.connection:connect_profile",
    "connect_tenant": "cmdlets.connection:connect_tenant",
    "get_profile": "cmdlets.connection:get_profile",
    "test_profile": "cmdlets.connection:test_profile",
    "use_profile": "cmdlets.connection:use_profile",
    "add_content": "cmdlets.content:add_content",
    "get_content": "cmdlets.content:get_content",
    "set_content": "cmdlets.content:set_content",
    "convert_from_csv": "cmdlets.csv_files:convert_from_csv",
    "convert_to_csv": "cmdlets.csv_files:convert_to_csv",
    "export_csv": "cmdlets.csv_files:export_csv",
    "import_csv": "cmdlets.csv_files:import_csv",
    "get_command": "cmdlets.discovery:get_command",
    "get_help": "cmdlets.discovery:get_help",
    "get_sailpoint_command": "cmdlets.discovery:get_sailpoint_command",
    "for_each_object": "cmdlets.each:for_each_object",
    "convert_to_html": "cmdlets.html_pages:convert_to_html",
    "get_job": "cmdlets.jobs:get_job",
    "receive_job": "cmdlets.jobs:receive_job",
    "start_job": "cmdlets.jobs:start_job",
    "stop_job": "cmdlets.jobs:stop_job",
    "convert_from_json": "cmdlets.json_files:convert_from_json",
    "convert_to_json": "cmdlets.json_files:convert_to_json",
    "export_json_lines": "cmdlets.json_files:export_json_lines",
    "send_mail_message": "cmdlets.mail:send_mail_message",
    "compare_object": "cmdlets.measures:compare_object",
    "compare_record": "cmdlets.measures:compare_record",
    "group_object": "cmdlets.measures:group_object",
    "measure_object": "cmdlets.measures:measure_object",
    "get_member": "cmdlets.members:get_member",
    "select_object": "cmdlets.objects:select_object",
    "sort_object": "cmdlets.objects:sort_object",
    "where_object": "cmdlets.objects:where_object",
    "format_custom": "cmdlets.output:format_custom",
    "format_list": "cmdlets.output:format_list",
    "format_table": "cmdlets.output:format_table",
    "format_wide": "cmdlets.output:format_wide",
    "out_file": "cmdlets.output:out_file",
    "out_host": "cmdlets.output:out_host",
    "out_string": "cmdlets.output:out_string",
    "out_chart": "cmdlets.output_chart:out_chart",
    "out_grid_view": "cmdlets.output_grid:out_grid_view",
    "set_clipboard": "cmdlets.output_clipboard:set_clipboard",
    "get_random": "cmdlets.passing:get_random",
    "get_unique": "cmdlets.passing:get_unique",
    "out_null": "cmdlets.passing:out_null",
    "tee_object": "cmdlets.passing:tee_object",
    "write_output": "cmdlets.passing:write_output",
    "get_error": "cmdlets.past:get_error",
    "get_history": "cmdlets.past:get_history",
    "invoke_history": "cmdlets.past:invoke_history",
    "receive_report": "cmdlets.reports:receive_report",
    "start_report": "cmdlets.reports:start_report",
    "wait_report": "cmdlets.reports:wait_report",
    "invoke_sailpoint_request": "cmdlets.rest:invoke_sailpoint_request",
    "receive_potential_role": "cmdlets.role_mining:receive_potential_role",
    "by_name": "cmdlets.searching:by_name",
    "invoke_paginate": "cmdlets.searching:invoke_paginate",
    "invoke_paginate_search": "cmdlets.searching:invoke_paginate_search",
    "search": "cmdlets.searching:search",
    "clear_pending_task": "cmdlets.tasks:clear_pending_task",
    "get_failed_task": "cmdlets.tasks:get_failed_task",
    "get_pending_task_headers": "cmdlets.tasks:get_pending_task_headers",
    "get_pending_tasks": "cmdlets.tasks:get_pending_tasks",
    "wait_task": "cmdlets.tasks:wait_task",
    "on": "cmdlets.tenants:on",
    "get_started": "cmdlets.tour:get_started",
    "export_excel": "cmdlets.typed_files:export_excel",
    "export_parquet": "cmdlets.typed_files:export_parquet",
    "watch_report": "cmdlets.watching:watch_report",
    "watch_task": "cmdlets.watching:watch_task",
}

# short name -> name
ALIASES: dict[str, str] = {
    "%": "for_each_object",
    "?": "where_object",
    "ac": "add_content",
    "cat": "get_content",
    "compare": "compare_object",
    "diff": "compare_object",
    "echo": "write_output",
    "epcsv": "export_csv",
    "fc": "format_custom",
    "fl": "format_list",
    "foreach": "for_each_object",
    "ft": "format_table",
    "fw": "format_wide",
    "gc": "get_content",
    "gcm": "get_command",
    "gjb": "get_job",
    "gm": "get_member",
    "group": "group_object",
    "gu": "get_unique",
    "h": "get_history",
    "history": "get_history",
    "ihy": "invoke_history",
    "ipcsv": "import_csv",
    "measure": "measure_object",
    "ogv": "out_grid_view",
    "oh": "out_host",
    "r": "invoke_history",
    "rcjb": "receive_job",
    "sajb": "start_job",
    "sc": "set_content",
    "scb": "set_clipboard",
    "select": "select_object",
    "sort": "sort_object",
    "spjb": "stop_job",
    "tee": "tee_object",
    "type": "get_content",
    "where": "where_object",
    "write": "write_output",
}


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return _all_names()
    if name.startswith("__"):
        raise AttributeError(name)
    from isnshell.catalog.facts import GENERATIONS

    if name in GENERATIONS:
        return importlib.import_module(f"cmdlets.{name}")
    from isnshell.commands.registry import get_cmdlet, resolve

    found = resolve(name)
    return found if found is not None else get_cmdlet(name)


def __dir__() -> list[str]:
    return _all_names()


def _all_names() -> list[str]:
    """Commands written by hand and those of the default generation."""
    from isnshell.catalog.facts import DEFAULT_GENERATION
    from isnshell.catalog.names import find_name, names

    default = [name for name in names() if (known := find_name(name)) and DEFAULT_GENERATION in known.cmdlets]
    return sorted({*COMMANDS, *default})
