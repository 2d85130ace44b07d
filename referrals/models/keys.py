"""What opens a draft: the cookie of a browser, or a return code written on paper.

A draft may have several of each: a second device, a second code, never shut out the first. All of
them last until 28 days after the draft was last saved.
"""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(days=28)


def expiry() -> datetime:
    return timezone.now() + KEPT_FOR


class KeyKind(models.TextChoices):
    COOKIE = "cookie", "Cookie"
    RETURN_CODE = "return_code", "Return code"


class DraftKeys(models.QuerySet["DraftKey"]):
    def usable(self) -> "DraftKeys":
        return self.filter(expires_at__gt=timezone.now())

    def renew(self) -> None:
        self.usable().update(expires_at=expiry())


class DraftKey(models.Model):
    referral = models.ForeignKey("Referral", on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=20, choices=KeyKind.choices)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(default=expiry)

    objects = DraftKeys.as_manager()

    def __str__(self) -> str:
        return f"{self.kind} key"
