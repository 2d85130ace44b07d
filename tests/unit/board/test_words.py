"""Words with names of the board in them follow a change of name, wherever they were written."""

import json

import pytest

from tscb.board import facts, site
from tscb.board.models import BoardSettings
from tscb.board.roles import Role
from tscb.board.words import title_of, titled, worded
from tscb.common.typesetting import printable

pytestmark = pytest.mark.django_db
ASKED = worded("Has somebody told the {front_door} about this?")
CHAIR = titled(Role.INDEPENDENT_CHAIR)


def rename(**names: str) -> None:
    facts.set_up()
    BoardSettings.objects.update(**names)
    site.forget()


def test_words_begin_with_the_names_of_this_board():
    assert ASKED == "Has somebody told the Children’s Hub about this?"
    assert (title_of(Role.INDEPENDENT_CHAIR), str(CHAIR)) == (
        "independent chair",
        "Independent chair",
    )


def test_words_of_a_module_follow_a_change_of_name():
    rename(front_door="Front Door", chair_title="independent scrutineer")
    assert ASKED == "Has somebody told the Front Door about this?"
    assert CHAIR == "Independent scrutineer"
    assert title_of(Role.PANEL_MEMBER) == "panel member"


def test_words_can_be_printed():
    assert json.dumps(printable({"asked": [ASKED]})).endswith('about this?"]}')
