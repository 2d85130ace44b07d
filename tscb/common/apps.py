"""The common app as Django sees it: in the admin's words, outgoing mail."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "tscb.common"
    label = "common"
    verbose_name = "Mail and history"
