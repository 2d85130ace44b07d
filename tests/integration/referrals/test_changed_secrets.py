"""The site's secrets may change while people write: no draft is shut by it."""

import re

import pytest
from cryptography.fernet import Fernet
from django.test import Client

from referrals.description.pages import FIRST
from referrals.models import DraftKey
from tests.factories.referrals import WHY, YOU, answer, start, text_of
from tscb.common.encryption import token_digests

pytestmark = pytest.mark.django_db


@pytest.fixture
def practitioner(client: Client) -> Client:
    start(client)
    answer(client, FIRST)
    return client


def change_secrets(settings) -> None:
    settings.SECRET_KEY = "x" * 60
    newest = Fernet.generate_key().decode()
    settings.FIELD_ENCRYPTION_KEYS = [newest, *settings.FIELD_ENCRYPTION_KEYS]


def test_browser_goes_on_with_its_draft(practitioner, settings):
    change_secrets(settings)
    assert answer(practitioner, YOU).status_code == 302
    assert "Sam Sample" in text_of(practitioner.get(f"/refer/{YOU.key}/"))


def test_written_code_opens_the_draft(practitioner, settings):
    page = text_of(practitioner.post("/refer/later/", {"code": "yes"}))
    code = re.findall(r"(?:[0-9B-Z]{4}-){4}[0-9B-Z]{4}", page)[0]
    change_secrets(settings)
    assert Client().post("/refer/return/", {"code": code}).headers["Location"] == "/refer/"


def test_key_kept_in_the_former_form_opens_its_draft(practitioner):
    former = token_digests(practitioner.cookies["referral_draft"].value)[1]
    DraftKey.objects.update(digest=former)
    assert practitioner.get(f"/refer/{WHY.key}/").status_code == 200
