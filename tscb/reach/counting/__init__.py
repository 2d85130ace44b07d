"""Counting, a file a subject: each asks the database for sums, equally often whatever there is."""

from tscb.reach.counting import briefings, bulletin, events, recommendations
from tscb.reach.numbers import Numbers
from tscb.reach.period import Period

SUBJECTS = (events, briefings, bulletin, recommendations)


def numbers_of(period: Period) -> Numbers:
    return Numbers(number for subject in SUBJECTS for number in subject.counted(period))
