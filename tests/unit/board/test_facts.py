"""Setting up the board's true facts: complete, repeatable, and never over what staff changed."""

from datetime import time

import pytest

from tests.factories.numbers import unguarded
from tscb.board import defaults, facts
from tscb.board.models import Agency, BoardSettings, Closure, ContactPoint, OpeningHours, Page, User
from tscb.board.placeholders import check_placeholders
from tscb.board.reading import read_facts
from tscb.board.roles import EDITORS_MODELS, Role, give
from tscb.board.site_facts import default_facts

pytestmark = pytest.mark.django_db


def test_a_new_database_says_the_same_as_the_code_does_without_one():
    facts.set_up()
    assert read_facts() == default_facts()


def test_an_empty_database_says_the_same_too_but_for_links_to_pages():
    assert read_facts().contacts == default_facts().contacts
    assert read_facts().board_name == "Tameside Safeguarding Children Board"
    assert read_facts().about_pages == ()


def test_set_up_twice_adds_nothing():
    facts.set_up()
    kinds = (Agency, BoardSettings, Closure, ContactPoint, OpeningHours, Page)
    before = [kind.objects.count() for kind in kinds]
    facts.set_up()
    assert [kind.objects.count() for kind in kinds] == before


def test_set_up_leaves_alone_what_staff_changed():
    facts.set_up()
    BoardSettings.objects.update(board_name="Tameside Safeguarding Children Partnership")
    with unguarded():
        ContactPoint.objects.filter(role="office-hours").update(number="0161 000 0000")
        OpeningHours.objects.filter(weekday=0).update(closes=time(18))
    Page.objects.filter(slug="privacy").update(published=False, body="Ours")
    Agency.objects.filter(slug="police").update(name="Greater Manchester Police", active=False)
    facts.set_up()
    assert BoardSettings.current().board_name.endswith("Partnership")
    assert ContactPoint.objects.get(role="office-hours").number == "0161 000 0000"
    assert OpeningHours.objects.get(weekday=0).closes == time(18)
    assert not Page.objects.get(slug="privacy").published
    assert not Agency.objects.get(name="Greater Manchester Police").active


def test_texts_of_the_pages_hold_only_names_that_are_known():
    facts.set_up()
    for page in Page.objects.all():
        page.full_clean()
        check_placeholders(page.body)
    assert Page.objects.count() == len(defaults.PAGES)


def test_editors_may_change_the_facts():
    facts.set_up()
    editor = User.objects.create_user("editor@example.org", is_staff=True)
    give(editor, Role.EDITOR)
    for model in EDITORS_MODELS:
        assert editor.has_perm(f"board.change_{model}")
    assert not editor.has_perm("board.change_user")


def test_settings_are_the_defaults_before_any_are_saved():
    assert BoardSettings.current().panel_short_name == "SSCP"
    assert BoardSettings.current().publication_months == 12
    assert not BoardSettings.objects.exists()
