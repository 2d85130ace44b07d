"""Staff see beside an edition how far its letters are, and hold them."""

import pytest
from django.urls import reverse

from tests.factories.bulletin import make_delivery, make_edition
from tscb.bulletin.models import DeliveryState, Sending

pytestmark = pytest.mark.django_db


def page_of(edition, client, move="") -> str:
    address = reverse("admin:bulletin_edition_sending", args=[edition.pk])
    answer = client.post(f"{address}{move}/", follow=True) if move else client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_page_says_how_far_the_letters_are(editor_client):
    edition = make_edition()
    assert "None yet" in page_of(edition, editor_client)
    for state in DeliveryState.values:
        make_delivery(edition=edition, state=state)
    page = page_of(edition, editor_client)
    assert "60 % done: 1 of 6 sent" in page
    assert "The last goes at about" in page
    assert "so they are not sent again" in page


def test_page_names_nobody(editor_client):
    delivery = make_delivery()
    assert delivery.subscriber.email not in page_of(delivery.edition, editor_client)


def test_buttons_pause_go_on_and_stop(editor_client):
    edition = make_delivery().edition
    assert "Pause it first" in page_of(edition, editor_client, "stop")
    assert "nothing more goes out" in page_of(edition, editor_client, "pause")
    assert "Letters go out again" in page_of(edition, editor_client, "go_on")
    page_of(edition, editor_client, "pause")
    assert "Stopped for good" in page_of(edition, editor_client, "stop")
    edition.refresh_from_db()
    assert edition.sending == Sending.STOPPED
