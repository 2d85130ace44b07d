"""Rows dealt with one by one."""

import pytest
from django.db import Error

from tscb.common.one_by_one import each


def test_one_that_fails_holds_up_no_other_and_is_logged_without_its_words(caplog):
    done = []
    each(["1", "Alex", "3"], lambda item: done.append(int(item)), what="numbers")
    assert done == [1, 3]
    assert [record.getMessage() for record in caplog.records] == [
        "One of the numbers failed: ValueError"
    ]


def test_what_the_database_refuses_goes_through():
    def act(item: str) -> None:
        raise Error

    with pytest.raises(Error):
        each(["1"], act, what="rows")
