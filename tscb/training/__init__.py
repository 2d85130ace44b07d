"""Training packs: what is published on a theme, picked and put in order by a trainer, as one ZIP.

Nothing is kept of the trainer; the choice lives in the address. Courses that people book are events
and do not live here.
"""
