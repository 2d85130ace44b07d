"""The secret address of a person's calendar feed: its digest alone, so that a copy of the database
opens no calendar."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from referrals.models.secrets import new_token
from tscb.board.models import User
from tscb.common.encryption import token_digest


class CalendarLinks(models.QuerySet["CalendarLink"]):
    def in_use(self) -> "CalendarLinks":
        return self.filter(ended_at=None)

    def opened_by(self, token: str) -> "CalendarLinks":
        """The door for whoever holds the address: at most one row."""
        return self.in_use().filter(digest=token_digest(token))

    def make(self, user: User) -> str:
        """Gives its token, which is known to nobody else from now on."""
        token = new_token()
        self.create(user=user, digest=token_digest(token))
        return token


class CalendarLink(models.Model):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_links"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    objects = CalendarLinks.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user",), condition=Q(ended_at=None), name="one_calendar_link_a_person"
            ),
        )

    def __str__(self) -> str:
        return f"Calendar of {self.made_at:%Y-%m-%d}"
