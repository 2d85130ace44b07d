"""Referrals from when the form asked for a name without asking first whether it is known."""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps

from referrals.description.reading import passages
from referrals.models import Referral
from tests.factories.referrals import received

pytestmark = pytest.mark.django_db
NEW = ("child_name_known", "this_child_died")


def migration():
    folder = Path(import_module("referrals.migrations").__path__[0])
    (path,) = folder.glob("*what_was_known*.py")
    return import_module(f"referrals.migrations.{path.stem}")


@cache
def as_it_was() -> StateApps:
    """The models as that migration finds them."""
    loader = MigrationExecutor(connection).loader
    return loader.project_state(("referrals", "0011_staff_entry")).apps


@pytest.fixture
def former() -> Referral:
    referral = received()
    for child in referral.answers["children"]:
        for name in NEW:
            del child[name]
    referral.save()
    return referral


def read(referral: Referral) -> set[str]:
    referral.refresh_from_db()
    return {row.value for passage in passages(referral.answers) for row in passage.rows}


def test_names_and_dates_of_death_of_former_referrals_are_read_as_before(former):
    assert not {"Robin", "4 March 2025"} & read(former)
    migration().say_so(as_it_was(), None)
    assert {"Robin", "4 March 2025"} <= read(former)


def test_nothing_is_said_of_what_was_not_given(former):
    former.answers = {**former.answers, "children": [{"id": "a"}]}
    former.save()
    migration().say_so(as_it_was(), None)
    former.refresh_from_db()
    assert former.answers["children"] == [{"id": "a"}]


def test_name_that_could_not_be_read_yet_is_asked_for_again(former):
    former.answers = {**former.answers, "children": [{"id": "a"}]}
    former.unfinished = {"a": {"child_first_names": "x" * 300}}
    former.save()
    migration().say_so(as_it_was(), None)
    former.refresh_from_db()
    assert former.answers["children"] == [{"id": "a", "child_name_known": "yes"}]


def test_it_can_be_taken_back(former):
    migration().say_so(as_it_was(), None)
    migration().unsay(as_it_was(), None)
    former.refresh_from_db()
    assert not set(NEW) & set(former.answers["children"][0])
