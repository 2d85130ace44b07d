"""What is encrypted is found out, and nothing encrypts past it."""

import ast

from tests.quality.source import ROOT, python, tree
from tscb.common.rotation.columns import tables

# Who encrypts what is not a column of an encrypting class, and the module that says where it is.
NAMED = {
    "tscb/common/encryption/fields.py": "tscb/common/rotation/columns.py",
    "tscb/common/encryption/key_store.py": "tscb/common/rotation/case_keys.py",
    "tscb/board/signing_in.py": "tscb/board/encrypted.py",
}


def test_columns_are_found_by_their_class_and_by_what_apps_name():
    found = {
        (table.model._meta.label, column.name) for table in tables() for column in table.columns
    }
    assert found >= {
        ("referrals.Referral", "answers"),
        ("referrals.Referral", "unfinished"),
        ("common.OutgoingMail", "to"),
        ("common.Purge", "words"),
        ("mfa.Authenticator", "data"),
    }


def test_each_table_comes_once():
    models = [table.model for table in tables()]
    assert len(models) == len(set(models))


def test_nothing_encrypts_past_what_the_rotation_finds():
    callers = {
        path.relative_to(ROOT).as_posix()
        for path in python()
        if "tests" not in path.parts
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "encrypt"
    }
    assert callers == set(NAMED)
    assert all((ROOT / place).exists() for place in NAMED.values())
