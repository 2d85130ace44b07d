"""A link and its code: what opens a session, what does not, and that wrong codes count."""

from datetime import timedelta

import pytest
from django.utils import timezone

from referrals.models import AgreementLink
from tests.factories.agreement import asked, the_link
from tests.factories.referrals import received
from tscb.common.mailed_link import proving
from tscb.common.mailed_link.model import LINK_LIVES

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def link() -> AgreementLink:
    asked()
    return the_link()


def wrong(code: str) -> str:
    return str((int(code) + 1) % 10**6).zfill(6)


def later(link, **fields):
    """As if what ends at these times had ended a second ago."""
    past = timezone.now() - SECOND
    AgreementLink.objects.filter(pk=link.pk).update(**dict.fromkeys(fields, past))
    link.refresh_from_db()


def test_token_is_kept_as_a_digest_alone(link):
    token = asked(received())
    assert AgreementLink.objects.opened_by(token).get() != link
    assert not AgreementLink.objects.filter(digest=token).exists()


def test_link_lives_for_28_days(link):
    assert timezone.now() + LINK_LIVES - link.expires_at < timedelta(minutes=1)
    assert AgreementLink.objects.usable().get() == link
    later(link, expires_at=True)
    assert link.is_expired
    assert not AgreementLink.objects.usable().exists()


def test_code_has_six_digits_whatever_is_drawn(link, monkeypatch):
    monkeypatch.setattr(proving.secrets, "randbelow", lambda limit: 7)
    assert proving.new_code(link=link) == "000007"


@pytest.mark.parametrize("typed", ["{}", " {} ", "{0[0]} {0[1]}{0[2]}-{0[3]}{0[4]}{0[5]}"])
def test_right_code_opens_a_session_however_it_is_typed(link, typed):
    code = proving.new_code(link=link)
    token, refusal = proving.prove(link=link, code=typed.format(code))
    link.refresh_from_db()
    assert refusal == ""
    assert proving.is_open(link, token)
    assert not proving.is_open(link, "another")


def test_session_ends(link):
    token, _ = proving.prove(link=link, code=proving.new_code(link=link))
    later(link, session_expires_at=True)
    assert not proving.is_open(link, token)


def test_no_session_is_open_before_a_code(link):
    assert not proving.is_open(link, "")


def test_wrong_code_is_counted_and_the_fifth_ends_the_right_one(link):
    code = proving.new_code(link=link)
    for _ in range(proving.TRIES - 1):
        assert proving.prove(link=link, code=wrong(code)) == ("", proving.WRONG)
    assert proving.prove(link=link, code=wrong(code)) == ("", proving.OVER)
    assert proving.prove(link=link, code=code) == ("", proving.OVER)


def test_new_code_ends_the_one_before_and_counts_anew(link):
    first = proving.new_code(link=link)
    for _ in range(proving.TRIES):
        proving.prove(link=link, code=wrong(first))
    second = proving.new_code(link=link)
    while second == first:
        second = proving.new_code(link=link)
    assert proving.prove(link=link, code=first)[0] == ""
    assert proving.prove(link=link, code=second)[0]


def test_code_expires(link):
    code = proving.new_code(link=link)
    later(link, code_expires_at=True)
    assert proving.prove(link=link, code=code) == ("", proving.OVER)


def test_no_code_opens_where_none_was_sent(link):
    assert proving.prove(link=link, code="") == ("", proving.OVER)


def test_double_click_opens_the_same_session_and_after_that_the_code_is_used(link):
    code = proving.new_code(link=link)
    first, second = (proving.prove(link=link, code=code)[0] for _ in range(2))
    assert first == second
    link.refresh_from_db()
    assert link.code_expires_at <= timezone.now() + proving.GOOD_AFTER_USE
    later(link, code_expires_at=True)
    assert proving.prove(link=link, code=code) == ("", proving.OVER)


def test_code_of_one_link_does_not_open_another(link, monkeypatch):
    monkeypatch.setattr(proving.secrets, "randbelow", lambda limit: 123456)
    other = AgreementLink.objects.opened_by(asked(received())).get()
    proving.new_code(link=link)
    proving.new_code(link=other)
    link.refresh_from_db()
    other.refresh_from_db()
    assert link.code_digest != other.code_digest


def test_code_goes_on_working_while_keys_are_rotated(link, settings):
    code = proving.new_code(link=link)
    new = "dGhpcyBpcyBhIG5ldyBrZXkgZm9yIHRoZSB0ZXN0cyE="
    settings.FIELD_ENCRYPTION_KEYS = [new, *settings.FIELD_ENCRYPTION_KEYS]
    assert proving.prove(link=link, code=code)[0]


def test_link_is_named_without_anybody_in_it(link):
    assert str(link) == f"Link of {link.created_at:%Y-%m-%d}"
