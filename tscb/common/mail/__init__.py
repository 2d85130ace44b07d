"""Mail that survives a crash: a row in the outbox, written in the act's own transaction."""

from tscb.common.mail.outbox import deliver_due, forget_old, is_waiting, queue

__all__ = ["deliver_due", "forget_old", "is_waiting", "queue"]
