"""Names of commands: by beginning, part, initials and short name; right of a pipe, stages first."""

import pytest

_TABLE = [
    ("gpt^", ["get_pending_tasks", "get_pending_task_headers", "..."]),
    ("gptasks^", ["get_pending_tasks", "get_pending_certification_tasks", "get_identity_certification_pending_tasks"]),
    ("get_pend^", ["get_pending_tasks", "get_pending_task_headers", "get_pending_approvals", "..."]),
    ("where_o^", ["where_object"]),
    ("x = where_o^", ["where_object"]),
    ("(where_o^", ["where_object"]),
    ("tasks | where_o^", ["where_object"]),
    ("clear_p^", ["clear_pending_task"]),
    (
        "pending^",
        ["get_pending_tasks", "clear_pending_task", "get_pending_task_headers", "get_pending_approvals", "..."],
    ),
    ("getpend^", ["get_pending_tasks", "get_pending_task_headers", "get_pending_approvals", "..."]),
    ("get_v2024_pending_t^", ["get_v2024_pending_tasks", "get_v2024_pending_task_headers"]),
    ("zzqgpt^", []),
    ("get_tasks^", ["get_tasks", "get_task_status", "get_task_status_list"]),
    ("rep^", ["repr", "wait_report", "start_report", "..."]),
    ("get_task_status_l^", ["get_task_status_list"]),
    # PowerShell's short names stand for the whole ones
    ("gm^", ["get_member"]),
    ("ft^", ["format_table"]),
    ("gcm^", ["get_command"]),
    ("measure^", ["measure_object"]),
    # functions that build a record, once one begins their names
    ("initialize_report_d^", ["initialize_report_details"]),
    ("initial^", ["initialize_access", "initialize_access_action_configuration", "..."]),
    (
        "convert_from_json_to_report_d^",
        ["convert_from_json_to_report_details", "convert_from_json_to_report_details_arguments"],
    ),
    # right of a pipe: what works on records first
    (
        "tasks | ^",
        [
            "where_object",
            "select_object",
            "sort_object",
            "group_object",
            "measure_object",
            "for_each_object",
            "format_table",
            "format_list",
            "export_csv",
            "convert_to_json",
            "get_member",
            "wait_report",
            "wait_task",
        ],
    ),
    ("tasks | s^", ["select_object", "sort_object", "search", "..."]),
    ("tasks | f^", ["format_list", "format_table", "for_each_object", "format_custom", "format_wide"]),
    ("tasks | wai^", ["wait_report", "wait_task"]),
    ("rows | ^", ["where_object", "select_object", "sort_object", "..."]),
    ("tasks | ta^", ["wait_task", "format_table", "..."]),
    (
        "tasks | where_object(type='X') | ex^",
        ["export_csv", "export_excel", "export_json_lines", "export_parquet", "..."],
    ),
    # nothing can stand there
    ("1 # get_p^", []),
    ("x = 12^", []),
    ("'get_pending^", []),
    ("tasks ^", []),
    ("tasks wher^", []),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE, ids=[text for text, _ in _TABLE])
def test_what_is_offered(text, expected, check):
    check(text, expected)


def test_commands_have_a_line_on_what_they_do(offered):
    assert offered("get_pending_t^")[0].meaning == "List the tasks that are not finished."


def test_commands_of_other_generations_and_experimental_ones_are_marked(offered):
    marks = {one.text: one.meaning for one in offered("get_role_mining^")}
    assert marks["get_role_mining_sessions"].startswith("[experimental]")
    assert offered("get_v2024_pending_t^")[0].meaning.startswith("[v2024, legacy, deprecated]")
    older = {one.text: one.meaning for one in offered("get_identity_certification_p^")}
    assert older["get_identity_certification_pending_tasks"].startswith("[beta, legacy, deprecated]")


def test_those_of_the_session_s_generation_stand_before_those_of_others(offered):
    is_other = [one.meaning.startswith(("[v", "[beta", "[nerm")) for one in offered("get_ro^")]
    assert is_other == sorted(is_other)


def test_a_short_name_says_which_one_it_is(offered):
    assert offered("gm^")[0].shown == "get_member  (gm)"


def test_what_a_candidate_replaces_begins_at_its_start(offered):
    (one,) = offered("tasks | where_object(lambda t: t.completi^)")
    assert one.start == len("tasks | where_object(lambda t: t.")
