"""Accounts in the admin: made without a password, which their owner chooses by mail."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests.factories import make_person, sign_in
from tscb.board.models import User

pytestmark = pytest.mark.django_db
NEW = {"email": "New.Person@Board.example", "first_name": "New", "last_name": "Person"}


@pytest.fixture
def admin(client: Client) -> Client:
    return sign_in(client, make_person(is_superuser=True))


def test_new_account_has_no_password_and_a_lower_case_address(admin: Client) -> None:
    answer = admin.post("/admin/board/user/add/", NEW)
    person = User.objects.get(email="new.person@board.example")
    assert answer.status_code == 302
    assert not person.has_usable_password()


def test_address_that_is_taken_is_refused_with_a_sentence(admin: Client) -> None:
    make_person(email="new.person@board.example")
    answer = admin.post("/admin/board/user/add/", NEW)
    assert "already exists" in answer.content.decode()
    assert User.objects.filter(email__iexact=NEW["email"]).count() == 1


def test_owner_of_a_new_account_chooses_the_password_by_mail(admin: Client) -> None:
    admin.post("/admin/board/user/add/", NEW)
    owner = Client()
    owner.post("/staff/password/reset/", {"email": "new.person@board.example"})
    link = re.search(r"/staff/password/reset/key/\S+", str(mail.outbox[0].body))
    assert link
    form = owner.get(link.group(), follow=True)
    words = {"password1": "seven quiet rivers", "password2": "seven quiet rivers"}
    owner.post(form.request["PATH_INFO"], words)
    person = User.objects.get(email="new.person@board.example")
    assert person.check_password("seven quiet rivers")


def test_account_is_switched_off_not_deleted(admin: Client) -> None:
    person = make_person()
    assert admin.post(f"/admin/board/user/{person.pk}/delete/").status_code == 403
    assert User.objects.filter(pk=person.pk).exists()


def test_list_of_accounts_opens(admin: Client) -> None:
    person = make_person()
    assert person.email in admin.get("/admin/board/user/").content.decode()
    assert admin.get(f"/admin/board/user/{person.pk}/change/").status_code == 200
