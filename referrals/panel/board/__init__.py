"""The board of cases: what has come, whose turn it is, what is due, by facts that need no key."""
