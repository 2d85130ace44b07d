"""What agencies know of a case: asking them, their own pages, reminders, what the panel sees of it;
and what the board asks the referrer.

An agency holds no account: a link and a code open what it is asked, and nothing else of the case.
"""
