"""Forms about who works on a case."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from tscb.board.models import User
from tscb.board.words import title_of, worded
from tscb.common.forms import Checkboxes, GovukForm, LongTextField

LONGEST_REASON = 2_000


class PeopleField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return with_roles(obj)


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return with_roles(obj)


class HandOverForm(GovukForm):
    to = PersonField(
        label="Who leads this case from now on?",
        queryset=User.objects.none(),
        empty_label="Choose a person",
        error_messages={
            "required": "Choose who leads this case from now on",
            "invalid_choice": "Choose somebody from the list",
        },
    )

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = people.prefetch_related("groups")  # type: ignore[attr-defined]  # of a model choice field


class ReasonForm(GovukForm):
    reason = LongTextField(
        label="Why?",
        help_text=worded("Kept with the case. Coordinators and the {chair} can read it."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why"},
    )


class RestrictForm(ReasonForm):
    field_order = ("readers", "reason")
    readers = PeopleField(
        label="Who may see this case?",
        help_text="Choose yourself, and at least one other person. Nobody else on the panel will "
        "see that there is such a case.",
        queryset=User.objects.none(),
        widget=Checkboxes,
        error_messages={
            "required": "Choose who may see this case",
            "invalid_choice": "Choose people from the list",
        },
    )

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["readers"].queryset = people.prefetch_related("groups")  # type: ignore[attr-defined]  # of a model choice field


def with_roles(user: User) -> str:
    """“Ann Example, coordinator”. Of a person whose groups are fetched."""
    held = ", ".join(sorted(title_of(group.name) for group in user.groups.all()))
    return f"{user}, {held}" if held else str(user)
