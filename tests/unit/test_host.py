"""The host: how the engine speaks to the person."""

from __future__ import annotations

from typing import Any

import pytest

from isnshell.host import PlainHost, end_progress, get_host, note_once, set_host


def test_without_a_terminal_results_go_out_and_all_else_goes_beside(capsys: pytest.CaptureFixture[str]) -> None:
    host = PlainHost()
    host.show("result")
    host.note("note")
    host.warn("look out")

    assert capsys.readouterr() == ("result\n", "note\nWARNING: look out\n")


def test_without_a_terminal_nobody_answers() -> None:
    assert PlainHost().ask("Continue?") is None


def test_without_a_terminal_progress_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with PlainHost().progress("a.csv", 10, unit="B") as advance:
        advance(5, 10, "half")

    assert capsys.readouterr() == ("", "")


def test_the_plain_host_is_there_from_the_beginning() -> None:
    assert type(get_host()) is PlainHost


def test_a_host_is_made_when_it_is_first_needed_and_once() -> None:
    made: list[PlainHost] = []

    def make() -> Any:
        made.append(PlainHost())
        return made[-1]

    set_host(make)
    assert made == []
    assert get_host() is get_host()
    assert len(made) == 1


def test_a_note_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    note_once("Experimental.")
    note_once("Experimental.")

    assert capsys.readouterr().err == "Experimental.\n"


def test_a_note_is_said_once_for_each_key(person: Any) -> None:
    note_once("first text", key="a")
    note_once("other text", key="a")
    note_once("other key", key="b")

    assert person.notes == ["first text", "other key"]


def test_ending_progress_makes_no_host() -> None:
    def make() -> Any:
        raise AssertionError("made")

    set_host(make)
    end_progress()


def test_progress_of_the_host_in_use_is_ended() -> None:
    class Drawing(PlainHost):
        ended = 0

        def end_progress(self) -> None:
            self.ended += 1

    host = Drawing()
    set_host(lambda: host)
    get_host()
    end_progress()
    assert host.ended == 1
