"""A letter as it goes out: words in two forms, and the addresses that are its reader's alone."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse

from tscb.bulletin.models import Subscriber


class Kind(models.TextChoices):
    """What a letter is, and so what “stop” in it ends."""

    BULLETIN = "bulletin", "the e-bulletin"
    ALERTS = "alerts", "alerts on themes"


@dataclass(frozen=True)
class Links:
    """Whole addresses: `stop` answers one click of a mail program, too (RFC 8058)."""

    choices: str
    stop: str


@dataclass(frozen=True)
class Letter:
    """The same words as plain text and as HTML."""

    subject: str
    text: str
    html: str


def links_of(subscriber: Subscriber, kind: Kind) -> Links:
    return Links(
        choices=settings.SITE_ADDRESS + reverse("bulletin:mine", args=[subscriber.key]),
        stop=settings.SITE_ADDRESS + reverse("bulletin:stop", args=[kind, subscriber.key]),
    )


def written(name: str, subject: str, context: dict[str, Any], links: Links | None) -> Letter:
    """From the templates emails/bulletin/<name>.txt and .html; no `links` in a preview."""
    told = {**context, "subject": subject, "links": links, "site_address": settings.SITE_ADDRESS}
    text, html = (
        render_to_string(f"emails/bulletin/{name}.{form}", told) for form in ("txt", "html")
    )
    return Letter(subject, text, html)
