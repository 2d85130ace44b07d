"""The form of a briefing: the page's own fields, and seven sections with a heading and a text.

The sections are numbered by their place in the form; nobody types a number.
"""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.html import format_html

from briefings.headings import usual_headings
from briefings.length import length_of
from briefings.models import BriefingSection, Variant
from briefings.models.briefing import SECTIONS
from tscb.common.publishing.admin.pasted import PastedLine, PastedText
from tscb.common.publishing.forms import CoveredForm

NUMBERS = range(1, SECTIONS + 1)


def longest(name: str) -> int:
    field: Any = BriefingSection._meta.get_field(name)
    return field.max_length


def section_fields() -> dict[str, forms.Field]:
    """Two for each number. A heading that is left empty becomes the usual one."""
    fields: dict[str, forms.Field] = {}
    for number in NUMBERS:
        fields[f"heading_{number}"] = forms.CharField(
            label="Heading", required=False, max_length=longest("heading"), widget=PastedLine
        )
        fields[f"text_{number}"] = forms.CharField(
            label="Text", required=False, max_length=longest("text"), widget=PastedText({"rows": 7})
        )
    return fields


MadeBy: Any = type(CoveredForm)  # Django's own metaclass, which collects the fields of a form
WithSections: Any = MadeBy("WithSections", (CoveredForm,), section_fields())


class BriefingForm(WithSections):
    """Sections are kept by `save_sections`, once the briefing itself is saved."""

    use_usual = forms.BooleanField(
        required=False,
        label="Use the usual headings of this kind",
        help_text="Puts them in place of the headings below when you save.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_new = self.instance.pk is None
        self.written = {} if self.is_new else {s.number: s for s in self.instance.sections.all()}
        for number in NUMBERS:
            row = self.written.get(number)
            self.initial[f"heading_{number}"] = row.heading if row else self._usual(number)
            self.initial[f"text_{number}"] = row.text if row else ""
            self._count(number)

    @cached_property
    def headings(self) -> dict[str, list[str]]:
        return usual_headings()

    def _usual(self, number: int, kind: str = "") -> str:
        """Of the kind that is asked for; else of the briefing's own."""
        kind = kind or self.initial.get("variant") or self.instance.variant
        return self.headings.get(kind, self.headings[Variant.CASE])[number - 1]

    def _count(self, number: int) -> None:
        """Says how long the text in the field is; the page's script goes on while one types."""
        bound = self[f"text_{number}"]
        length = length_of(bound.value() or "")
        bound.help_text = format_html('<span class="board-count">{}.</span>', length)
        bound.field.help_text = bound.help_text

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        kind = self.cleaned_data.get("variant")
        for number in NUMBERS if kind else ():
            name = f"heading_{number}"
            if name in self.cleaned_data and self._wants_usual(number):
                self.cleaned_data[name] = self._usual(number, kind)
        return data

    def _wants_usual(self, number: int) -> bool:
        """Asked for, left empty, or untouched since the briefing was of the other kind."""
        heading = self.cleaned_data[f"heading_{number}"]
        if not heading or self.cleaned_data.get("use_usual"):
            return True
        was_usual = heading in (headings[number - 1] for headings in self.headings.values())
        return was_usual and (self.is_new or "variant" in self.changed_data)

    def save_sections(self) -> None:
        """A section that an old briefing never had is not made of nothing."""
        for number in NUMBERS:
            heading = self.cleaned_data[f"heading_{number}"]
            text = self.cleaned_data[f"text_{number}"]
            is_touched = text or heading != self.initial[f"heading_{number}"]
            if self.is_new or number in self.written or is_touched:
                BriefingSection.objects.update_or_create(
                    briefing=self.instance,
                    number=number,
                    defaults={"heading": heading, "text": text},
                )
