"""The one error that the local database raises: a sentence for the person at the keyboard."""


class EmbeddedDatabaseError(RuntimeError):
    """The local database cannot be used here; the message says why and what to do."""
