"""Telling the numbers, a file a subject: a plain sentence, a chart and a table for each of them.
Page and report show the same parts.
"""

from tscb.reach.counting import numbers_of
from tscb.reach.period import Period
from tscb.reach.telling import briefings, bulletin, events, recommendations
from tscb.reach.telling.parts import Report, Told

SUBJECTS = (events, briefings, bulletin, recommendations)


def report_of(period: Period) -> Report:
    told = Told(period, numbers_of(period), numbers_of(period.before))
    return Report(period, told.numbers, [subject.section(told) for subject in SUBJECTS])
