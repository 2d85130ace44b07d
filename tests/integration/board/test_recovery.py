"""A lost second factor takes two colleagues; nobody takes it away alone."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from referrals.models import AuditEvent, Verb
from tests.factories import make_person, sign_in
from tests.factories.people import PASSWORD
from tests.factories.referrals import text_of
from tests.integration.board.test_signing_in_again import made_older
from tests.security.signing_in import code, is_in, just_confirmed, type_code, type_password
from tscb.board.management.commands import recover_second_factor
from tscb.board.models import FactorRecovery, User
from tscb.board.models.factor_recovery import OPEN_FOR, SET_UP_WITHIN
from tscb.board.recovery import actions
from tscb.board.recovery.rules import KNOWN_FOR
from tscb.board.roles import Role
from tscb.board.sample import code_now
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
LIST = "/staff/recovery/"
State = FactorRecovery.State


def known(*roles: Role, **fields) -> User:
    """Somebody whose account is old enough to be trusted."""
    return make_person(*roles, date_joined=timezone.now() - KNOWN_FOR, **fields)


@pytest.fixture
def person() -> User:
    return make_person(Role.PANEL_MEMBER, email="lost@board.example")


@pytest.fixture
def first() -> User:
    return known(Role.COORDINATOR)


@pytest.fixture
def second() -> User:
    return known(is_superuser=True)


def has_factor(person: User) -> bool:
    return Authenticator.objects.filter(user=person).exists()


def press(user: User, recovery: FactorRecovery, button: str = "confirm") -> Client:
    client = sign_in(Client(), user)
    client.post(f"{LIST}{recovery.pk}/", {button: "yes"})
    recovery.refresh_from_db()
    return client


def test_two_colleagues_take_it_away_and_the_owner_starts_anew(person, first, second):
    open_session = sign_in(Client(), person)
    asking = sign_in(Client(), first)
    asking.post(LIST, {"email": "Lost@board.example"})
    recovery = FactorRecovery.objects.get()
    press(first, recovery)
    assert recovery.state == State.ASKED
    assert has_factor(person)
    press(second, recovery)
    assert (recovery.state, recovery.first, recovery.second) == (State.DONE, first, second)
    assert not has_factor(person)
    assert open_session.get("/panel/").status_code == 302
    client = Client()
    type_password(client, person.email)
    assert "_auth_user_id" not in client.session
    recorded = AuditEvent.objects.order_by("pk").values_list("verb", "about", "actor_id")
    about = f"person {person.pk}"
    assert list(recorded) == [
        (Verb.RECOVERY_ASKED, about, first.pk),
        (Verb.RECOVERY_CONFIRMED, about, first.pk),
        (Verb.RECOVERY_CONFIRMED, about, second.pk),
        (Verb.FACTOR_TAKEN_AWAY, about, second.pk),
    ]
    assert str(person) in text_of(asking.get(LIST))


def test_mails_hold_no_secret_and_go_to_all_who_could_confirm(person, first, second):
    recovery = actions.ask(person=person, by=first)
    for helper in (first, second):
        actions.confirm(recovery=recovery, by=helper)
    mails = list(OutgoingMail.objects.all())
    assert sorted(mail.to for mail in mails) == sorted(
        2 * [p.email for p in (person, first, second)]
    )
    assert not [mail for mail in mails if person.email in mail.body or "/key/" in mail.body]


def test_nobody_confirms_twice_or_for_themselves(first, second):
    recovery = actions.ask(person=first, by=second)
    press(first, recovery)
    assert recovery.first is None
    press(second, recovery)
    client = press(second, recovery)
    assert "You have confirmed it already" in text_of(client.get(LIST))
    assert recovery.state == State.ASKED
    assert has_factor(first)


@pytest.mark.parametrize("roles", [(), (Role.EDITOR,), (Role.PANEL_MEMBER,)], ids=str)
def test_others_can_neither_ask_nor_confirm(person, first, roles):
    recovery = actions.ask(person=person, by=first)
    other = sign_in(Client(), known(*roles))
    assert other.get(LIST).status_code == 403
    assert other.post(f"{LIST}{recovery.pk}/").status_code == 403


def test_administrator_cannot_make_the_second_person(person, second):
    """An account that was made today does not count, whatever its roles."""
    made = make_person(Role.COORDINATOR, is_superuser=True)
    recovery = actions.ask(person=person, by=second)
    assert sign_in(Client(), made).post(f"{LIST}{recovery.pk}/").status_code == 403


@pytest.mark.parametrize(
    "two", [("first", "first"), ("person", "second"), ("first", "person"), ("first", None)]
)
def test_database_insists_on_two_others(person, first, second, two):
    people = {"first": first, "second": second, "person": person, None: None}
    with pytest.raises(IntegrityError), transaction.atomic():
        FactorRecovery.objects.create(
            person=person, first=people[two[0]], second=people[two[1]], state=State.DONE
        )


def test_confirming_asks_for_a_fresh_sign_in(person, first):
    recovery = actions.ask(person=person, by=first)
    client = made_older(sign_in(Client(), first), 400)
    asked = client.post(f"{LIST}{recovery.pk}/", {"confirm": "yes"})
    assert asked.headers["Location"].startswith("/staff/again/?next=%2Fstaff%2Frecovery%2F")
    recovery.refresh_from_db()
    assert recovery.first is None


def test_administrator_has_no_button_of_their_own(person, second):
    admin = sign_in(Client(), second)
    chosen = {"action": "ask_for_new_second_factor", "_selected_action": person.pk}
    admin.post("/admin/board/user/", chosen)
    assert admin.get("/admin/mfa/authenticator/").status_code == 404
    assert has_factor(person)


def test_owner_asks_after_the_right_password(client, person, first):
    type_password(client, person.email)
    assert "Ask for help" in text_of(client.get("/staff/second-factor/authenticate/"))
    answer = client.post("/staff/second-factor/lost/")
    assert "Two colleagues will help you" in text_of(answer)
    client.post("/staff/second-factor/lost/")
    recovery = FactorRecovery.objects.get()
    assert (recovery.person, recovery.asked_by) == (person, None)
    assert "with the right password" in text_of(
        sign_in(Client(), first).get(f"{LIST}{recovery.pk}/")
    )
    assert Client().post("/staff/second-factor/lost/").status_code == 302
    for _ in range(4):
        answer = client.post("/staff/second-factor/lost/")
    assert answer.status_code == 429


def test_request_can_be_dropped_and_ends_by_itself(person, first, second):
    recovery = actions.ask(person=person, by=first)
    press(second, recovery, "drop")
    assert recovery.state == State.DROPPED
    page = press(second, recovery)
    assert "This request has ended already" in text_of(page.get(LIST))
    press(second, recovery, "drop")
    later = actions.ask(person=person, by=first)
    FactorRecovery.objects.filter(pk=later.pk).update(asked_at=timezone.now() - OPEN_FOR)
    assert actions.ask(person=person, by=first) != later
    assert AuditEvent.objects.filter(verb=Verb.RECOVERY_DROPPED).count() == 1


def test_unknown_address_is_said(first):
    page = sign_in(Client(), first).post(LIST, {"email": "nobody@board.example"})
    assert "Nobody has an account" in text_of(page)


@pytest.mark.parametrize("in_time", [True, False])
def test_new_factor_is_set_up_within_a_day(client, person, first, second, in_time):
    recovery = actions.done_by_two(person=person, first=first, second=second)
    if not in_time:
        past = timezone.now() - SET_UP_WITHIN - timedelta(minutes=1)
        FactorRecovery.objects.filter(pk=recovery.pk).update(ended_at=past)
    person.set_password(PASSWORD)
    person.save()
    sign_in(client, person, second_factor=False)
    just_confirmed(client, person)
    secret = client.get("/staff/second-factor/totp/activate/").context["form"].secret
    page = client.post("/staff/second-factor/totp/activate/", {"code": code_now(secret)})
    assert has_factor(person) == in_time
    assert in_time or "24 hours" in text_of(page)


def typing(monkeypatch, *lines: str) -> None:
    left = iter(lines)
    monkeypatch.setattr("builtins.input", lambda words: next(left))
    monkeypatch.setattr(recover_second_factor, "getpass", lambda words: next(left))


def test_command_takes_passwords_and_codes_of_two(monkeypatch, person):
    one, two = make_person(Role.EDITOR), make_person(is_superuser=True)
    typing(monkeypatch, one.email, PASSWORD, code(), two.email, PASSWORD, code())
    call_command("recover_second_factor", person.email)
    assert not has_factor(person)
    assert FactorRecovery.objects.get().second == two


@pytest.mark.parametrize("wrong", ["same", "owner", "password", "code", "nobody"])
def test_command_refuses(monkeypatch, person, wrong):
    one = make_person(Role.EDITOR)
    other = {"same": one, "owner": person}.get(wrong) or make_person(Role.EDITOR)
    email = "nobody@board.example" if wrong == "nobody" else other.email
    password = "not the one" if wrong == "password" else PASSWORD
    if wrong == "same":
        Authenticator.objects.filter(user=one).update(last_used_at=None)
    typed = "000000" if wrong == "code" else code()
    typing(monkeypatch, one.email, PASSWORD, code(), email, password, typed)
    with pytest.raises(CommandError):
        call_command("recover_second_factor", person.email)
    assert has_factor(person)
    with pytest.raises(CommandError, match="Nobody has an account"):
        call_command("recover_second_factor", "nobody@board.example")


def test_code_is_asked_for_at_the_next_sign_in_if_nothing_was_confirmed(client, person, first):
    actions.ask(person=person, by=first)
    type_password(client, person.email)
    type_code(client, code())
    assert client.get("/panel/").status_code == 200
    assert not is_in(client)
