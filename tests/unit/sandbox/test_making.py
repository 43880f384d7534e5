"""Made values: they fit their models, and look like what their names say."""

from __future__ import annotations

import pytest

from isnshell.catalog.facts import GENERATIONS
from isnshell.catalog.loader import facts
from isnshell.sandbox.answers import Refusal
from isnshell.sandbox.checking import check_value


@pytest.mark.parametrize("generation", GENERATIONS)
def test_what_is_made_fits_every_model(sandbox, generation):
    models = facts(generation).models
    misfits = []
    for name in models:
        try:
            check_value(sandbox.store.objects.maker.one(name, models, name), name, models, name)
        except Refusal as refusal:
            misfits.append(refusal.response.get_json()["messages"][0]["text"])

    assert not misfits


def test_names_of_one_object_agree(sandbox):
    record = sandbox.store.objects.maker.one("NonEmployeeRecord", facts("v2025").models, "x")
    person = next(one for one in sandbox.store.people if one.email == record["email"])

    assert (record["firstName"], record["lastName"]) == (person.first_name, person.last_name)
    assert record["created"] <= record["modified"]


def test_an_id_and_a_name_mean_the_same_thing(sandbox):
    record = sandbox.store.objects.maker.one("RemediationItemDetails", facts("v2025").models, "x")

    assert record["applicationName"]
    for name in ("sourceId", "sourceName"):
        made = sandbox.store.objects.maker.one("Account", facts("v2025").models, "x")
        assert made[name]
    assert made["sourceName"] in {source.name for source in sandbox.store.sources if source.id == made["sourceId"]}
