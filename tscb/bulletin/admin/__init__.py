"""The admin of the e-bulletin, a file a subject."""

from django.contrib import admin

from tscb.bulletin.admin.subscribers import SubscribersAdmin
from tscb.bulletin.models import SubscriberMonth

admin.site.register(SubscriberMonth, SubscribersAdmin)
