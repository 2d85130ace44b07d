"""The one address of this site."""

import pytest

from tscb.board import facts
from tscb.board.addresses import full_address
from tscb.board.models import BoardSettings


@pytest.mark.django_db
def test_address_of_the_settings_holds_until_staff_enter_one(settings):
    settings.SITE_ADDRESS = "https://reviews.example.org/"
    assert full_address("/themes/") == "https://reviews.example.org/themes/"


@pytest.mark.django_db
def test_address_that_staff_entered_wins(settings):
    facts.set_up()
    BoardSettings.objects.update(website_address="https://board.example/")
    assert full_address("/themes/") == "https://board.example/themes/"
