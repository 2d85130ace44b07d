from django.apps import AppConfig
from django.core.checks import register

from tscb.board.checks import calendar_reaches_ahead


class BoardConfig(AppConfig):
    name = "tscb.board"
    label = "board"
    verbose_name = "The board"

    def ready(self) -> None:
        register(calendar_reaches_ahead)
