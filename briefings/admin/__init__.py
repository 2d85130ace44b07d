"""The admin of 7 minute briefings: writing one, the headings that new ones begin with, what teams
told of their use, and the ZIPs of whole years."""

from django.contrib import admin

from briefings.admin.briefing import BriefingAdmin
from briefings.admin.headings import UsualHeadingAdmin
from briefings.evidence.admin import BriefingUseAdmin
from briefings.models import Briefing, UsualHeading
from briefings.year_archive.admin import YearArchiveAdmin

__all__ = ["BriefingAdmin", "BriefingUseAdmin", "UsualHeadingAdmin", "YearArchiveAdmin"]

admin.site.register(Briefing, BriefingAdmin)
admin.site.register(UsualHeading, UsualHeadingAdmin)
