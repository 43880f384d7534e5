"""Reports from start to file."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from isnshell.catalog.loader import facts
from isnshell.sandbox.report_tables import KINDS

AD = "2c9180897e7742b2017e781782f705b9"
ARGUMENTS = {
    "ACCOUNTS": {"application": AD, "sourceName": "Active Directory"},
    "IDENTITIES_DETAILS": {"correlatedOnly": True},
    "IDENTITIES": {},
    "IDENTITY_PROFILE_IDENTITY_ERROR": {"authoritativeSource": AD},
    "ORPHAN_IDENTITIES": {"selectedFormats": ["CSV"]},
    "SEARCH_EXPORT": {"query": "*", "indices": ["identities"]},
    "UNCORRELATED_ACCOUNTS": {},
}
PREFIX = {"v3": "/v3/reports", "v2024": "/v2024/reports", "v2026": "/v2026/reports", "v1": "/reports/v1"}


def start(ask, type_="ACCOUNTS", arguments=None, prefix="/v2025/reports"):
    body = {"reportType": type_, "arguments": ARGUMENTS[type_] if arguments is None else arguments}
    answer = ask("POST", f"{prefix}/run", json=body)
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def result(ask, id_, prefix="/v2025/reports"):
    return ask("GET", f"{prefix}/{id_}/result").get_json()


def download(ask, id_, format_="csv", more="", prefix="/v2025/reports"):
    return ask("GET", f"{prefix}/{id_}?fileFormat={format_}{more}")


def rows(answer):
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8"), newline="")))


@pytest.mark.parametrize("generation", PREFIX)
def test_a_report_runs_ends_and_is_delivered_in_every_generation(ask, clock, generation):
    prefix = PREFIX[generation]
    started = start(ask, prefix=prefix)
    assert set(started) >= {field.name for field in facts("v2025").models["TaskResultDetails"].fields}
    running = result(ask, started["id"], prefix)
    assert (running["status"], running["rows"]) == (None, 0)
    clock.sleep(1.5)
    ended = result(ask, started["id"], prefix)

    assert set(ended) == {field.name for field in facts(generation).models["ReportResults"].fields}
    assert (ended["status"], ended["duration"], ended["availableFormats"]) == ("SUCCESS", 1500, ["CSV", "PDF"])
    assert ended["id"] != started["id"]
    assert len(rows(download(ask, started["id"], prefix=prefix))) == ended["rows"] + 1


def test_its_task_tells_the_same(ask, clock):
    id_ = start(ask)["id"]
    clock.sleep(0.9)
    task = ask("GET", f"/v2025/task-status/{id_}").get_json()
    assert task["completionStatus"] is None
    assert 0 < task["percentComplete"] < 100
    assert task["target"]["name"] == "Active Directory [source]"
    assert id_ in [one["id"] for one in ask("GET", "/v2025/task-status/pending-tasks").get_json()]
    clock.sleep(1)

    assert ask("GET", f"/v2025/task-status/{id_}").get_json()["completionStatus"] == "SUCCESS"


@pytest.mark.parametrize("type_", [type_ for type_ in KINDS if type_ != "SEARCH_EXPORT"])
def test_every_type_has_a_table_with_as_many_rows_as_it_says(ask, clock, type_):
    id_ = start(ask, type_)["id"]
    clock.sleep(2)
    header, *body = rows(download(ask, id_))

    assert len(body) == result(ask, id_)["rows"] > 0
    assert {len(row) for row in body} == {len(header)}


def test_the_csv_has_what_csv_readers_stumble_over(ask, clock):
    id_ = start(ask, "IDENTITIES_DETAILS", {"correlatedOnly": False})["id"]
    clock.sleep(2)
    answer = download(ask, id_)
    names = [row[1] for row in rows(answer)]

    assert any('"' in name for name in names)
    assert any("ł" in name for name in names)
    assert any("O'" in name for name in names)
    assert any("," in row[7] for row in rows(answer)[1:])
    assert b"\r\n" in answer.data
    assert answer.content_type == "application/csv"
    assert answer.content_length == len(answer.data)


def test_the_pdf_is_one(ask, clock):
    id_ = start(ask)["id"]
    clock.sleep(2)
    answer = download(ask, id_, "pdf")

    assert answer.content_type == "application/pdf"
    assert answer.data.startswith(b"%PDF-1.4")
    assert answer.data.endswith(b"%%EOF\n")


def test_a_search_export_is_a_zip_of_what_the_query_finds(ask, clock):
    arguments = {
        "query": "attributes.city:london AND attributes.department:F*",
        "columns": "displayName,attributes.city,unknown",
        "sort": ["-displayName"],
    }
    id_ = start(ask, "SEARCH_EXPORT", arguments)["id"]
    clock.sleep(2)
    answer = download(ask, id_)
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        header, *body = csv.reader(io.StringIO(archive.read("Identities.csv").decode(), newline=""))

    assert answer.content_type == "application/zip"
    assert header == ["displayName", "attributes.city", "unknown"]
    assert {row[1] for row in body} == {"London"}
    assert len(body) == result(ask, id_)["rows"] > 0
    names = [row[0].casefold() for row in body]
    assert names == sorted(names, reverse=True)
    assert download(ask, id_, "pdf").status_code == 400


@pytest.mark.parametrize(
    ("arguments", "more", "header"),
    [
        (ARGUMENTS["ACCOUNTS"], "", 'attachment; filename="Active Directory - Account Export.csv"'),
        (ARGUMENTS["ACCOUNTS"], "&name=accounts 1", 'attachment; filename="accounts 1.csv"'),
        (
            None,
            "",
            'attachment; filename="Zutritt Z?rich - Account Export.csv"; '
            "filename*=UTF-8''Zutritt%20Z%C3%BCrich%20-%20Account%20Export.csv",
        ),
    ],
    ids=["the report's name", "a name of one's own", "a name beyond ASCII"],
)
def test_the_file_has_a_name(ask, clock, arguments, more, header):
    if arguments is None:
        badge = ask("GET", "/v3/sources", query_string={"filters": 'name sw "Zutritt"'}).get_json()[0]
        arguments = {"application": badge["id"], "sourceName": badge["name"]}
    id_ = start(ask, arguments=arguments)["id"]
    clock.sleep(2)

    assert download(ask, id_, more=more).headers["Content-Disposition"] == header


@pytest.mark.parametrize(
    ("code", "says", "body"),
    [
        ("400.1.0", "reportType", {}),
        ("400.1.3", "WEEKLY", {"reportType": "WEEKLY"}),
        ("400.1.0", "arguments.application", {"reportType": "ACCOUNTS"}),
        ("400.1.0", "arguments.sourceName", {"reportType": "ACCOUNTS", "arguments": {"application": AD}}),
        ("400.1.0", "arguments.correlatedOnly", {"reportType": "IDENTITIES_DETAILS", "arguments": {}}),
        ("400.1.3", "arguments.correlatedOnly", {"reportType": "IDENTITIES", "arguments": {"correlatedOnly": "yes"}}),
        ("400.1.3", "XLS", {"reportType": "ORPHAN_IDENTITIES", "arguments": {"selectedFormats": ["CSV", "XLS"]}}),
        ("400.1.3", "array", {"reportType": "ORPHAN_IDENTITIES", "arguments": {"selectedFormats": "CSV"}}),
        ("400.1.3", "arguments", {"reportType": "IDENTITIES", "arguments": [1]}),
        ("400.0", "JSON object", ["IDENTITIES"]),
    ],
)
@pytest.mark.parametrize("prefix", ["/v2025/reports", "/reports/v1"])
def test_a_wrong_request_starts_nothing(ask, prefix, code, says, body):
    answer = ask("POST", f"{prefix}/run", json=body)

    assert answer.status_code == 400
    assert answer.get_json()["detailCode"].startswith(code)
    assert says in answer.get_json()["messages"][0]["text"]
    assert ask("GET", "/v2025/task-status?count=true&limit=0").headers["X-Total-Count"] == "60"


@pytest.mark.parametrize("data", [b"", b"{not json"], ids=["nothing", "no JSON"])
def test_a_body_that_is_none_is_refused(ask, data):
    assert ask("POST", "/v2025/reports/run", data=data, content_type="application/json").status_code == 400


def test_an_unknown_source_lets_the_report_fail(ask, clock):
    id_ = start(ask, arguments={"application": "f" * 32, "sourceName": "Nowhere"})["id"]
    clock.sleep(2)
    task = ask("GET", f"/v2025/task-status/{id_}").get_json()

    assert result(ask, id_)["status"] == "FAILURE"
    assert task["completionStatus"] == "ERROR"
    assert "f" * 32 in task["messages"][0]["localizedText"]["message"]
    assert download(ask, id_).status_code == 404


def test_a_type_can_be_made_to_fail(make_sandbox, asker, clock):
    ask = asker(make_sandbox(failing_reports={"IDENTITIES"}))
    bad, good = start(ask, "IDENTITIES")["id"], start(ask, "ORPHAN_IDENTITIES")["id"]
    clock.sleep(2)

    assert (result(ask, bad)["status"], result(ask, good)["status"]) == ("FAILURE", "SUCCESS")


def test_a_running_report_can_be_cancelled_once(ask, clock):
    id_ = start(ask)["id"]
    answer = ask("POST", f"/v2025/reports/{id_}/cancel")
    assert (answer.status_code, answer.data) == (204, b"")
    clock.sleep(5)

    assert result(ask, id_)["status"] == "TERMINATED"
    assert ask("GET", f"/v2025/task-status/{id_}").get_json()["completionStatus"] == "TERMINATED"
    assert ask("POST", f"/v2025/reports/{id_}/cancel").status_code == 400
    assert download(ask, id_).status_code == 404


@pytest.mark.parametrize(
    ("status", "query", "says"),
    [
        (400, "", "fileFormat"),
        (400, "?fileFormat=xls", "csv, pdf"),
        (400, "?fileFormat=csv&auditable=perhaps", "auditable"),
        (404, "?fileFormat=csv", "still running"),
    ],
)
def test_a_file_that_is_not_to_be_had_is_refused(ask, status, query, says):
    answer = ask("GET", f"/v2025/reports/{start(ask)['id']}{query}")

    assert answer.status_code == status
    assert says in answer.get_json()["messages"][0]["text"]


def test_only_the_selected_formats_are_delivered(ask, clock):
    id_ = start(ask, "ORPHAN_IDENTITIES", {"selectedFormats": ["PDF"]})["id"]
    clock.sleep(2)

    assert result(ask, id_)["availableFormats"] == ["PDF"]
    assert download(ask, id_, "csv").status_code == 400
    assert download(ask, id_, "pdf").status_code == 200


def test_an_audited_download_is_written_down(sandbox, ask, clock):
    id_ = start(ask)["id"]
    clock.sleep(2)
    download(ask, id_, more="&auditable=false")
    download(ask, id_, more="&auditable=true")

    assert sandbox.store.reports.audited == [id_]


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/{}/result"), ("GET", "/{}?fileFormat=csv"), ("POST", "/{}/cancel")]
)
def test_an_unknown_report_is_a_404_that_tells_how_long_the_sandbox_lives(ask, method, path):
    answer = ask(method, f"/v2025/reports{path.format('0' * 32)}")

    assert answer.status_code == 404
    assert "isnshell sandbox" in answer.get_json()["messages"][0]["text"]


@pytest.mark.parametrize("size", [10, 5_000_001])
def test_a_report_can_have_any_size(make_sandbox, asker, clock, size):
    ask = asker(make_sandbox(report_bytes=size))
    id_ = start(ask)["id"]
    clock.sleep(2)
    answer = download(ask, id_)

    assert answer.content_length == len(answer.data) == size
    assert result(ask, id_)["rows"] == max(0, len(answer.data.splitlines()) - 1)
