"""A log line says where something went wrong, and never what somebody typed."""

import logging
import sys

import pytest

from tscb.common.logs import Discreet


def filtered(message, *args, exc_info=None, **extra):
    record = logging.LogRecord("name", logging.ERROR, "file.py", 1, message, args, exc_info)
    record.__dict__.update(extra)
    assert Discreet().filter(record) is True
    return record


def an_error(text):
    def inner():
        raise ValueError(text)

    try:
        inner()
    except ValueError:
        return sys.exc_info()
    pytest.fail("nothing was raised")


def test_query_is_dropped():
    record = filtered("Not Found: %s", "/case-reviews/?q=a+name&year=1 more")
    assert record.getMessage() == "Not Found: /case-reviews/?… more"


def test_text_of_an_error_is_dropped_and_its_place_kept():
    message = filtered("It failed", exc_info=an_error("what was typed")).getMessage()
    assert "what was typed" not in message
    assert message.startswith("It failed [ValueError at common/test_logs.py:")
    assert " > common/test_logs.py:" in message


def test_traceback_is_not_formatted_again():
    record = filtered("It failed", exc_info=an_error("what was typed"))
    assert logging.Formatter().format(record) == record.getMessage()


@pytest.mark.parametrize("odd", [(None, None, None), True])
def test_error_that_is_none(odd):
    assert filtered("It failed", exc_info=odd).getMessage() == "It failed [error at ]"


def test_parts_that_do_not_fit_are_not_shown_and_stop_nothing():
    assert filtered("%d found", "what was typed").getMessage() == "%d found"


def test_request_is_dropped():
    assert not hasattr(filtered("It failed", request="what was sent"), "request")
