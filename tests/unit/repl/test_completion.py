"""Completion as a table: a text with `^` at the cursor, and what is offered, in order."""

import pytest

from isnshell.commands.namespace import Namespace
from isnshell.pipeline.stream import Stream
from isnshell.records import Origin, Record, with_origin
from isnshell.repl.completion import Knowledge, complete
from isnshell.repl.completion.seen import Seen

_TASK = with_origin(
    Record(id="7e01", type="QUARTZ", uniqueName="Aggregation", target={"id": "1"}, custom=1), Origin(kind="TaskStatus")
)


class _Boom:
    """Whatever asks it anything fails."""

    def __getattr__(self, name):
        raise AssertionError(f"completion asked for {name}")

    def __len__(self):
        raise AssertionError("completion asked for the length")

    visible = 1

    @property
    def evaluated(self):
        raise AssertionError("completion evaluated a property")


def _unread(want):
    raise AssertionError("completion read a stream")


@pytest.fixture
def knowledge():
    seen = Seen()
    seen.learn([_TASK])
    variables = Namespace(
        tasks=Stream(_unread, kind="TaskStatus"),
        task=_TASK,
        rows=[{"given": 1, "family": 2}],
        boom=_Boom(),
        tally=3,
        _4="a result",
    )
    return Knowledge(variables, seen)


@pytest.fixture
def offered(knowledge):
    def at(text):
        cursor = text.index("^")
        return complete(text.replace("^", "", 1), cursor, knowledge)

    return at


_ALL = [
    # --- commands
    ("gpt^", ["get_pending_tasks", "get_pending_task_headers"]),
    ("get_pend^", ["get_pending_tasks", "get_pending_task_headers", "get_pending_approvals"]),
    ("where_o^", ["where_object"]),
    ("x = where_o^", ["where_object"]),
    ("tasks | where_o^", ["where_object"]),
    ("clear_p^", ["clear_pending_task"]),
    ("Get-PendingT^", ["get_pending_tasks", "get_pending_task_headers"]),
    ("zzqgpt^", []),
    ("get_v2024_pending_t^", ["get_v2024_pending_tasks", "get_v2024_pending_task_headers"]),
    ("get_help('get_pending_t^", ["get_pending_tasks'", "get_pending_task_headers'"]),
    # --- variables and Python
    ("tall^", ["tally"]),
    ("ta^", ["tally", "task", "tasks", "wait_task"]),
    ("_4^", ["_4"]),
    ("isins^", ["isinstance"]),
    ("whil^", ["while"]),
    ("import statis^", ["statistics"]),
    ("from json import JSOND^", ["JSONDecodeError", "JSONDecoder"]),
    ("from json ^", ["import"]),
    ("boom.vis^", ["visible"]),
    ("'a'.isid^", ["isidentifier"]),
    ("tasks.total^", ["total_count"]),
    ("1 # get_p^", []),
    ("x = 12^", []),
    ("'get_pending^", []),
    # --- parameters
    ("start_report(^", ["report_details=", "report_type=", "arguments=", "session=", "what_if=", "confirm="]),
    ("start_report(report_type='X', ^", ["report_details=", "arguments=", "session=", "what_if=", "confirm="]),
    ("start_report(^, arguments={})", ["report_details=", "report_type=", "session=", "what_if=", "confirm="]),
    ("start_report(arg^", ["arguments="]),
    ("get_task_status(^", ["id=", "with_http_info=", "skip_validation=", "cross_tenant=", "session="]),
    ("get_report(^", ["task_result_id=", "file_format=", "name=", "auditable=", "out_file=", "force="]),
    ("print(get_task_status(i^))", ["id="]),
    # --- values
    ("get_report(file_format=^)", ['"csv"', '"pdf"']),
    ("get_report(file_format='p^')", ["pdf"]),
    ("get_report(force=^)", ["True", "False"]),
    ("get_report(verbose=^)", ["True", "False"]),
    ("get_report(error_action='^')", ["stop", "continue", "silently_continue", "ignore"]),
    ("where_object(error_v^", ["error_variable="]),
    ('receive_report("ACC^', ['ACCOUNTS"', 'UNCORRELATED_ACCOUNTS"']),
    ('start_report(report_type="ORP^")', ["ORPHAN_IDENTITIES"]),
    ('start_report(report_type="ACCOUNTS", arguments={"^"})', ["application", "sourceName"]),
    ('receive_report("IDENTITIES", arguments={^})', ['"correlatedOnly": ']),
    ('start_report({"^"})', ["reportType", "arguments"]),
    ("connect_profile('demo', api_version='v202^')", ["v2024", "v2025", "v2026"]),
    ("use_profile('^')", ["demo"]),
    ("on('^')", ["demo"]),
    ("use_profile(^", ['"demo"', "name=", "session="]),
    ("get_task_status(id='^')", ["7e01"]),
    # --- filters and sorters
    ('get_task_status_list(filters="^")', ["id", "sourceId", "completionStatus", "type"]),
    ('get_task_status_list(filters="comp^")', ["completionStatus"]),
    ('get_task_status_list(filters="completionStatus ^")', ["eq", "in", "isnull"]),
    ('get_task_status_list(filters="completionStatus is^")', ["isnull"]),
    ('get_task_status_list(filters="completionStatus isnull ^")', ["and", "or"]),
    ("get_task_status_list(filters=\"type eq 'QUARTZ' and comp^\")", ["completionStatus"]),
    ('get_task_status_list(filters="type eq ^")', ["'QUARTZ'", "'QPOC'", "'QUEUED_TASK'"]),
    ("get_task_status_list(filters='type in (^')", ['"QUARTZ"', '"QPOC"', '"QUEUED_TASK"']),
    ('get_task_status_list(filters=\'type in ("QUARTZ", "QP^\')', ['"QPOC"']),
    ("get_task_status_list(filters='not (ty^')", ["type"]),
    ("get_task_status_list(filters='id eq ^')", ['"7e01"']),
    ("get_task_status_list(sorters='^')", ["created", "-created"]),
    ("get_task_status_list(sorters='-^')", ["-created"]),
    # --- properties
    ("get_pending_tasks() | where_object(comp^", ["completed=", "completionStatus="]),
    ("tasks | where_object(comp^", ["completed=", "completionStatus="]),
    ("tasks | where_object(type='^')", ["QUARTZ", "QPOC", "QUEUED_TASK"]),
    ("tasks | where_object(uniqueName='^')", ["Aggregation"]),
    ("tasks | select_object('comp^", ["completed'", "completionStatus'"]),
    ("tasks | select_object('id', 'target.^')", ["id", "type", "name"]),
    ("tasks | select_object(T='target.n^')", ["name"]),
    ("tasks | sort_object('-crea^')", ["created"]),
    ("tasks | where_object(type=1) | sort_object('crea^')", ["created"]),
    ("tasks | select_object('id', 'type') | sort_object('^')", ["id", "type"]),
    ("tasks | where_object(lambda t: t.comp^)", ["completed", "completionStatus"]),
    ("tasks | for_each_object(lambda t: len(t.target.n^))", ["name"]),
    ("tasks |\nselect_object('comp^')", ["completed", "completionStatus"]),
    ("x = tasks | select_object('comp^')", ["completed", "completionStatus"]),
    ("task.comp^", ["completed", "completionStatus"]),
    ("task.cust^", ["custom"]),
    ("task['comp^']", ["completed", "completionStatus"]),
    ("tasks[0].target.n^", ["name"]),
    ("for t in tasks: t.comp^", ["completed", "completionStatus"]),
    ("[t.comp^ for t in tasks]", ["completed", "completionStatus"]),
    ("rows | sort_object('^')", ["given", "family"]),
    ("get_failed_task() | select_object('dur^')", ["duration"]),
    ("start_report(report_type='X').laun^", ["launcher", "launched"]),
]

# Of these only the first ones are named; more follow
_FIRST_ONLY = {
    "start_report(^",
    "start_report(report_type='X', ^",
    "start_report(^, arguments={})",
    "get_task_status(^",
    "use_profile(^",
    "gpt^",
    "ta^",
    "get_pend^",
    "Get-PendingT^",
    "get_help('get_pending_t^",
    "get_report(^",
    "print(get_task_status(i^))",
    "tasks | where_object(comp^",
    "get_pending_tasks() | where_object(comp^",
}


@pytest.mark.parametrize(("text", "expected"), _ALL, ids=[text for text, _ in _ALL])
def test_what_is_offered(text, expected, offered):
    found = [candidate.text for candidate in offered(text)]
    assert expected == (found[: len(expected)] if text in _FIRST_ONLY else found)


def test_what_a_candidate_replaces_begins_at_its_start(offered):
    (one,) = offered("tasks | where_object(lambda t: t.completi^)")
    assert len("tasks | where_object(lambda t: t.") == one.start


def test_commands_have_a_line_on_what_they_do(offered):
    assert offered("get_pending_t^")[0].meaning == "List the tasks that are not finished."


def test_commands_of_other_generations_and_experimental_ones_are_marked(offered):
    marks = {one.text: one.meaning for one in offered("get_role_mining^")}
    assert marks["get_role_mining_sessions"].startswith("[experimental]")
    assert offered("get_v2024_pending_t^")[0].meaning.startswith("[v2024")


def test_parameters_say_type_default_and_what_is_allowed(offered):
    lines = {one.text: one.meaning for one in offered("get_report(^")}
    assert lines["task_result_id="] == "required; text"
    assert lines["file_format="] == "required; text; one of csv, pdf"
    assert lines["auditable="] == "True or False; default False"


def test_an_id_is_shown_by_its_name(offered):
    assert offered("get_task_status(id=^")[0].shown == "Aggregation  (7e01)"


def test_a_file_is_offered_where_one_is_wanted(offered, here):
    (here / "reports").mkdir()
    (here / "roles.csv").write_text("")
    assert [one.text for one in offered("receive_report('X', out_file='r^')")] == ["reports/", "roles.csv"]


def test_nothing_is_evaluated(offered):
    for text in ("boom.^", "boom.evaluated.^", "boom[0].^", "tasks[0].^", "len(boom.^", "boom | where_object(^"):
        offered(text)


@pytest.mark.parametrize(
    "junk", ["(((", "x ==", "f(a, b=", "'''", "lambda", "{'a': [", "a | | b(", "f(**", "\\", ")", "f)("]
)
def test_any_text_can_be_completed(junk, offered):
    for place in range(len(junk) + 1):
        offered(junk[:place] + "^" + junk[place:])
