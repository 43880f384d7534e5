"""What PowerShell typed by habit is called here."""

import pytest
from prompt_toolkit.document import Document
from prompt_toolkit.validation import ValidationError

from isnshell.repl.habits import said_here
from isnshell.repl.validation import LineValidator


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Get-PendingTasks", "PowerShell's Get-PendingTasks is get_pending_tasks() here"),
        ("get-pendingtasks -limit 5", "PowerShell's get-pendingtasks -limit 5 is get_pending_tasks(limit=5) here"),
        (
            'Start-Report -ReportType "ACCOUNTS" -WhatIf | ft',
            """PowerShell's Start-Report -ReportType "ACCOUNTS" -WhatIf is """
            """start_report(report_type="ACCOUNTS", what_if=True) here""",
        ),
        ("Get-Report -TaskResultId $id", "PowerShell's Get-Report is get_report(...) here"),
        (
            "$x = Get-Report -TaskResultId abc",
            'PowerShell\'s Get-Report -TaskResultId abc is get_report(task_result_id="abc") here',
        ),
        ("foreach ($task in $tasks) {", "A variable has no $ in Python: task"),
        ("$env:PATH", "A variable has no $ in Python: PATH"),
        ("1 +* 2", ""),
        ("total-count", ""),
        ("x = a-b", ""),
    ],
)
def test_a_text_that_looks_like_powershell_is_told_in_python(text, said):
    assert said == said_here(text)


def test_the_line_s_mistake_is_told_with_what_it_is_called_here():
    with pytest.raises(ValidationError, match=r"^invalid syntax\. PowerShell's Get-PendingTasks -Limit 5 is "):
        LineValidator().validate(Document("Get-PendingTasks -Limit 5 | Where-Object { $_.type -eq 'QUARTZ' }"))
