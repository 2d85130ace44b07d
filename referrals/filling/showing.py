"""What a page of questions shows: its form, marks of what it showed, and what another tab saved."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from referrals.description.pages import ALL_SECTIONS, Section
from referrals.description.places import Place
from referrals.filling import tabs
from referrals.filling.filled import Filled
from referrals.filling.forms import PageForm, form_for
from referrals.filling.tabs import Given, Marks

NOTHING: Given = MappingProxyType({})


def shown(
    filled: Filled, place: Place, form: PageForm, posted: Marks, again: Given = NOTHING
) -> dict[str, Any]:
    """For the page's template. `posted`: the marks that came with what was typed; `again`: what
    was typed in this tab and is kept nowhere yet."""
    typed, seen = (form.typed(), posted) if form.is_bound else (NOTHING, NOTHING)
    return {
        "form": form,
        "seen": tabs.marks(tabs.showing(filled, place), form.names, typed, seen),
        "elsewhere": tabs.saved_elsewhere(filled, place, form.questions, again),
    }


def clash(
    filled: Filled,
    place: Place,
    form: PageForm,
    posted: Marks,
    sections: Sequence[Section] = ALL_SECTIONS,
) -> tuple[PageForm, Given] | None:
    """The form with both texts, where another tab has saved a different one in the meantime, and
    what this tab's press could not keep."""
    again = tabs.untaken(tabs.showing(filled, place), form.typed(), posted)
    if not again and not tabs.saved_elsewhere(filled, place, form.questions, {}):
        return None
    both = form_for(place, filled, sections=sections)
    both.initial = {**both.initial, **again}
    return both, again
