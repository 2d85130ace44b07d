"""How often somebody may ask: whole offices, and whole mail providers, share one address."""

from tscb.common.throttling import allow

HOUR, DAY = 3600, 86400
FROM_ONE_ADDRESS = 30  # an hour
TO_ONE_MAILBOX = 8  # mails a day that somebody without a key can have sent there
STOPS_FROM_ONE_ADDRESS = 1_200  # an hour: a provider asks for all of its mailboxes


def may_write_to(email: str) -> bool:
    """Where not, nothing is said: whoever asks learns nothing of a mailbox."""
    return allow("bulletin-mailbox", email.lower(), TO_ONE_MAILBOX, DAY)
