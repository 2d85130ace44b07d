"""Everything that the database keeps of a case, found out from the models: what hangs on a
referral, and on what hangs on it. A new table needs no entry here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, Max, Model, Q, QuerySet
from django.db.models.fields.reverse_related import ForeignObjectRel
from django.utils import timezone

from referrals.models import ChildMark, DraftKey, LegalHold, Referral
from tscb.common.mailed_link.model import MailedLink

# What opens a case, finds it, or holds it back says nothing new about it.
NOT_INFORMATION = (DraftKey, MailedLink, ChildMark, LegalHold)
NOT_YET = ("kept_until", "expires_at")


@dataclass(frozen=True)
class Table:
    """A model with rows of a case. `way`: from there to the referral, as a filter says it."""

    model: type[Model]
    way: str

    @property
    def name(self) -> str:
        return str(self.model._meta.verbose_name_plural)

    def rows(self, referral_id: UUID) -> QuerySet[Any]:
        return self.model._base_manager.filter(**{self.way: referral_id}).order_by("pk")


@cache
def tables() -> tuple[Table, ...]:
    """The referral first, then whatever hangs on what came before."""
    found = [Table(Referral, "pk")]
    for table in found:
        known = {one.model for one in found}
        found += [one for one in _hanging_on(table) if one.model not in known]
    return tuple(found)


def _hanging_on(table: Table) -> Iterator[Table]:
    """A model that points here twice comes once."""
    ways = {
        relation.related_model: f"{relation.field.name}__{table.way}"
        for relation in reversed(table.model._meta.get_fields(include_hidden=True))
        if isinstance(relation, ForeignObjectRel) and not relation.many_to_many
    }
    yield from (Table(model, way) for model, way in ways.items() if model)


def counts(referral_id: UUID) -> dict[str, int]:
    """How many rows of each kind there are, those of which there are any."""
    found = {table.name: table.rows(referral_id).count() for table in tables()}
    return {name: number for name, number in found.items() if number}


def newest_information(referral_id: UUID) -> datetime:
    """When something was last written about the case."""
    newest = [
        moment
        for table in tables()
        if not issubclass(table.model, NOT_INFORMATION)
        for moment in _moments(table, referral_id)
    ]
    return max(newest)


def _moments(table: Table, referral_id: UUID) -> list[datetime]:
    names = [
        field.name
        for field in table.model._meta.concrete_fields
        if isinstance(field, DateTimeField) and not field.name.endswith(NOT_YET)
    ]
    if not names:
        return []
    now = timezone.now()
    newest = {f"newest_{name}": Max(name, filter=Q(**{f"{name}__lte": now})) for name in names}
    found = table.rows(referral_id).order_by().aggregate(**newest)
    return [moment for moment in found.values() if moment]
