"""Outgoing mail in the admin: to look at, without its recipients."""

import pytest
from django.test import Client

from tests.factories import sign_in
from tests.factories.admin import admin_address
from tscb.common import mail
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


@pytest.fixture
def message() -> OutgoingMail:
    return mail.queue(to="referrer@school.example", subject="Your referral", body="It is here.")


def test_administrator_sees_what_waits_and_never_to_whom(superuser, message):
    client = sign_in(Client(), superuser)
    for page in ("changelist", "change"):
        address = admin_address(message, page, *([message.pk] if page == "change" else []))
        shown = client.get(address).content.decode()
        assert "Your referral" in shown
        assert "Waiting" in shown
        assert "referrer@school.example" not in shown


@pytest.mark.parametrize("page", ["add", "change", "delete"])
def test_nobody_changes_outgoing_mail(superuser, message, page):
    client = sign_in(Client(), superuser)
    address = admin_address(message, page, *([] if page == "add" else [message.pk]))
    assert client.post(address, {"subject": "Other"}).status_code == 403
    message.refresh_from_db()
    assert message.subject == "Your referral"
