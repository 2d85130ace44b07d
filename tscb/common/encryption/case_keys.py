"""When a case gets a key of its own, and when it goes.

A case is a row of a model whose columns are encrypted `of` its own number. That row keeps, in
`has_own_key`, that a key was made for it once: where it is missing then, it is lost or destroyed,
and no other is made in its place. Cases from before there were keys have False until they get one.
"""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import models, transaction

from tscb.common.encryption import key_store
from tscb.common.encryption.key_store import CaseKeyMissing


def ensure(field: Any, case_id: UUID, *, is_new: bool = False) -> None:
    """There is a key for what `field` is about to encrypt, or CaseKeyMissing is raised.

    A case gets its key when its own row is written first, or, from before there were keys, now.
    """
    if key_store.exists(case_id):
        return
    root = root_of(field)
    if (is_new and root is field.model) or _is_first(root, case_id):
        key_store.make(case_id)
    elif not key_store.exists(case_id):  # another process may have made it just now
        raise CaseKeyMissing


def carry_over(field: Any, case_id: UUID) -> None:
    """The same for a row from before there were keys, and the case remembers it in any case: a key
    may have been made by an act that was taken back."""
    is_first = _is_first(root_of(field), case_id)
    if not key_store.exists(case_id):
        if not is_first:
            raise CaseKeyMissing
        key_store.make(case_id)


def root_of(field: Any) -> type[models.Model]:
    """The model whose rows are the cases."""
    owner = field.model._meta.get_field(field.of)
    return owner.related_model if owner.is_relation else field.model


def _is_first(root: type[models.Model], case_id: UUID) -> bool:
    """Whether this case never had a key. Two that ask at once do so one after the other."""
    without = root._base_manager.filter(pk=case_id, has_own_key=False)
    return without.update(has_own_key=True) == 1


def destroy_on_commit(case_id: UUID) -> None:
    """For a case whose rows are being deleted: its key goes when they are gone for good."""
    transaction.on_commit(partial(key_store.destroy, case_id))
