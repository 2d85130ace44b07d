"""A letter's return address says which letter it was, and cannot be made up."""

import pytest

from tests.factories.bulletin import make_delivery
from tscb.bulletin.bounces.return_address import delivery_of, return_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def delivery(settings):
    settings.BULLETIN_RETURN_ADDRESS = "bounces@board.example"
    return make_delivery()


def test_return_address_leads_back_to_its_letter(delivery):
    address = return_address(delivery)
    assert address.startswith(f"bounces+{delivery.pk}-")
    assert address.endswith("@board.example")
    assert len(address.partition("@")[0]) <= 64
    assert delivery_of(address) == delivery
    assert delivery_of(f"<{address.upper()}>") == delivery


def test_return_address_of_another_letter_cannot_be_made_up(delivery):
    address = return_address(delivery)
    for wrong in (
        address.replace(f"+{delivery.pk}-", f"+{delivery.pk + 1}-"),
        address.replace("@", "@", 1).replace(f"{delivery.pk}-", f"{delivery.pk}-0"),
        "bounces@board.example",
        "",
        f"bounces+{'9' * 30}-{'a' * 20}@board.example",
    ):
        assert delivery_of(wrong) is None


def test_return_address_outlives_a_change_of_keys(delivery, settings):
    address, old = return_address(delivery), settings.FIELD_ENCRYPTION_KEYS
    settings.FIELD_ENCRYPTION_KEYS = ["j5XWgzk0yJ2kq0F8o6a5zTt3zq0a1xI4cUeYxX1m0aI=", *old]
    assert delivery_of(address) == delivery
    assert return_address(delivery) != address


def test_no_return_address_where_there_is_no_mailbox_for_it(delivery, settings):
    settings.BULLETIN_RETURN_ADDRESS = ""
    assert return_address(delivery) == ""
