"""What a process knows before its first visitor comes, and what a child of it knows."""

from dataclasses import replace

import pytest

from tests.unit.board.nowhere import database_nowhere
from tscb.board import facts, last_good
from tscb.board.keeping import Keeper
from tscb.board.site_facts import default_facts


@pytest.mark.django_db
def test_facts_are_read_before_the_first_visitor_comes(django_assert_num_queries):
    facts.set_up()
    keeper = Keeper()
    keeper.begin_watched()
    with django_assert_num_queries(0):
        assert keeper.facts().board_name == default_facts().board_name


@pytest.mark.django_db
def test_child_knows_what_other_children_read_since():
    keeper = Keeper()
    keeper.begin_watched()
    last_good.write(replace(default_facts(), board_name="Renamed Board"))
    keeper.take_last_good()
    assert keeper.facts().board_name == "Renamed Board"


@pytest.mark.django_db
def test_child_without_a_file_knows_what_its_parent_knew():
    keeper = Keeper()
    with database_nowhere():
        keeper.begin_watched()
    last_good.path().unlink(missing_ok=True)
    keeper.take_last_good()
    assert keeper.facts() == default_facts()
