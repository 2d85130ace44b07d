"""The app of the e-bulletin as Django sees it."""

from django.apps import AppConfig


class BulletinConfig(AppConfig):
    name = "tscb.bulletin"
    label = "bulletin"
    verbose_name = "E-bulletin"
