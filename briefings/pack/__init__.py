"""The team pack: one ZIP with all that a team needs to talk a briefing through in a meeting.

Only what the public may see goes in. A review's own report stays out: it may be taken down any
day, and the copy in a pack would not be. Its summary names the address where the report is read.
"""

from briefings.pack.making import kept_pack

__all__ = ["kept_pack"]
