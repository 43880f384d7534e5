"""PowerShell typed by habit: Python's form is offered in its place."""

import pytest

_TABLE = [
    ("Get-Pend^", ["get_pending_tasks", "get_pending_task_headers", "get_pending_approvals", "..."]),
    ("get-pend^", ["get_pending_tasks", "get_pending_task_headers", "get_pending_approvals", "..."]),
    ("Get-PendingTasks^", ["get_pending_tasks"]),
    ("Get-TaskStatusListV1^", ["get_task_status_list_v1"]),
    ("Get-V2024PendingTaskS^", ["get_v2024_pending_tasks"]),
    ("x = Get-Pend^", ["get_pending_tasks", "..."]),
    ("tasks | Where-Obj^", ["where_object"]),
    ("tasks | Where-^", ["where_object"]),
    ("Get-*Pending*^", ["get_identity_certification_pending_tasks", "get_pending_approvals", "..."]),
    ("Get-Task*St^", ["get_task_status", "get_task_status_list"]),
    ("ForEach-^", ["for_each_object"]),
    (
        "ConvertFrom-JsonToReportD^",
        ["convert_from_json_to_report_details", "convert_from_json_to_report_details_arguments"],
    ),
    ("Initialize-ReportD^", ["initialize_report_details"]),
    ("tally-ta^", ["tally", "task", "tasks", "..."]),
    ("x = 5 - ta^", ["tally", "task", "tasks", "..."]),
    # arguments
    ("get_accounts -Lim^", ["get_accounts(limit="]),
    ("Get-Accounts -Lim^", ["get_accounts(limit="]),
    ("Get-Accounts -^", ["get_accounts(limit=", "get_accounts(offset=", "..."]),
    ("Get-Accounts -Limit 5 -Det^", ["get_accounts(limit=5, detail_level="]),
    ("Get-Accounts -DetailLevel ^", ['get_accounts(detail_level="SLIM")', 'get_accounts(detail_level="FULL")']),
    ("Get-Accounts -DetailLevel SL^", ['get_accounts(detail_level="SLIM")']),
    ("Get-Report -TaskResultId abc -FileFormat c^", ['get_report(task_result_id="abc", file_format="csv")']),
    ("Get-Report $x -File^", ["get_report(x, file_format=", "get_report(x, out_file="]),
    ("tasks | Where-Object ty^", ["where_object(type="]),
    ("tasks | Where-Object type -eq QP^", ['where_object("type", eq="QPOC")']),
    ("tasks | Select-Object id, ty^", ['select_object("id", "type")']),
    ("tasks | Select-Object id ty^", ['select_object("id", "type")']),
    ("tasks | Sort-Object created -Desc^", ['sort_object("created", descending=True']),
    ("tasks | ft ty^", ['format_table("type")']),
    ("Start-Report -ReportType ORP^", ['start_report(report_type="ORPHAN_IDENTITIES")']),
    ("Use-Profile d^", ['use_profile("demo")']),
    ("Get-Help Get-PendingT^", ['get_help("get_pending_tasks")', "..."]),
    ("help get_pending_t^", ['get_help("get_pending_tasks")', "..."]),
    # variables
    ("$ta^", ["tally", "task", "tasks"]),
    ("x = $ta^", ["tally", "task", "tasks"]),
    ("$tru^", ["True"]),
    ("tasks | where_object(id=$ta^", ["tally", "task", "tasks"]),
    # script blocks
    ("tasks | Where-Object { $_.ty^", ["where_object(type="]),
    ("tasks | where { $_.target.na^", ["where_object(lambda _: _.target.name"]),
    ("tasks | ? { $_.ty^", ["where_object(type="]),
    ("tasks | ForEach-Object { $_.uni^", ["for_each_object(lambda _: _.uniqueName"]),
    ("tasks | % { $_.uni^", ["for_each_object(lambda _: _.uniqueName"]),
    # calls in Python's way are left alone
    ("tasks | for_each_object(get_task_status, in^", ["invoke_history", "..."]),
    ('on("demo", get_accounts, lim^', ["limit="]),
    ("print(get_accounts, ta^", ["tally", "..."]),
    # what stands left of it becomes Python as well
    ("Get-PendingTasks | Where-O^", ["get_pending_tasks | where_object"]),
    (
        "Get-PendingTasks | where_object(comp^",
        ["get_pending_tasks | where_object(completed=", "get_pending_tasks | where_object(completionStatus=", "..."],
    ),
    ("Get-PendingTasks | Where-Object type -eq 'QP^", ["get_pending_tasks | where_object(\"type\", eq='QPOC')"]),
    (
        "Get-Accounts -Limit 5 | Select-Object na^",
        ['get_accounts(limit=5) | select_object("name")', 'get_accounts(limit=5) | select_object("nativeIdentity")'],
    ),
    ("$found = Get-PendingT^", ["found = get_pending_tasks", "..."]),
    ("$found = Get-PendingTasks | sort_o^", ["found = get_pending_tasks | sort_object"]),
    (
        "$tasks | Where-Object { $_.type -eq 'QUARTZ' } | select_object(\"comp^",
        [
            "tasks | where_object(type='QUARTZ') | select_object(\"completed\"",
            "tasks | where_object(type='QUARTZ') | select_object(\"completionStatus\"",
        ],
    ),
    ("tasks | Group-Object type | Sort-Object cou^", ['tasks | group_object("type") | sort_object("count")']),
    # files, filters, lists, wildcards
    ('Get-Accounts -Filters "nam^', ['get_accounts(filters="name']),
    (
        'Get-Accounts -Filters "uncorrelated eq ^',
        ['get_accounts(filters="uncorrelated eq true', 'get_accounts(filters="uncorrelated eq false'],
    ),
    ("tasks | Format-Table -Property id, ty^", ['format_table(property=["id", "type"])']),
    ("Get-Command *pending_t^", ['get_command("clear_pending_task")', "..."]),
    ("Get-Command -Verb Sus^", ['get_command(verb="suspend")']),
    ("man start_rep^", ['get_help("start_report")', "..."]),
    # what has no counterpart
    ("Get-Date^", []),
    ("Write-H^", []),
    ("Get-Help Start-Report -Zz^", []),
    ('"Get-Accounts -Lim^', []),
    ('print("x | Get-Accounts -Lim^', []),
    ("x = 1 # Get-Accounts -Lim^", []),
    # a whole line, where nothing else can follow
    ("Get-V2024PendingTasks -Limit 10^", ["get_v2024_pending_tasks(limit=10)"]),
    ("$x = Get-PendingTasks -Limit 10 ^", ["x = get_pending_tasks(limit=10)"]),
    ("Get-PendingTasks | Where-Object { $_.type -eq 'QUARTZ' }^", ["get_pending_tasks | where_object(type='QUARTZ')"]),
    (
        "tasks | Where-Object { $_.uniqueName -like 'A*' } | Select-Object id, type -First 3^",
        ['tasks | where_object("uniqueName", like=\'A*\') | select_object("id", "type", first=3)'],
    ),
    (
        "tasks | Where-Object { $_.target.name -ne $null } | % { $_.id }^",
        ['tasks | where_object("target.name", ne=None) | for_each_object("id")'],
    ),
    (
        "tasks | Sort-Object created -Descending | Select-Object id -First 5^",
        ['tasks | sort_object("created", descending=True) | select_object("id", first=5)'],
    ),
    (
        "Get-PendingTasks | Clear-PendingTask -Confirm:$false -Older 5^",
        ["get_pending_tasks | clear_pending_task(confirm=False, older_than=5)"],
    ),
    (
        "Get-Report -TaskResultId $id -FileFormat csv -Force ^",
        ['get_report(task_result_id=id, file_format="csv", force=True)'],
    ),
    ("Get-Accounts -Limit 5 ^", ["get_accounts(limit=5)"]),
    ("Get-Accounts -Filters ^", ['get_accounts(filters="id', 'get_accounts(filters="identityId', "..."]),
    ("Get-PendingTasks | Clear-PendingTask -WhatIf ^", ["get_pending_tasks | clear_pending_task(what_if=True)"]),
    ("tasks | Select-Object id ^", ['tasks | select_object("id")', 'select_object("id", "type")', "..."]),
    ("Get-Foo -Bar 1^", []),
    ('x = """\nGet-Accounts -Limit 5^', []),
    ("x = [\nGet-Accounts -Limit 5^", []),
    ("x = 1\nGet-Accounts -Limit 5^", ["get_accounts(limit=5)"]),
    ("Get-Accounts -Bar 1^", []),
    ("5 - 3^", []),
    ("tally - 3^", []),
    ("get_pending_tasks()^", []),
    ("tasks | Clear-PendingTask -Wh^", ["clear_pending_task(what_if=True"]),
]


@pytest.mark.parametrize(("text", "expected"), _TABLE, ids=[text for text, _ in _TABLE])
def test_what_is_offered(text, expected, check):
    check(text, expected)


def test_the_whole_spelling_is_replaced(offered):
    assert {one.start for one in offered("x = Get-Pend^")} == {4}
    assert {one.start for one in offered("tasks | Where-Object type -eq QP^")} == {8}


def test_the_menu_shows_what_is_chosen_not_the_whole_call(offered):
    assert [one.shown for one in offered("Get-Accounts -Limit 5 -Det^")] == ["detail_level="]


def test_a_difference_of_variables_is_python(knowledge, offered):
    knowledge.variables["get"] = 5
    assert all(one.start == 4 for one in offered("get-ta^"))
