"""A letter as a message to one mailbox: no picture that is fetched, no link that counts, no name
of its reader.

Where it bounces to, how it is left with one click, and that it went to many stand in its head.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from tscb.bulletin.bounces.return_address import return_address
from tscb.bulletin.letters import Kind, Letter, links_of
from tscb.bulletin.models import Delivery, Subscriber


def message_of(
    delivery: Delivery, subscriber: Subscriber, letter: Letter, kind: Kind
) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        return_address(delivery) or settings.DEFAULT_FROM_EMAIL,
        [subscriber.email],
        headers=head_of(delivery, subscriber, kind),
    )
    message.attach_alternative(letter.html, "text/html")
    return message


def head_of(delivery: Delivery, subscriber: Subscriber, kind: Kind) -> dict[str, str]:
    """RFC 2919, 2369 and 8058. The number is the same whenever this letter is tried: a mail server
    that got it twice after all can tell."""
    host = urlsplit(settings.SITE_ADDRESS).hostname
    return {
        "From": settings.DEFAULT_FROM_EMAIL,
        "Message-ID": f"<{delivery.pk}.{delivery.made_at:%Y%m%d%H%M%S%f}@{host}>",
        "List-Id": f"<{kind}.{host}>",
        "List-Unsubscribe": f"<{links_of(subscriber, kind).stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
        "Auto-Submitted": "auto-generated",
    }
