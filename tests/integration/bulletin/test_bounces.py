"""Letters that come back stop by themselves, and a complaint ends everything."""

import io
import logging
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.factories.bulletin import make_delivery, make_subscriber
from tscb.bulletin import bounces
from tscb.bulletin.bounces import taking
from tscb.bulletin.bounces.reports import LARGEST
from tscb.bulletin.bounces.return_address import return_address
from tscb.bulletin.models import (
    AddressChange,
    Delivery,
    DeliveryState,
    Subscriber,
    SubscriberMonth,
)
from tscb.bulletin.subscribing import moving

pytestmark = pytest.mark.django_db
MESSAGES = Path(__file__).with_name("messages")
POSTFIX, EXCHANGE = "refused-by-postfix", "refused-by-exchange"


@pytest.fixture(autouse=True)
def mailbox_for_bounces(settings):
    settings.BULLETIN_RETURN_ADDRESS = "bounces@board.example"


@pytest.fixture
def reader():
    return make_subscriber()


def message(name: str, delivery: Delivery, status: str = "5.7.1", action: str = "failed") -> bytes:
    text = (MESSAGES / f"{name}.eml").read_text()
    for place, value in (
        ("address", return_address(delivery)), ("status", status), ("action", action),
    ):  # fmt: skip
        text = text.replace(f"{{{place}}}", value)
    return text.encode()


def letter(reader: Subscriber, **fields) -> Delivery:
    return make_delivery(subscriber=reader, state=DeliveryState.SENT, **fields)


def from_a_pipe(raw: bytes, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    call_command("read_bounces")


@pytest.mark.parametrize(
    ("name", "status", "action", "letters", "stops"),
    [
        (POSTFIX, "5.1.1", "failed", 1, True),
        (EXCHANGE, "5.1.1", "failed", 1, True),
        (POSTFIX, "5.7.1", "failed", 1, False),
        (EXCHANGE, "5.7.1", "failed", 2, True),
        (POSTFIX, "4.2.2", "failed", 4, False),
        (POSTFIX, "4.2.2", "failed", 5, True),
        (POSTFIX, "4.2.2", "delayed", 5, False),
        (POSTFIX, "2.0.0", "relayed", 5, False),
    ],
)
def test_letters_that_come_back_stop_what_goes_out(reader, name, status, action, letters, stops):
    for _ in range(letters):
        taking.take(message(name, letter(reader), status, action))
    reader.refresh_from_db()
    assert bool(reader.stopped_at) == stops
    assert SubscriberMonth.objects.filter(bounced=1).exists() == stops


def test_one_letter_counts_once_however_often_it_is_told(reader):
    delivery = letter(reader)
    for _ in range(3):
        taking.take(message(POSTFIX, delivery))
        bounces.note(delivery, True)
    reader.refresh_from_db()
    assert reader.stopped_at is None


def test_refusal_by_the_mail_server_counts_like_a_report(reader):
    bounces.note(letter(reader), True)
    taking.take(message(POSTFIX, letter(reader)))
    bounces.note(letter(reader), hard=True)
    reader.refresh_from_db()
    assert reader.stopped_at
    assert SubscriberMonth.objects.get().bounced == 1


def test_letter_that_came_through_forgives(reader):
    now = timezone.now()
    taking.take(message(POSTFIX, letter(reader)))
    Subscriber.objects.update(bounced_at=now - timedelta(days=40))
    letter(reader, sent_at=now - timedelta(days=2))  # it may still come back
    assert_points(reader, 3)
    letter(reader, sent_at=now - timedelta(days=10))
    bounces.note(letter(reader), True)
    assert_points(reader, 3)


@pytest.mark.parametrize(("letters", "points"), [(2, 1), (3, 4)])
def test_one_or_two_refused_for_now_are_forgotten_after_a_month(reader, letters, points):
    for _ in range(letters):
        bounces.note(letter(reader), False)
    assert_points(reader, letters)
    Subscriber.objects.update(bounced_at=timezone.now() - timedelta(days=31))
    bounces.note(letter(reader), False)
    assert_points(reader, points)


def assert_points(reader: Subscriber, points: int) -> None:
    reader.refresh_from_db()
    assert (reader.bounces, reader.stopped_at) == (points, None)


@pytest.mark.parametrize("name", [POSTFIX, "complaint"])
def test_what_comes_back_from_an_old_mailbox_leaves_the_new_one_alone(reader, name):
    old = letter(reader)
    AddressChange.objects.make(
        subscriber=reader, email="new@sample.example", expires_at=timezone.now()
    )
    moving.move(change=AddressChange.objects.get())
    taking.take(message(name, old, "5.1.1"))
    bounces.note(old, True, is_unknown=True)  # by who handed it over, and knows of no move
    assert Subscriber.objects.reachable().of("new@sample.example").exists()


def test_complaint_deletes_at_once_and_again_does_nothing(reader, monkeypatch):
    raw = message("complaint", letter(reader))
    for _ in range(2):
        from_a_pipe(raw, monkeypatch)
    assert not Subscriber.objects.exists()
    assert SubscriberMonth.objects.get().left == 1


def test_folder_is_read_and_what_is_no_report_is_put_aside(reader, settings, tmp_path, caplog):
    settings.BOUNCES_MAILDIR = str(tmp_path)
    hostile = hostile_messages(letter(reader))
    for name in ("new", "cur", ".aside/cur"):
        (tmp_path / name).mkdir(parents=True)
    for number, raw in enumerate(hostile):
        (tmp_path / "new" / f"{number}.plantedmarker").write_bytes(raw)
    (tmp_path / "cur" / "good").write_bytes(message(EXCHANGE, letter(reader), "5.1.1"))
    with caplog.at_level(logging.DEBUG):
        call_command("read_bounces", folder=True)
    reader.refresh_from_db()
    assert reader.stopped_at
    assert not list((tmp_path / "new").iterdir()) + list((tmp_path / "cur").iterdir())
    assert len(list((tmp_path / ".aside" / "cur").iterdir())) == len(hostile)
    assert "plantedmarker" not in caplog.text
    assert "return address" in caplog.text


def hostile_messages(delivery: Delivery) -> list[bytes]:
    real = message(POSTFIX, delivery, "5.1.1")
    nested = b"".join(
        b"Content-Type: multipart/report; boundary=b%d\n\n--b%d\n" % (one, one)
        for one in range(5_000)
    )
    return [
        message("out-of-office", delivery),
        b"",
        b"\x00\xff" * 5_000,
        b"Content-Type: multipart/report\n\nno parts",
        b"To: \xff\xfe\nContent-Type: message/rfc822\n\n" * 2_000,
        nested,
        real + b"plantedmarker " * (LARGEST // 10),
        real.replace(b"Status: 5.1.1", b"Status: plantedmarker"),
        real.replace(f"+{delivery.pk}-".encode(), f"+{delivery.pk + 1}-".encode()),
    ]


def test_what_was_put_aside_is_deleted_after_a_month(settings, tmp_path, monkeypatch):
    settings.BOUNCES_MAILDIR = str(tmp_path)
    aside = tmp_path / ".aside" / "cur"
    for folder in (tmp_path / "new", tmp_path / "cur", aside):
        folder.mkdir(parents=True)
    (aside / "old").write_bytes(b"x")
    taking.take_folder()
    assert (aside / "old").exists()
    monkeypatch.setattr(taking, "ASIDE_FOR", timedelta(days=-1))
    taking.take_folder()
    assert not (aside / "old").exists()
