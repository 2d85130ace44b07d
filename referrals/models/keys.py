"""What opens a referral: the cookie of a browser, a link in a mail, a return code on paper.

There may be several of each: a second device, a second code, never shut out the first. Cookies and
codes last until 28 days after the draft was last touched; a link lasts for hours and opens once.
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
    LINK = "link", "Link in a mail"


LASTING = (KeyKind.COOKIE, KeyKind.RETURN_CODE)


class DraftKeys(models.QuerySet["DraftKey"]):
    def usable(self) -> "DraftKeys":
        return self.filter(expires_at__gt=timezone.now())

    def spent(self) -> "DraftKeys":
        """What opens nothing any more and need not be kept."""
        return self.filter(expires_at__lte=timezone.now())

    def renew(self) -> None:
        self.usable().filter(kind__in=LASTING).update(expires_at=expiry())


class DraftKey(models.Model):
    referral = models.ForeignKey("Referral", on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=20, choices=KeyKind.choices)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(default=expiry)
    # Of a link: the digest of the one press of a button that it opened for.
    opened_with = models.CharField(max_length=64, blank=True)

    objects = DraftKeys.as_manager()

    def __str__(self) -> str:
        return f"{self.kind} key"
