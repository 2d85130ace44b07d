"""Whom to call: numbers, their hours, the rule for this minute. No database and no page here."""
