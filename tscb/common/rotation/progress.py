"""How far a long command has come: one line that fills on a screen, a line a tenth in a log."""

from typing import Any

WIDTH = 30


class Progress:
    """`out` is a command's stdout. `total` may be exceeded: the site goes on adding rows."""

    def __init__(self, out: Any, name: str, total: int) -> None:
        self.out = out
        self.name = name
        self.total = total
        self.seen = 0
        self.told = 0

    def on(self, more: int) -> None:
        self.seen += more
        if self.out.isatty():
            self.out.write(f"\r{self._bar()} {self._words()}", ending="")
            self.out.flush()
        elif self.seen * 10 // max(self.total, 1) > self.told:
            self.told = self.seen * 10 // max(self.total, 1)
            self.out.write(self._words())
            self.out.flush()

    def done(self) -> None:
        if self.out.isatty() and self.seen:
            self.out.write("")

    def _words(self) -> str:
        return f"{self.name}: {self.seen} of {max(self.total, self.seen)}"

    def _bar(self) -> str:
        filled = WIDTH * self.seen // max(self.total, self.seen)
        return f"[{'#' * filled}{'.' * (WIDTH - filled)}]"
