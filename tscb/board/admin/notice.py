"""Notices in the admin: what stands on the site for a time, and what waits for its time."""

from datetime import datetime
from typing import Any

from django.db import models
from django.forms import DateTimeField, DateTimeInput
from django.http import HttpRequest
from django.utils import timezone

from tscb.board import site
from tscb.board.admin.careful import CarefulAdmin
from tscb.board.frontage import previewing
from tscb.board.frontage.addresses import check_links
from tscb.board.frontage.notices import MOST_AT_ONCE, Where
from tscb.board.frontage.numbers import check_numbers
from tscb.board.frontage.previewing import Preview
from tscb.board.models import Notice
from tscb.common.publishing.admin.pasted import TIDIED
from tscb.common.publishing.forms import CarefulForm

# One box for day and time: the admin's own two have no name that is read out.
MOMENT = {
    "form_class": DateTimeField,
    "widget": DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
}


class NoticeForm(CarefulForm):
    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        check_links(text)
        check_numbers(text, [contact.number for contact in site.current().contacts])
        return text


class NoticeAdmin(CarefulAdmin):
    form = NoticeForm
    formfield_overrides = TIDIED | {models.DateTimeField: MOMENT}
    fields = ["text", "kind", "where", "starts", "ends", "shown"]
    list_display = ["__str__", "state", "kind", "where", "starts", "ends"]
    list_filter = ["shown", "kind"]

    def previewed(self, item: Any) -> Preview:
        """On the home page, in the first minute in which it stands there, wherever it is for."""
        here = {"shown": True, "where": Where.EVERYWHERE}
        Notice.objects.filter(pk=item.pk).update(**here)
        return previewing.gathered(max(item.starts, timezone.now()))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if form.instance.shown and crowded(form.instance):
            self.warn(
                request,
                f"More than {MOST_AT_ONCE} notices run at that time. A page shows "
                f"{MOST_AT_ONCE}: the important ones first, then the newest.",
            )


def crowded(notice: Notice) -> bool:
    return together(notice.starts, notice.ends) > MOST_AT_ONCE


def together(starts: datetime, ends: datetime) -> int:
    return Notice.objects.filter(shown=True, starts__lt=ends, ends__gt=starts).count()
