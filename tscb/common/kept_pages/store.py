"""Where pages are kept: within a number of bytes, those that nobody asked for longest go first.

Pages with a question have a shelf of their own. Anybody can make up questions without end; they
push out each other, and neither the home page nor a review.
"""

from collections import OrderedDict
from threading import Lock

from tscb.common.kept_pages.asked import Asked
from tscb.common.kept_pages.page import Page

FOR_QUESTIONS = 4  # a fourth part of the room
LARGEST = 8  # a page takes an eighth part of its shelf at most


class Shelf:
    def __init__(self, most: int) -> None:
        self._most = most
        self._bytes = 0
        self._pages: OrderedDict[tuple[str, ...], Page] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[str, ...]) -> Page | None:
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def put(self, key: tuple[str, ...], page: Page) -> None:
        with self._lock:
            self._take_out(key)
            if page.size * LARGEST <= self._most:
                self._pages[key] = page
                self._bytes += page.size
            while self._bytes > self._most:
                self._take_out(next(iter(self._pages)))

    def drop(self, key: tuple[str, ...]) -> None:
        with self._lock:
            self._take_out(key)

    def _take_out(self, key: tuple[str, ...]) -> None:
        gone = self._pages.pop(key, None)
        self._bytes -= gone.size if gone else 0


class Store:
    def __init__(self, most: int) -> None:
        questions = most // FOR_QUESTIONS
        self._pages, self._questions = Shelf(most - questions), Shelf(questions)

    def shelf(self, asked: Asked) -> Shelf:
        return self._questions if asked.has_query else self._pages
