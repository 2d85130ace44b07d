"""Who was invited to a meeting, what they answered, and whether they came."""

from django.db import models

from referrals.models.meetings import Meeting
from referrals.models.panel_seats import Seat
from tscb.common.encryption import EncryptedTextField


class Answer(models.TextChoices):
    NONE = "none", "No answer yet"
    COMING = "coming", "Will come"
    DEPUTY = "deputy", "Sends a deputy"
    APOLOGIES = "apologies", "Apologies"


class Presence(models.TextChoices):
    PRESENT = "present", "Present"
    DEPUTY = "deputy", "A deputy was present"
    APOLOGIES = "apologies", "Apologies"
    ABSENT = "absent", "Absent"


COME = frozenset({Answer.COMING, Answer.DEPUTY})
CAME = frozenset({Presence.PRESENT, Presence.DEPUTY})


class Attendances(models.QuerySet["Attendance"]):
    def of(self, meeting: Meeting) -> "Attendances":
        return self.filter(meeting=meeting).select_related("seat__user", "seat__agency")


class Attendance(models.Model):
    """`presence` is empty until the meeting is recorded as held."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=20, choices=Answer, default=Answer.NONE)
    deputy = EncryptedTextField(default=str)
    answered_at = models.DateTimeField(null=True)
    presence = models.CharField(max_length=20, choices=Presence, blank=True)

    objects = Attendances.as_manager()

    class Meta:
        ordering = ("seat__agency__order", "seat__agency__name", "seat_id")
        constraints = (
            models.UniqueConstraint(fields=("meeting", "seat"), name="seat_invited_once"),
        )

    def __str__(self) -> str:
        return f"{self.seat}: {self.presence or self.answer}"

    @property
    def is_there(self) -> bool:
        """Whether the seat is taken: at a meeting to come, as was answered."""
        return self.presence in CAME if self.presence else self.answer in COME

    @property
    def is_there_in_person(self) -> bool:
        return (self.presence or self.answer) in {Presence.PRESENT, Answer.COMING}

    @property
    def words(self) -> str:
        return self.get_presence_display() if self.presence else self.get_answer_display()
