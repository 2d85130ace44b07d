"""What a page that takes files says before a byte is read: how much, and who receives it.

The middleware reads every posted form before its view runs, so the view cannot say so itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from tscb.common.web import View

AnyView = TypeVar("AnyView", bound=View)


@dataclass(frozen=True)
class Intake:
    """`most`: bytes of a whole request. `handler`: what its files are handed to, piece by piece."""

    most: Callable[[], int]
    handler: Callable[[HttpRequest], FileUploadHandler]


def takes_files(intake: Intake) -> Callable[[AnyView], AnyView]:
    """Marks a view. Decorators around it that use `functools.wraps` hand the mark on."""

    def marked(view: AnyView) -> AnyView:
        view.intake = intake  # type: ignore[attr-defined]  # a mark, as Django's own decorators do
        return view

    return marked


def intake_of(view: object) -> Intake | None:
    return getattr(view, "intake", None)
