"""The menus in the admin: which links stand where, and which of them stay whatever happens."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet

from tscb.board.admin.careful import OnlyRowsAdmin
from tscb.board.frontage.addresses import check_https, check_lasting
from tscb.board.frontage.menus import REQUIRED, Required
from tscb.board.frontage.targets import MOST, PARTS, Place, Target
from tscb.board.models import Menu, MenuEntry

LONGEST_IN_HEADER = 30  # letters; what is longer pushes the others into a second line


class EntryFormSet(BaseInlineFormSet):
    """What holds of all entries together."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        place = self.instance.place
        problems = [*self._missing(place), *self._too_many(place), *self._twice()]
        for form in self._kept():
            problems += list(_problems_of(form.instance, place))
        if problems:
            raise ValidationError(problems)

    def _kept(self) -> list[Any]:
        filled = [form for form in self.initial_forms + self.extra_forms if form.cleaned_data]
        return [form for form in filled if form not in self.deleted_forms]

    def _shown(self) -> list[MenuEntry]:
        return [form.instance for form in self._kept() if form.instance.shown]

    def _missing(self, place: str) -> Iterator[str]:
        there = {entry.leads_to for entry in self._shown()}
        for one in REQUIRED[place]:
            if one.entry.leads_to not in there:
                yield (
                    f"“{_named(one)}” stays: {one.why}. You may move it and give it other words."
                )

    def _too_many(self, place: str) -> Iterator[str]:
        if len(self._shown()) > MOST[place]:
            yield (
                f"There is room for {MOST[place]} entries here. More of them are a long way down "
                "on a telephone: take some out, or lead to a page that lists them."
            )

    def _twice(self) -> Iterator[str]:
        for leads_to, number in Counter(one.leads_to for one in self._shown()).items():
            if number > 1:
                twice = next(one for one in self._shown() if one.leads_to == leads_to)
                yield f"“{twice}” leads to the same place as another entry."


def _named(one: Required) -> str:
    if one.entry.target in PARTS:
        return str(Target(one.entry.target).label)
    return f"/{one.entry.page}/"


def _problems_of(entry: MenuEntry, place: str) -> Iterator[str]:
    if place == Place.HEADER and len(str(entry)) > LONGEST_IN_HEADER:
        yield f"“{entry}” is too long for the menu: {LONGEST_IN_HEADER} letters have room."
    if entry.target == Target.ADDRESS:
        try:
            _check_address(entry.address, place)
        except ValidationError as refused:
            yield f"“{entry}”: {' '.join(refused.messages)}"


def _check_address(address: str, place: str) -> None:
    if address.startswith("/"):
        check_lasting(address)
    elif place == Place.HEADER:
        raise ValidationError("The menu at the top leads to pages of this site alone.")
    else:
        check_https(address)


class EntryInline(admin.StackedInline):
    model = MenuEntry
    formset = EntryFormSet
    extra = 1
    fields = [("order", "shown", "target"), ("label", "page"), "address"]

    def formfield_for_dbfield(self, *args: Any, **kwargs: Any) -> Any:
        """Pages are written in their own place: without the buttons that do it from here."""
        field: Any = super().formfield_for_dbfield(*args, **kwargs)
        if isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


class MenuAdmin(OnlyRowsAdmin):
    inlines = [EntryInline]
    list_display = ["__str__", "shown_entries"]

    @admin.display(description="entries")
    def shown_entries(self, menu: Menu) -> str:
        entries = menu.entries.filter(shown=True).select_related("page")
        return ", ".join(f"{one} (not public)" if one.is_lost else str(one) for one in entries)
