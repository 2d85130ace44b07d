"""The partnership of the documentation's own example, set up on an empty database."""

from pathlib import Path

import pytest
from django.core.management import call_command

from tscb.board import site

FILE = Path(__file__).resolve().parents[3] / "docs" / "another-board" / "northmoor.toml"


@pytest.fixture
def northmoor(db):
    call_command("set_up_site", FILE, verbosity=0)
    site.forget()
