"""What a search for briefings looks in: one row a briefing, written by triggers as a review's is.

`own` has the title (A), the overview (B), and the headings and texts of the sections (C).
"""

from django.db import models

from briefings.models.briefing import Briefing
from reviews.models import Entry
from tscb.common.content_version import bumps


class BriefingEntry(Entry):
    briefing = models.OneToOneField(
        Briefing, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )

    class Meta(Entry.Meta):
        triggers = bumps()
