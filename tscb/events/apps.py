"""The app of the learning events as Django sees it."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "tscb.events"
    label = "events"
    verbose_name = "Learning events"
