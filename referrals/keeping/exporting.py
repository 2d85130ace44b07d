"""All that is kept about a case, to read through before somebody who asks for their data gets it.

The form's answers come from its description, all else from the tables, so that nothing is left out
because nobody thought of it. What may be about others is marked: a person takes it out by hand.
"""

import json
from dataclasses import dataclass

from django.db.models import Field, Model, TextChoices
from django.utils.timezone import localtime

from referrals.description import (
    agencies_involved,
    children,
    family,
    safeguarding_lead,
    you,
    your_manager,
)
from referrals.description.pages import Section
from referrals.description.reading import Passage, passages
from referrals.keeping.inventory import NOT_INFORMATION, Table, tables
from referrals.models import AuditEvent, LegalHold, Referral
from tscb.common.encryption import WrappedKeyField
from tscb.common.models import OutgoingMail


class Asker(TextChoices):
    CHILD = "child", "The child, or somebody for them"
    FAMILY = "family", "Somebody of the family"
    PRACTITIONER = "practitioner", "A practitioner who is named"


ABOUT: dict[Section, Asker] = {
    children.ROWS: Asker.CHILD,
    family.ROWS: Asker.FAMILY,
    you.PAGE: Asker.PRACTITIONER,
    safeguarding_lead.PAGE: Asker.PRACTITIONER,
    your_manager.PAGE: Asker.PRACTITIONER,
    agencies_involved.ROWS: Asker.PRACTITIONER,
}
OTHERS = "About others: take out what is not about the person who asks"
PERHAPS = "Read every line: it may speak of others"
THEIRS = "About people of this kind: leave in only what is about the person who asks"
# Random marks and keys: they say nothing of anybody.
MARKS = ("digest", "press", "start_key", "children_marked_with", "has_own_key")


@dataclass(frozen=True)
class Told:
    """A passage of the form, and what a person has to do with it before it is given out."""

    passage: Passage
    remark: str


@dataclass(frozen=True)
class Kept:
    """What one table keeps. `rows`: each a list of what its columns are called, and say."""

    name: str
    rows: list[list[tuple[str, str]]]
    unsaid: int = 0  # rows that hold random marks alone


def as_sent(referral: Referral, asker: Asker) -> list[Told]:
    return [Told(one, remark(one.section, asker)) for one in passages(referral.answers)]


def remark(section: Section, asker: Asker) -> str:
    about = ABOUT.get(section)
    if about is None:
        return PERHAPS
    return THEIRS if about == asker else OTHERS


def kept(referral: Referral) -> list[Kept]:
    """Every other table that has something, the audit and the mails too."""
    found = [_of(table, referral) for table in tables()]
    mails = OutgoingMail.objects.filter(subject__contains=referral.reference)
    events = AuditEvent.objects.filter(referral_id=referral.pk).order_by("pk")
    found.append(Kept("mails", [_columns(mail) for mail in mails]))
    found.append(Kept("who did what (audit)", [_columns(event) for event in events]))
    return [one for one in found if one.rows or one.unsaid]


def _of(table: Table, referral: Referral) -> Kept:
    rows = table.rows(referral.pk)
    if issubclass(table.model, NOT_INFORMATION) and table.model is not LegalHold:
        return Kept(table.name, [], rows.count())
    return Kept(table.name, [_columns(row) for row in rows])


def _columns(row: Model) -> list[tuple[str, str]]:
    told = ((field, said(row, field)) for field in row._meta.concrete_fields if _says(field))
    return [(str(field.verbose_name), words) for field, words in told if words]


def _says(field: Field) -> bool:
    """The form's answers stand above, as its description has them."""
    is_mark = field.name.endswith(MARKS) or field.primary_key
    is_form = field.model is Referral and field.name == "answers"
    return not (is_mark or is_form or isinstance(field, WrappedKeyField))


def said(row: Model, field: Field) -> str:
    value = getattr(row, field.name)
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, indent=1) if value else ""
    if hasattr(value, "tzinfo") and value:
        return localtime(value).strftime("%d %B %Y, %H:%M")
    return "" if value is None else str(value)
