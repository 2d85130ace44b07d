"""What the database keeps of a mailed link: digests and times, nothing that opens anything."""

import secrets
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.utils import timezone

from tscb.common.encryption import token_digest

LINK_LIVES = timedelta(days=28)
SESSION_LIVES = timedelta(minutes=30)


def link_expiry() -> datetime:
    return timezone.now() + LINK_LIVES


Link = TypeVar("Link", bound="PlainLink", covariant=True)


class MailedLinks(models.QuerySet[Link]):
    def opened_by(self, token: str) -> Self:
        """The door for whoever holds a link: at most one row."""
        return self.filter(digest=token_digest(token))

    def usable(self) -> Self:
        return self.filter(expires_at__gt=timezone.now())

    def make(self, **owner: Any) -> str:
        """A new link of this owner; gives its token, which is known to nobody else from now on."""
        token = secrets.token_urlsafe(32)
        self.create(digest=token_digest(token), **owner)
        return token


class PlainLink(models.Model):
    """Abstract: opens something by itself, for what needs no code."""

    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(default=link_expiry)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"Link of {self.created_at:%Y-%m-%d}"

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= timezone.now()


class MailedLink(PlainLink):
    """Abstract: the table of an app adds whom or what the link is for."""

    session_lives: ClassVar[timedelta] = SESSION_LIVES

    code_digest = models.CharField(max_length=64, blank=True)
    code_expires_at = models.DateTimeField(null=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)  # since the last code was sent
    session_digest = models.CharField(max_length=64, blank=True)
    session_expires_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
