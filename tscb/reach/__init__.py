"""Reach and impact for the board: how many events, people, briefings, subscribers, and closed
recommendations there were in each quarter, as a page, a table (CSV) and a section of the annual
report (PDF). It counts what other rooms keep and keeps nothing itself.
"""
