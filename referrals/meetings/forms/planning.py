"""When and where a meeting is, and what becomes of its cases when it is cancelled."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from referrals.meetings.planning import Arrangement
from referrals.meetings.wording import written
from referrals.models import Meeting
from tscb.common.forms import DateField, GovukForm, Radios

NOT_LINK = "Enter a whole address, beginning with https://"


def clock_time(label: str, missing: str) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        help_text="For example 9:30 or 14:00.",
        input_formats=["%H:%M", "%H.%M", "%H%M"],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": missing,
            "invalid": "Enter a time of the day, like 9:30 or 14:00",
        },
    )


class MeetingForm(GovukForm):
    day = DateField(label="Day", subject="The day of the meeting")
    starts = clock_time("It begins at", "Enter when it begins")
    ends = clock_time("It ends at", "Enter when it ends")
    place = forms.CharField(
        label="Place",
        required=False,
        max_length=200,
        help_text="Stands in the invitation.",
    )
    link = forms.URLField(
        label="Link to join online",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Shown after signing in alone: it is in no mail and no calendar.",
        error_messages={"invalid": NOT_LINK},
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        starts, ends = given.get("starts"), given.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", "The meeting must end after it begins")
        return given

    @property
    def arranged(self) -> Arrangement:
        given = self.cleaned_data
        return Arrangement(
            starts_at=moment(given["day"], given["starts"]),
            ends_at=moment(given["day"], given["ends"]),
            place=given["place"],
            link=given["link"],
        )


def moment(day: date, at: time) -> datetime:
    """As the clock on the wall shows it, summer or winter."""
    return timezone.make_aware(datetime.combine(day, at))


def as_it_is(meeting: Meeting) -> dict[str, Any]:
    starts, ends = (timezone.localtime(at) for at in (meeting.starts_at, meeting.ends_at))
    return {
        "day": meeting.day,
        "starts": f"{starts:%H:%M}",
        "ends": f"{ends:%H:%M}",
        "place": meeting.place,
        "link": meeting.link,
    }


class WhichMeetingForm(GovukForm):
    """One of the meetings that are offered. `label` asks for what."""

    meeting = forms.ChoiceField(widget=Radios, error_messages={"required": "Choose a meeting"})

    def __init__(self, *args: Any, offered: Iterable[Meeting], label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["meeting"]
        choice.label = label
        choice.choices = [(str(one.pk), written(one)) for one in offered]

    @property
    def chosen(self) -> UUID | None:
        given = self.cleaned_data.get("meeting")
        return UUID(given) if given else None

    @property
    def chosen_one(self) -> UUID:
        """Where one has to be chosen."""
        return UUID(self.cleaned_data["meeting"])


class CancelForm(WhichMeetingForm):
    """Without cases on the agenda there is nothing to ask."""

    def __init__(self, *args: Any, has_cases: bool, **kwargs: Any) -> None:
        super().__init__(*args, label="To which meeting do its cases go?", **kwargs)
        if not has_cases:
            del self.fields["meeting"]
