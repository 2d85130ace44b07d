"""Promise 3: views reach referrals through `visible_to` and `held_by`; the admin not at all."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import admin

from referrals.description.pages import questions
from referrals.models import Referral
from tscb.common.encryption import EncryptedJSONField

ROOM = Path(settings.BASE_DIR) / "referrals"
# Actions take the id of a referral that a door has given out, and lock its row; or they begin one.
DOORS = (
    r"(visible_to|held_by|received_as|being_entered|due_for_warning|due_for_deletion|"
    r"select_for_update|get_or_create|create|unused_reference)\("
)
SIDES = ("agreement", "form", "panel")
SEEN_FROM_OUTSIDE = [path for side in SIDES for path in ROOM.glob(f"{side}/**/*.py")]


@pytest.mark.parametrize("path", SEEN_FROM_OUTSIDE, ids=lambda path: path.name)
def test_referrals_are_taken_through_a_door(path):
    uses = re.findall(r"Referral\.objects\.(\w+\()", path.read_text(encoding="utf-8"))
    assert [use for use in uses if not re.match(DOORS, use)] == []


def test_admin_knows_no_referral():
    assert not [model for model in admin.site._registry if model._meta.app_label == "referrals"]


def test_referral_has_no_readable_column_for_an_answer():
    columns = {field.name for field in Referral._meta.fields}
    assert not columns & {question.name for question in questions()}
    for name in ("answers", "unfinished"):
        assert isinstance(Referral._meta.get_field(name), EncryptedJSONField)
