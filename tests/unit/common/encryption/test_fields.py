"""Columns that the database sees only encrypted."""

import pytest
from django.db import models

from tscb.common.encryption import (
    EncryptedJSONField,
    EncryptedTextField,
    WrappedKeyField,
)


def kept(field: EncryptedTextField, value):
    """What the database gets, and what comes back of it."""
    column = field.get_prep_value(value)
    return column, field.from_db_value(column, None, None)


@pytest.mark.parametrize("text", ["what happened – здесь 👶", ""])
def test_text_field(text):
    column, back = kept(EncryptedTextField(), text)
    assert back == text
    assert not text or text.encode() not in column


@pytest.mark.parametrize("value", [{"name": "Zoë", "n": [1, None]}, [], {}])
def test_json_field(value):
    column, back = kept(EncryptedJSONField(), value)
    assert back == value
    assert "Zoë".encode() not in column


def test_wrapped_key_field():
    key = bytes(range(32))
    column, back = kept(WrappedKeyField(), key)
    assert back == key
    assert key not in column


@pytest.mark.parametrize(
    "field", [EncryptedTextField(), EncryptedJSONField(), WrappedKeyField()], ids=repr
)
def test_nothing_stays_nothing(field):
    assert kept(field, None) == (None, None)


def test_database_gives_memory(db):
    """psycopg gives a memoryview for a column of bytes."""
    column = memoryview(EncryptedTextField().get_prep_value("words"))
    assert EncryptedTextField().from_db_value(column, None, None) == "words"


def test_serialising_in_clear_is_refused():
    with pytest.raises(TypeError, match="not serialised in clear"):
        EncryptedTextField().value_to_string(models.Model)


@pytest.mark.parametrize("empty", ["", str])
def test_empty_default_of_a_text_is_an_empty_text(empty):
    assert EncryptedTextField(default=empty).get_default() == ""
    assert EncryptedTextField(default="known").get_default() == "known"
