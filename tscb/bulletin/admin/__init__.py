"""The admin of the e-bulletin, a file a subject."""

from django.contrib import admin

from tscb.bulletin.admin.edition import EditionAdmin
from tscb.bulletin.admin.subscribers import SubscribersAdmin
from tscb.bulletin.models import Edition, SubscriberMonth

admin.site.register(Edition, EditionAdmin)
admin.site.register(SubscriberMonth, SubscribersAdmin)
