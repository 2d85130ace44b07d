"""What tests of the promises about referrals start from."""

import pytest

from tscb.board.models import BoardSettings
from tscb.board.models.settings import ONLY_ROW


@pytest.fixture
def panel_mailbox(db: None) -> str:
    BoardSettings.objects.update_or_create(pk=ONLY_ROW, defaults={"panel_email": "p@example.org"})
    return "p@example.org"
