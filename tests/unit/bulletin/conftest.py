"""A mail server beside the tests."""

from collections.abc import Iterator

import pytest

from tests.factories.mail_server import Mailboxes, mail_server


@pytest.fixture
def mailboxes(settings) -> Iterator[Mailboxes]:
    """What a mail server of this machine has got; the site sends to it."""
    settings.EMAIL_BACKEND = "tscb.common.mail.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", False
    with mail_server() as (mailboxes, port):
        settings.EMAIL_PORT = port
        yield mailboxes
