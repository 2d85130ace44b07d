"""Learning events, a file a subject."""

from tscb.events.models.afterwards import AgencyCount, Feedback, FeedbackLink, Used
from tscb.events.models.booking import Attendance, Booking, BookingState, OwnLink, Participant
from tscb.events.models.event import EventState, LearningEvent
from tscb.events.models.invitation import Invitation
from tscb.events.models.kind import EventKind
from tscb.events.models.session import EventSession

__all__ = [
    "AgencyCount",
    "Attendance",
    "Booking",
    "BookingState",
    "EventKind",
    "EventSession",
    "EventState",
    "Feedback",
    "FeedbackLink",
    "Invitation",
    "LearningEvent",
    "OwnLink",
    "Participant",
    "Used",
]
