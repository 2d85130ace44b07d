"""The briefings app as Django sees it."""

from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    name = "briefings"
    verbose_name = "7 minute briefings"
