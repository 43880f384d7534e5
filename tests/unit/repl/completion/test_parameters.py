"""In a call: parameters that are left, required ones first, and the values that they may have."""

import pytest

_TABLE = [
    ("start_report(^", ["report_details=", "report_type=", "arguments=", "session=", "what_if=", "confirm=", "..."]),
    ("start_report(report_type='X', ^", ["report_details=", "arguments=", "session=", "..."]),
    ("start_report(^, arguments={})", ["report_details=", "report_type=", "session=", "..."]),
    ("start_report(arg^", ["arguments="]),
    ("start_report(reportT^", ["report_type="]),
    (
        "get_report(^",
        [
            "task_result_id=",
            "file_format=",
            "name=",
            "auditable=",
            "out_file=",
            "force=",
            "with_http_info=",
            "skip_validation=",
            "cross_tenant=",
            "session=",
            "verbose=",
            "debug=",
            "error_action=",
            "error_variable=",
            "warning_action=",
            "out_variable=",
            "...",
        ],
    ),
    ("get_report('x', ^", ['"csv"', '"pdf"', "file_format=", "name=", "auditable=", "..."]),
    ("get_report('x', 'csv', ^", ["name=", "auditable=", "..."]),
    ("get_report('x'^", []),
    ("get_report('x' ^", []),
    ("get_task_status(^", ["id=", "with_http_info=", "..."]),
    ("print(get_task_status(i^))", ["id=", "..."]),
    ("print(len(get_task_status(^", ["id=", "..."]),
    ("get_report(name=str(get_task_status(^", ["id=", "..."]),
    ("where_object(error_v^", ["error_variable="]),
    ("get_accounts(lim^", ["limit="]),
    ("get_accounts(-lim^", ["limit="]),
    ("get_accounts(-^", ["limit=", "offset=", "count=", "..."]),
    ("new_role(^", ["role=", "name=", "owner=", "id=", "..."]),
    ("new_role(role={}, ^", ["name=", "owner=", "..."]),
    ("initialize_report_details(^", ["report_type=", "arguments=", "session=", "..."]),
    ("convert_from_json_to_report_details(^", ["json=", "..."]),
    ("nobody(^", ["commands", "found", "json", "proxy", "rows", "tally", "task", "tasks", "trap"]),
    ("nobody(x=^", ["commands", "found", "json", "proxy", "rows", "tally", "task", "tasks", "trap"]),
    ("use_profile(^", ['"demo"', "name=", "..."]),
    # what the pipe gives is offered behind what it does not give
    ("tasks | get_task_status(^", ["id=", "with_http_info=", "..."]),
    ("tasks | get_report(^", ["file_format=", "name=", "auditable=", "out_file=", "force=", "task_result_id=", "..."]),
    ("tasks | clear_pending_task(^", ["id=", "completion_status=", "older_than=", "cross_tenant=", "..."]),
    # values
    ("get_report(file_format=^)", ['"csv"', '"pdf"']),
    ("get_report('x', c^", ['"csv"', "..."]),
    ("get_report(file_format='p^')", ["pdf"]),
    ('get_report(file_format="p^', ['pdf"']),
    ("get_report(force=^)", ["True", "False"]),
    ("get_report(verbose=^)", ["True", "False"]),
    ("get_report(error_action='^')", ["stop", "continue", "silently_continue", "ignore"]),
    ('get_accounts(detail_level="^', ['SLIM"', 'FULL"']),
    ('clear_pending_task(completion_status="T^', ['TERMINATED"', 'TEMPERROR"']),
    ('export_csv("x.csv", use_quotes="^', ['always"', 'as_needed"', 'never"']),
    ('get_member(member_type="^', ['property"', 'method"', 'all"']),
    ('tasks | get_member("comp^', ['completed"', 'completionStatus"']),
    ('invoke_sailpoint_request("^', ['GET"', 'POST"', 'PUT"', 'PATCH"', 'DELETE"', 'HEAD"']),
    ('search_post(query_type="^', ['DSL"', 'SAILPOINT"', 'TEXT"', 'TYPEAHEAD"']),
    (
        'search_post(indices=["^',
        ['accessprofiles"', 'accountactivities"', 'entitlements"', 'events"', 'identities"', 'roles"', '*"'],
    ),
    ("get_accounts(limit=^", ["commands", "found", "json", "proxy", "rows", "tally", "task", "tasks", "trap"]),
    ("get_accounts(limit=ta^", ["tally", "..."]),
    ('receive_report("ACC^', ['ACCOUNTS"', 'UNCORRELATED_ACCOUNTS"']),
    ("receive_report(^", ['"ACCOUNTS"', '"IDENTITIES_DETAILS"', '"IDENTITIES"', "..."]),
    ('start_report(report_type="ORP^")', ["ORPHAN_IDENTITIES"]),
    ('initialize_report_details(report_type="ORP^', ['ORPHAN_IDENTITIES"']),
    ("connect_profile('demo', api_version='v202^')", ["v2024", "v2025", "v2026"]),
    ("connect_profile('demo', api_version=^", ['"v3"', '"beta"', "..."]),
    ('get_command(generation="v202^', ['v2024"', 'v2025"', 'v2026"']),
    ('get_command(verb="sus^', ['suspend"']),
    ('get_command(tag="Work I^', ['Work Items"']),
    ("get_help('get_pending_t^", ["get_pending_tasks'", "get_pending_task_headers'", "..."]),
    ('session.api_version = "v202^', ['v2024"', 'v2025"', 'v2026"']),
    ('session.api_version = "v202^"', ["v2024", "v2025", "v2026"]),
    ("session.api_version = ^", ['"v3"', '"beta"', "..."]),
    ("use_profile('^')", ["demo"]),
    ('use_profile("d^', ['demo"']),
    ('test_profile("^', ['demo"']),
    ("on('^')", ["demo"]),
    ('on("demo", "^', ['demo"']),
    ('on("demo", get_accounts, lim^', ["limit="]),
    ("tasks | for_each_object(update_task_status, json^", ["json_patch_operation=", "..."]),
    ('search("ent^', ['entitlements"']),
    ('search(indices=["ent^', ['entitlements"']),
    ('send_mail_message(priority="^', ['normal"', 'low"', 'high"']),
    ('invoke_sailpoint_request("GET", "/v2025/task-status/p^', ['/v2025/task-status/pending-tasks"']),
    # Python's functions
    ("json.dumps(x, ind^", ["indent=", "..."]),
    ("sorted([], rev^", ["reverse=", "..."]),
    ("nobody(fl^", ["format_list", "..."]),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE, ids=[text for text, _ in _TABLE])
def test_what_is_offered(text, expected, check):
    check(text, expected)


def test_parameters_say_type_default_and_what_is_allowed(offered):
    lines = {one.text: one.meaning for one in offered("get_report(^")}
    assert lines["task_result_id="] == "required; text"
    assert lines["file_format="] == "required; text; one of csv, pdf"
    assert lines["auditable="] == "True or False; default False"


def test_what_the_pipe_gives_is_said_to_be(offered):
    lines = {one.text: one.meaning for one in offered("tasks | get_task_status(^")}
    assert lines["id="] == "the pipe gives it; text"
    lines = {one.text: one.meaning for one in offered("tasks | get_report(^")}
    assert lines["file_format="].startswith("required")


def test_what_every_command_takes_stands_last(offered):
    names = [one.text for one in offered("new_role(^") if one.kind == "parameter"]
    assert names[-3:] == ["error_variable=", "warning_action=", "out_variable="]
    assert names.index("what_if=") > names.index("privilege_level=")
