"""Which events somebody asks for: of one person, of one kind, of one reference, within some days.

What cannot be read is said, and narrows nothing.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from referrals.models import AuditEvent, Verb
from referrals.models.secrets import read_reference
from tscb.board.models import User
from tscb.common.forms import DateField, GovukForm

ANYBODY = ("", "Anybody")
ANYTHING = ("", "Anything")


class AuditFilter(GovukForm):
    mark_optional = False
    person = forms.ChoiceField(label="Who", required=False)
    verb = forms.ChoiceField(label="What", required=False)
    reference = forms.CharField(label="Reference", required=False, max_length=20)
    since = DateField(label="From", subject="The first day", required=False)
    until = DateField(label="To", subject="The last day", required=False)

    def __init__(self, asked: Mapping[str, Any], names: Mapping[int, str]) -> None:
        super().__init__(asked)
        people = sorted(names.items(), key=lambda item: item[1].lower())
        verbs = sorted(Verb.choices, key=lambda choice: choice[1])
        self._offer("person", [ANYBODY, *((str(pk), name) for pk, name in people)])
        self._offer("verb", [ANYTHING, *verbs])
        self.is_valid()

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices = choices

    def clean_reference(self) -> str:
        typed = self.cleaned_data["reference"]
        if typed and not read_reference(typed):
            raise forms.ValidationError("A reference looks like R-2345-BCDF")
        return read_reference(typed)

    def events(self) -> QuerySet[AuditEvent]:
        """Newest first."""
        given = self.cleaned_data
        bounds = {
            "actor_id": given.get("person"),
            "verb": given.get("verb"),
            "reference": given.get("reference"),
            "at__gte": start_of(given.get("since")),
            "at__lt": start_of(given.get("until"), days_later=1),
        }
        wanted = {name: value for name, value in bounds.items() if value}
        return AuditEvent.objects.filter(**wanted).order_by("-at", "-pk")

    def narrowed_to(self) -> str:
        """For the event of looking: which parts were narrowed, and to whose doing. No words."""
        given = self.cleaned_data
        parts = [f"person {given['person']}"] if given.get("person") else []
        parts += [name for name in ("verb", "since", "until") if given.get(name)]
        return ", ".join(parts)


def start_of(day: Any, days_later: int = 0) -> datetime | None:
    if not day:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=days_later), time.min))


def names_of_staff() -> dict[int, str]:
    """Number and name of everybody who has or had an account."""
    return {person.pk: str(person) for person in User.objects.all()}
