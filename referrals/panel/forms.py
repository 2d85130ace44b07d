"""The day of the panel's meeting, as a coordinator enters it."""

from tscb.common.forms import DateField, GovukForm


class DayForm(GovukForm):
    """`told`: what the page says once the day is kept."""

    told = ""


class MeetingForm(DayForm):
    told = "The day of the meeting is kept. The referrer can see it."
    day = DateField(
        label="Day of the panel’s meeting",
        subject="The day of the meeting",
        help_text="Until the decision is recorded you can change it here.",
    )
