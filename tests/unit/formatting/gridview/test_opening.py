"""The host while the grid has the terminal: what is said then is said afterwards."""

from __future__ import annotations

from isnshell.formatting.gridview.opening import QuietHost


def test_what_is_said_while_the_grid_is_open_is_said_afterwards_in_its_order(person):
    host = QuietHost(person)
    host.note("before")
    with host.quiet():
        host.warn("careful")
        host.note("inside")
        host.show("a plan")
        assert (person.notes, person.warnings, person.shown) == (["before"], [], [])
    host.note("after")
    assert person.notes == ["before", "inside", "after"]
    assert (person.warnings, person.shown) == (["careful"], ["a plan"])


def test_nobody_can_be_asked_while_the_grid_is_open(person):
    person.answer = True
    host = QuietHost(person)
    with host.quiet():
        assert host.ask("Really?") is None
    assert host.ask("Really?") is True
    assert person.questions == ["Really?"]


def test_what_was_said_is_not_lost_with_an_error(person):
    host = QuietHost(person)
    try:
        with host.quiet():
            host.warn("careful")
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert person.warnings == ["careful"]
