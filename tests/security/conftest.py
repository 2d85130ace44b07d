"""What tests of the promises start from."""

import pytest

from tests.security.examples import Examples


@pytest.fixture
def examples(db: None) -> Examples:
    """A site with one of everything."""
    return Examples()
