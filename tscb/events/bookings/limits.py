"""How often somebody may book or ask for a link: whole offices share one address."""

from tscb.common.throttling import allow

HOUR, DAY = 3600, 86400
FROM_ONE_ADDRESS = 30  # an hour
TO_ONE_MAILBOX = 20  # mails a day that somebody without a link can have sent there


def may_write_to(email: str) -> bool:
    """Where not, nothing is said: whoever asks learns nothing of a mailbox."""
    return allow("event-mailbox", email.lower(), TO_ONE_MAILBOX, DAY)
