"""Pages of signing in: ours in look and words, in every state that a person can meet."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail

from tests.factories import make_person, sign_in
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db


def heading(response) -> str:
    html = response.content.decode()
    assert response.status_code == 200
    assert html.count("<h1") == 1
    assert 'href="tel:999"' in html
    return html.split('<h1 class="govuk-heading-l">')[1].split("</h1>")[0]


def confirmed(client, person, **how):
    """Somebody who is signed in and has just shown once more that it is them."""
    sign_in(client, person, **how)
    client.post("/staff/reauthenticate/", {"password": PASSWORD})


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("login/", "Sign in"),
        ("inactive/", "This account is closed"),
        ("password/reset/", "Forgotten your password"),
        ("password/reset/done/", "Look into your mail"),
        ("password/reset/key/1-bad/", "Choose a new password"),
        ("password/reset/key/done/", "Your password is changed"),
    ],
)
def test_page_before_signing_in(client, address, words):
    assert heading(client.get(f"/staff/{address}")) == words


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("logout/", "Sign out"),
        ("password/change/", "Change your password"),
        ("reauthenticate/", "Show that it is you"),
        ("second-factor/", "Your second factor"),
        ("second-factor/reauthenticate/", "Show that it is you"),
        ("second-factor/totp/deactivate/", "Stop using your authenticator app"),
        ("second-factor/recovery-codes/", "Your recovery codes"),
        ("second-factor/recovery-codes/generate/", "Make new recovery codes"),
        ("second-factor/webauthn/", "Your passkeys and security keys"),
        ("second-factor/webauthn/add/", "Add a passkey"),
    ],
)
def test_page_of_one_s_own_account(client, address, words):
    person = make_person()
    RecoveryCodes.activate(person)
    confirmed(client, person)
    assert heading(client.get(f"/staff/{address}")) == words


def test_setting_up_an_authenticator(client):
    confirmed(client, make_person(second_factor=False), second_factor=False)
    response = client.get("/staff/second-factor/totp/activate/")
    assert heading(response) == "Set up an authenticator app"
    assert 'src="data:image/svg+xml' in response.content.decode()


def test_second_factor_page_counts_passkeys_and_codes(client):
    person = make_person(second_factor=False)
    sign_in(client, person, second_factor=False)
    before = client.get("/staff/second-factor/").content.decode()
    assert "You have added none." in before
    assert "Set up an app" in before
    assert "Recovery codes" not in before
    Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data={"name": "Laptop", "credential": {}}
    )
    after = client.get("/staff/second-factor/").content.decode()
    assert "You have added 1." in after
    assert "You have no recovery codes yet." in after


def test_recovery_codes_are_shown(client):
    person = make_person()
    codes = RecoveryCodes.activate(person).get_unused_codes()
    confirmed(client, person)
    html = client.get("/staff/second-factor/recovery-codes/").content.decode()
    assert all(code in html for code in codes)


def test_code_is_asked_after_the_password(client):
    person = make_person()
    sent = {"login": person.email, "password": PASSWORD}
    response = client.post("/staff/login/", sent, follow=True)
    assert heading(response) == "Enter your code"
    assert "Use a passkey" in response.content.decode()


def test_wrong_password_is_told_in_the_summary(client):
    sent = {"login": make_person().email, "password": "wrong"}
    html = client.post("/staff/login/", sent).content.decode()
    assert "There is a problem" in html
    assert "<title>Error: Sign in" in " ".join(html.split())


def test_new_password_through_the_link_in_the_mail(client):
    person = make_person()
    client.post("/staff/password/reset/", {"email": person.email})
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    response = client.get(link, follow=True)
    assert heading(response) == "Choose a new password"
    chosen = {"password1": "another long pass phrase", "password2": "another long pass phrase"}
    done = client.post(response.request["PATH_INFO"], chosen, follow=True)
    assert heading(done) == "Your password is changed"
