"""What tests of the form and of the panel start from."""

import pytest
from django.core.cache import cache

from tscb.board.models import BoardSettings
from tscb.board.models.settings import ONLY_ROW


@pytest.fixture(autouse=True)
def nobody_counted(request: pytest.FixtureRequest) -> None:
    """The throttle's counters outlive a test that commits."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("transactional_db" if is_committing(request) else "db")
        cache.clear()


def is_committing(request: pytest.FixtureRequest) -> bool:
    return bool(request.node.get_closest_marker("django_db").kwargs.get("transaction"))


@pytest.fixture
def panel_mailbox(db: None) -> str:
    BoardSettings.objects.update_or_create(pk=ONLY_ROW, defaults={"panel_email": "p@example.org"})
    return "p@example.org"
