"""What every test starts from."""

from collections.abc import Iterator

import pytest

from tscb.board import last_good, site


@pytest.fixture(autouse=True)
def nothing_kept_of_the_board() -> Iterator[None]:
    """A test's database goes away with it, so what a process keeps of it has to go too."""
    site.forget()
    last_good.path().unlink(missing_ok=True)
    yield
    site.forget()
