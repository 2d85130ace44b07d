"""The app of the board's facts; tells the checks of Django about the calendar."""

from django.apps import AppConfig
from django.core.checks import register

from tscb.board.checks import calendar_reaches_ahead


class BoardConfig(AppConfig):
    name = "tscb.board"
    label = "board"
    verbose_name = "The board"

    def ready(self) -> None:
        register(calendar_reaches_ahead)
