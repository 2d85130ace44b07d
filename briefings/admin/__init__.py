"""The admin of 7 minute briefings: writing one, the headings that new ones begin with, and what
teams told of their use."""

from django.contrib import admin

from briefings.admin.briefing import BriefingAdmin
from briefings.admin.headings import UsualHeadingAdmin
from briefings.evidence.admin import BriefingUseAdmin
from briefings.models import Briefing, UsualHeading

__all__ = ["BriefingAdmin", "BriefingUseAdmin", "UsualHeadingAdmin"]

admin.site.register(Briefing, BriefingAdmin)
admin.site.register(UsualHeading, UsualHeadingAdmin)
