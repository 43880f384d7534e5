"""What a typed filter lets pass."""

from __future__ import annotations

import pytest

from isnshell.formatting.gridview.filtering import BETWEEN_CELLS, Filter

NAMES = ["id", "completionStatus", "target"]


def passes(typed, *cells):
    return Filter.of(typed, NAMES).fits(BETWEEN_CELLS.join(cells))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("", True, id="nothing"),
        pytest.param("  ", True, id="blanks"),
        pytest.param("err", True, id="part of a cell, case aside"),
        pytest.param("zürich", True, id="umlauts"),
        pytest.param("zürich ERR", True, id="all words, each in any cell"),
        pytest.param("zürich success", False, id="one word is missing"),
        pytest.param('"hr zürich"', True, id="a phrase"),
        pytest.param('"zürich hr"', False, id="a phrase in another order"),
        pytest.param('"hr z', True, id="a quote that is still open"),
        pytest.param("err*", True, id="wildcard from a cell's start"),
        pytest.param("rror", True, id="middle"),
        pytest.param("rror*", False, id="a wildcard fits a whole cell"),
        pytest.param("*rro?", True, id="wildcards at both ends"),
        pytest.param("[de]rror", True, id="a set"),
        pytest.param("[", False, id="a bracket that is still open is one"),
        pytest.param("completionstatus:err", True, id="one column"),
        pytest.param("completion_status:err", True, id="one column, spelled the Python way"),
        pytest.param("target:err", False, id="another column"),
        pytest.param('target:"hr z"', True, id="a phrase in a column"),
        pytest.param("target:zür*", False, id="a wildcard in a column"),
        pytest.param("target:hr*", True, id="a wildcard in a column that fits"),
        pytest.param("target:", True, id="a column and nothing yet"),
        pytest.param("08:00", True, id="a colon behind what is no column"),
    ],
)
def test_a_row_passes(typed, expected):
    assert passes(typed, "08:00", "ERROR", "HR Zürich") is expected


def test_a_phrase_does_not_reach_over_the_edge_of_a_cell():
    assert not passes('"1 error"', "1", "ERROR", "")


def test_a_wildcard_does_not_reach_over_the_edge_of_a_cell():
    assert not passes("1*ERROR", "1", "ERROR", "")
