from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "tscb.common"
    label = "common"
    verbose_name = "Outgoing mail"
