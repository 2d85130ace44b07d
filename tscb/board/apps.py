"""The board app as Django sees it."""

from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "tscb.board"
    label = "board"
    verbose_name = "The board"
