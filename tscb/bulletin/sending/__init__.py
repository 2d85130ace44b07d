"""Letters on their way: each is handed to the mail server once, as slowly as the board allows."""

from tscb.bulletin.sending.queueing import queue_edition

__all__ = ["queue_edition"]
