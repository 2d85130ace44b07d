"""The two days that a coordinator enters: of the panel's meeting, of the decision."""

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


class DecisionForm(DayForm):
    told = "The decision is recorded. The referrer can see the day."
    day = DateField(label="Day of the decision", subject="The day of the decision")
