"""The admin of the learning events, a file a subject."""

from django.contrib import admin

from tscb.events.admin.event import LearningEventAdmin
from tscb.events.admin.kind import EventKindAdmin
from tscb.events.models import EventKind, LearningEvent

admin.site.register(EventKind, EventKindAdmin)
admin.site.register(LearningEvent, LearningEventAdmin)
