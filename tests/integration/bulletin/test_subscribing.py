"""Getting letters: asking, confirming by mail, changing, moving to another mailbox, and leaving."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_review, make_theme
from tests.factories.bulletin import make_delivery, make_edition, make_subscriber
from tests.factories.outbox import link_in, mails_to
from tests.factories.reviews import make_agency
from tests.integration.referrals.test_at_the_same_time import together
from tscb.bulletin.models import AddressChange, Rhythm, Subscriber, SubscriberMonth
from tscb.bulletin.subscribing import asking, moving

pytestmark = pytest.mark.django_db
ME, NEW = "pat.practitioner@sample.example", "pat@elsewhere.example"
SUBSCRIBE, OWN_LINK = "/e-bulletin/subscribe/", "/e-bulletin/mine/"


def ask(client, email=ME, **changes):
    typed = {"wants_bulletin": "yes", "alerts": "never", "about": "every", **changes}
    return client.post(SUBSCRIBE, {"email": email, **typed})


def me(email=ME) -> Subscriber:
    return Subscriber.objects.of(email).get()


def own(email=ME) -> str:
    return f"/e-bulletin/mine/{me(email).key}/"


def month() -> SubscriberMonth:
    return SubscriberMonth.objects.get()


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def theme():
    theme = make_theme()
    make_review().themes.add(theme)
    return theme


def test_somebody_asks_and_confirms_by_the_link_in_the_mail(client, theme):
    make_agency("Sample Trust")
    response = ask(
        client, alerts="weekly", about="chosen", themes=[theme.slug], agency="sample-trust"
    )
    assert response.url == f"{SUBSCRIBE}sent/"
    assert "We have sent a link" in text(client.get(response.url))
    link = link_in(mails_to(ME)[0], OWN_LINK)
    page = text(client.get(link))
    assert "You get nothing yet" in page
    assert theme.name in page
    assert not me().is_confirmed
    assert "You get nothing yet" not in text(client.post(f"{link}confirm/", follow=True))
    client.post(f"{link}confirm/")
    assert me().is_reachable
    assert me().alerted_until == me().confirmed_at
    assert (list(me().themes.all()), str(me().agency)) == ([theme], "Sample Trust")
    assert month().joined == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"email": ""}, "Enter your work email address"),
        ({"email": "no address"}, "like name@example.com"),
        ({"wants_bulletin": ""}, "Choose whether you want to get the e-bulletin"),
        ({"alerts": ""}, "Choose how often you want to be told"),
        ({"wants_bulletin": "no"}, "Choose the e-bulletin, alerts, or both"),
        ({"about": ""}, "Choose every theme, or the themes that you want"),
        ({"alerts": "monthly", "about": "chosen"}, "Choose the themes that you want to be told of"),
        ({"about": "chosen", "themes": ["gone"]}, "Choose themes from the list as it is now"),
        ({"agency": "gone"}, "Choose your agency from the list as it is now"),
    ],
)
def test_what_is_missing_is_said(client, typed, sentence):
    assert sentence in text(ask(client, **typed))
    assert not Subscriber.objects.exists()


def test_only_published_themes_are_offered_and_a_link_presets_one(client, theme):
    hidden = make_theme("Sleep")
    page = client.get(f"{SUBSCRIBE}?theme={theme.slug}").content.decode()
    assert f'value="{hidden.slug}"' not in page
    assert f'value="{theme.slug}" checked' in page
    assert 'value="weekly" checked' in page
    shown = text(client.get(theme.get_absolute_url()))
    assert f'href="{SUBSCRIBE}?theme={theme.slug}"' in shown


def test_every_theme_rules_out_single_ones(client, theme):
    ask(client, alerts="at once", themes=[theme.slug])
    assert (me().every_theme, me().themes.count()) == (True, 0)


def test_asking_again_changes_nothing_that_is_confirmed(client):
    make_subscriber(ME)
    Subscriber.objects.update(asked_at="2026-01-01T00:00Z")
    ask(client, wants_bulletin="no", alerts="weekly")
    assert (me().wants_bulletin, me().alerts) == (True, "never")
    assert [mail.subject for mail in mails_to(ME)] == ["What you get from us"]


def test_newer_wishes_hold_until_one_is_confirmed_and_a_second_press_brings_no_second_mail(client):
    ask(client)
    ask(client, wants_bulletin="no", alerts="weekly")
    assert (me().wants_bulletin, me().alerts) == (False, "weekly")
    assert len(mails_to(ME)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_are_one_row_and_one_mail():
    together(*[lambda: ask(Client())] * 3)
    assert (Subscriber.objects.count(), len(mails_to(ME))) == (1, 1)
    together(*[lambda: asking.confirm(subscriber=me())] * 3)
    assert month().joined == 1


def test_stopped_mailbox_begins_anew(client):
    make_subscriber(ME, stopped_at="2026-03-01T00:00Z", bounces=2, asked_at="2026-01-01T00:00Z")
    ask(client, alerts="weekly")
    assert "came back" in mails_to(ME)[0].body
    assert "Our messages to you came back" in text(client.get(own()))
    client.post(f"{own()}confirm/")
    assert (me().is_reachable, me().bounces, me().alerts) == (True, 0, "weekly")


def test_somebody_changes_what_they_get(client, theme):
    make_subscriber(ME, alerted_until="2026-01-01T00:00Z")
    page = client.get(f"{own()}change/").content.decode()
    assert 'value="never" checked' in page
    wanted = {
        "wants_bulletin": "no",
        "alerts": "at once",
        "about": "chosen",
        "themes": [theme.slug],
    }
    client.post(f"{own()}change/", wanted)
    assert (me().wants_bulletin, me().alerts, me().agency) == (False, Rhythm.AT_ONCE, None)
    assert me().alerted_until > me().confirmed_at
    refused = client.post(f"{own()}change/", {**wanted, "alerts": "never"})
    assert "Choose the e-bulletin, alerts, or both" in text(refused)


def test_somebody_moves_to_another_mailbox(client):
    make_subscriber(ME, every_theme=True, alerts="weekly")
    make_subscriber(NEW)
    old = own()
    assert "We have sent a link" in text(client.post(f"{old}address/", {"email": NEW}))
    link = link_in(mails_to(NEW)[0], "/e-bulletin/address/")
    assert NEW in text(client.get(link))
    assert me().email == ME
    moved = client.post(link)
    assert moved.url == own(NEW) != old
    assert (Subscriber.objects.count(), me(NEW).alerts) == (1, "weekly")
    assert not Subscriber.objects.of(ME).exists()
    assert [client.get(gone).status_code for gone in (old, link)] == [404, 404]
    assert not AddressChange.objects.exists()


@pytest.mark.parametrize(
    ("came", "left"),
    [("sent", 0), ("unsure", 0), ("waiting", 1), ("given up", 1)],
)
def test_edition_that_came_to_the_new_mailbox_does_not_come_again(came, left):
    mover, edition = make_subscriber(ME), make_edition()
    delivery = make_delivery(subscriber=mover, edition=edition)
    other = make_delivery(subscriber=make_subscriber(NEW), edition=edition, state=came)
    until = timezone.now() + timedelta(days=1)
    AddressChange.objects.make(subscriber=mover, email=NEW, expires_at=until)
    assert moving.move(change=AddressChange.objects.get()) == mover
    delivery.refresh_from_db(), other.refresh_from_db()
    assert (delivery.subscriber, other.subscriber) == (mover if left else None, None)


def test_link_to_own_choices_is_sent_to_whoever_is_known(client):
    make_subscriber(ME, asked_at="2026-01-01T00:00Z")
    for email in (ME, "nobody@sample.example", ME):
        response = client.post(OWN_LINK, {"email": email})
        assert response.url == f"{OWN_LINK}sent/"
    assert "If this address gets" in text(client.get(response.url))
    assert link_in(mails_to(ME)[0], OWN_LINK) == own()
    assert len(mails_to(ME)) == 1


@pytest.mark.parametrize(
    ("kind", "kept"),
    [("bulletin", (False, "weekly")), ("alerts", (True, "never"))],
)
def test_one_kind_stops_and_the_other_goes_on(client, kind, kept):
    make_subscriber(ME, alerts="weekly", every_theme=True)
    stop = f"/e-bulletin/stop/{kind}/{me().key}/"
    assert "<button" in text(client.get(stop))
    assert "You still get" in text(client.post(stop))
    assert "You still get" in text(client.post(stop))
    assert (me().wants_bulletin, me().alerts) == kept


def test_who_wants_nothing_is_deleted_and_counted_once(client):
    delivery = make_delivery(subscriber=make_subscriber(ME))
    stop = f"/e-bulletin/stop/bulletin/{me().key}/"
    for _ in range(2):
        page = text(client.post(stop, {"List-Unsubscribe": "One-Click"}))
        assert "You get nothing from us" in page
    assert not Subscriber.objects.exists()
    delivery.refresh_from_db()
    assert delivery.subscriber is None
    assert month().left == 1
    assert client.get("/e-bulletin/stop/everything/x/").status_code == 404


def test_everything_is_deleted_by_one_press(client):
    make_subscriber(ME)
    link = own()
    assert "Delete everything" in text(client.get(f"{link}delete/"))
    assert "Everything is deleted" in text(client.post(f"{link}delete/"))
    assert not Subscriber.objects.exists()
    assert month().left == 1
    assert mails_to(ME) == []
