"""What mails say, for tests that follow their links."""

import re

from tscb.common.models import OutgoingMail


def mails_to(address: str) -> list[OutgoingMail]:
    """Those that wait, oldest first."""
    waiting = OutgoingMail.objects.filter(state=OutgoingMail.State.WAITING).order_by("pk")
    return [mail for mail in waiting if mail.to == address]


def link_in(mail: OutgoingMail, start: str) -> str:
    """The path of the one link that begins like this."""
    (path,) = re.findall(rf"https?://[^/\s]+({start}\S*)", mail.body)
    return str(path)
