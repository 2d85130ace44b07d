"""Two tabs on the same page: neither loses its text, and nothing is overwritten unseen."""

import re

import pytest
from django.test import Client

from referrals.description.example import complete_answers
from referrals.description.pages import FIRST
from referrals.form.journey import address
from tests.factories.referrals import (
    CHILD,
    CHILD_ADDRESS,
    HAPPENED,
    answer,
    posted,
    start,
    text_of,
    the_child,
    the_referral,
)

pytestmark = pytest.mark.django_db
STORY = address(HAPPENED)
SEEN = re.compile(r'name="seen" value="([^"]*)"')


class Tab:
    """One tab of one browser on one page, which sends what its page was made with."""

    def __init__(self, client: Client, at: str) -> None:
        self.client, self.at = client, at
        self.load()

    def load(self):
        return self.take(self.client.get(self.at))

    def take(self, response):
        found = SEEN.search(text_of(response))
        self.seen = found[1] if found else self.seen
        return response

    def save(self, **typed):
        return self.take(self.client.post(self.at, typed | {"seen": self.seen}))


@pytest.fixture
def practitioner(client: Client) -> Client:
    start(client)
    answer(client, FIRST)
    return client


def story() -> dict[str, str]:
    return posted(HAPPENED, complete_answers())


def test_one_tab_alone_saves_again_and_again(practitioner):
    tab = Tab(practitioner, STORY)
    for told in ("One", "Two", "Three"):
        assert tab.save(**story() | {"outline": told}).status_code == 302
        tab.load()
    assert the_referral().answers["outline"] == "Three"


def test_line_ends_are_no_change(practitioner):
    Tab(practitioner, STORY).save(**story() | {"outline": "One\r\nTwo"})
    first, second = Tab(practitioner, STORY), Tab(practitioner, STORY)
    assert first.save(**story() | {"outline": "One\nTwo"}).status_code == 302
    assert second.save(**story() | {"outline": "One\r\nTwo\r\nThree"}).status_code == 302
    assert the_referral().answers["outline"].endswith("Three")


def test_both_texts_are_kept_and_shown_where_both_tabs_changed_one_answer(practitioner):
    first, second = Tab(practitioner, STORY), Tab(practitioner, STORY)
    first.save(**story() | {"outline": "What the first tab tells"})
    page = text_of(second.save(**story() | {"outline": "What the second tab tells"}))
    assert "Something else was saved here in the meantime" in page
    assert page.index("What the first tab tells") < page.index("What the second tab tells")
    assert the_referral().answers["outline"] == "What the first tab tells"
    assert the_referral().unfinished["outline"] == "What the second tab tells"
    again = text_of(practitioner.get(STORY))
    assert "What the first tab tells" in again
    assert "What the second tab tells" in again


def test_two_versions_are_something_to_look_at_before_sending(practitioner):
    first, second = Tab(practitioner, STORY), Tab(practitioner, STORY)
    first.save(**story() | {"outline": "First"})
    second.save(**story() | {"outline": "Second"})
    assert "Look again at what you typed" in text_of(practitioner.get("/refer/check/"))


def test_saving_the_page_that_shows_both_decides(practitioner):
    first, second = Tab(practitioner, STORY), Tab(practitioner, STORY)
    first.save(**story() | {"outline": "First"})
    second.save(**story() | {"outline": "Second"})
    assert second.save(**story() | {"outline": "First and second"}).status_code == 302
    assert the_referral().answers["outline"] == "First and second"
    assert "outline" not in the_referral().unfinished


def test_what_a_tab_left_alone_gives_way_to_what_another_one_saved(practitioner):
    Tab(practitioner, STORY).save(**story() | {"outline": "At first"})
    first, second = Tab(practitioner, STORY), Tab(practitioner, STORY)
    first.save(**story() | {"outline": "Later"})
    name = next(name for name in story() if name not in ("outline",) and story()[name] != "yes")
    assert second.save(**story() | {"outline": "At first", name: story()[name]}).status_code == 302
    assert the_referral().answers["outline"] == "Later"


def test_page_shown_again_for_an_error_does_not_undo_the_other_tab(practitioner):
    named = {"child_name_known": "yes", "child_first_names": "Robin"}
    Tab(practitioner, CHILD_ADDRESS).save(**named)
    first, second = Tab(practitioner, CHILD_ADDRESS), Tab(practitioner, CHILD_ADDRESS)
    first.save(**named | {"child_first_names": "Robyn"})
    assert second.save(**named | {"child_other_names": "x" * 201}).status_code == 200
    second.save(**named | {"child_other_names": "Rob"})
    assert the_child()["child_first_names"] == "Robyn"
    assert the_child()["child_other_names"] == "Rob"


def test_third_text_is_shown_again_where_two_are_kept_already(practitioner):
    tabs = [Tab(practitioner, STORY) for _ in range(3)]
    for tab, told in zip(tabs, ("First", "Second", "Third"), strict=True):
        page = text_of(tab.save(**story() | {"outline": f"{told} version"}))
    for told in ("First", "Second", "Third"):
        assert f"{told} version" in page
    assert tabs[2].save(**story() | {"outline": "All three"}).status_code == 302
    assert the_referral().answers["outline"] == "All three"


def test_unreadable_text_of_another_tab_is_shown_beside_this_ones(practitioner):
    first, second = Tab(practitioner, CHILD_ADDRESS), Tab(practitioner, CHILD_ADDRESS)
    first.save(child_name_known="yes", child_other_names="x" * 201)
    page = text_of(second.save(child_name_known="yes", child_other_names="Rob"))
    assert "x" * 201 in page
    assert 'value="Rob"' in page
    second.save(child_name_known="yes", child_other_names="Rob")
    assert the_child()["child_other_names"] == "Rob"


def test_other_page_of_the_same_row_keeps_its_unreadable_text(practitioner):
    Tab(practitioner, CHILD_ADDRESS).save(child_name_known="yes", child_other_names="x" * 201)
    for page in CHILD.rows.pages[1:]:
        practitioner.post(address(type(CHILD)(page, CHILD.rows, CHILD.row_id)), {})
        assert the_referral().unfinished[CHILD.row_id]["child_other_names"] == "x" * 201


@pytest.mark.parametrize("seen", ["", "nonsense", "a:b c:d", "outline", "outline:"])
def test_marks_that_say_nothing_lose_nothing(practitioner, seen):
    practitioner.post(STORY, story() | {"seen": seen})
    kept = the_referral()
    assert story()["outline"] in (kept.answers.get("outline"), kept.unfinished.get("outline"))


def test_marks_tell_nothing_of_what_was_written(practitioner):
    Tab(practitioner, STORY).save(**story())
    seen = Tab(practitioner, STORY).seen
    assert re.fullmatch(r"(\w+:[0-9a-f]{12} ?)+", seen)


def test_row_taken_away_in_another_tab_comes_back_with_all_that_this_one_shows(practitioner):
    child = posted(CHILD.page, complete_answers()["children"][0])
    Tab(practitioner, CHILD_ADDRESS).save(**child)
    here = Tab(practitioner, CHILD_ADDRESS)
    practitioner.post(f"/refer/children/{CHILD.row_id}/remove/")
    assert the_referral().answers["children"] == []
    here.save(**child)
    assert the_child()["child_last_name"] == child["child_last_name"]
