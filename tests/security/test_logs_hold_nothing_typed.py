"""The log says that and where something went wrong, and never what somebody typed, looked for or
was sent: the project's own logging, at its most talkative.
"""

import io
import logging.config
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories import make_person, make_review, sign_in
from tests.factories.referrals import start
from tests.security.test_refusals_name_the_numbers import Broken
from tests.unit.board.nowhere import database_nowhere
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
MARKER = "Plantedmarker"
QUERY = {"q": MARKER, "type": MARKER, "year": MARKER, "page": MARKER}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the site's handler writes, with every logger at DEBUG."""
    written = io.StringIO()
    talkative: dict[str, Any] = deepcopy(settings.LOGGING)
    talkative["root"]["level"] = "DEBUG"
    talkative["handlers"]["console"]["stream"] = written
    for logger in talkative["loggers"].values():
        logger["level"] = "DEBUG"
    logging.config.dictConfig(talkative)
    yield written
    logging.config.dictConfig(settings.LOGGING)


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


def silent(log: io.StringIO) -> bool:
    return MARKER.lower() not in log.getvalue().lower()


def test_the_log_is_really_read(log: io.StringIO, visitor: Client) -> None:
    visitor.get("/nowhere/at/all/")
    assert "Not Found: /nowhere/at/all/" in log.getvalue()


@pytest.mark.parametrize("address", ["/", "/case-reviews/", "/briefings/", "/nowhere/", "/panel/"])
def test_search(log: io.StringIO, visitor: Client, address: str) -> None:
    visitor.get(address, QUERY)
    visitor.get(address, QUERY | {"bad": f"{MARKER}\x00"})
    visitor.post(f"{address}?q={MARKER}", {"text": MARKER})
    assert silent(log)


def test_form_good_broken_and_too_large(log: io.StringIO, visitor: Client) -> None:
    start(visitor)
    for typed in (MARKER, f"{MARKER}\x00", MARKER * 300_000):
        visitor.post("/refer/what-happened/", {"outline": typed, typed[:50]: typed[:50]})
        visitor.post("/refer/return/", {"code": typed})
    visitor.generic(
        "POST", "/refer/", MARKER, content_type=f"multipart/form-data; boundary={MARKER}"
    )
    assert silent(log)


def test_signing_in(log: io.StringIO, visitor: Client) -> None:
    for _ in range(7):
        visitor.post("/staff/login/", {"login": f"{MARKER}@x.example", "password": MARKER})
    visitor.post("/staff/password/reset/", {"email": f"{MARKER}@x.example"})
    visitor.post("/staff/second-factor/authenticate/", {"code": MARKER})
    assert silent(log)


def test_admin(log: io.StringIO, visitor: Client) -> None:
    sign_in(visitor, make_person(Role.EDITOR))
    review = make_review()
    visitor.get("/admin/reviews/casereview/", QUERY)
    visitor.post(
        f"/admin/reviews/casereview/{review.pk}/change/",
        {"title": MARKER, "new_cover": SimpleUploadedFile(f"{MARKER}.exe", MARKER.encode())},
    )
    visitor.post(f"/admin/reviews/casereview/{review.pk}/publish/", {"at": MARKER})
    assert silent(log)


def test_panel(log: io.StringIO, visitor: Client) -> None:
    sign_in(visitor, make_person(Role.PANEL_MEMBER))
    visitor.get("/panel/", QUERY)
    assert silent(log)


def test_our_own_mistake(log: io.StringIO, visitor: Client, settings) -> None:
    """The page fails with a text that was typed in the error itself."""
    settings.ROOT_URLCONF = Broken
    visitor.get("/broken/", QUERY)
    assert "RuntimeError at" in log.getvalue()
    assert "what was typed" not in log.getvalue()
    assert silent(log)


def test_database_that_goes_away_in_the_middle(log: io.StringIO, visitor: Client) -> None:
    start(visitor)
    with database_nowhere():
        visitor.post("/refer/what-happened/", {"outline": MARKER})
        visitor.get("/case-reviews/", QUERY)
    assert "OperationalError at" in log.getvalue()
    assert silent(log)
