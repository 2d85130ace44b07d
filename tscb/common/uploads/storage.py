"""Where files from people are kept: privately, under names that say nothing.

Nothing here has an address of its own: the apps' views decide who gets a file (serving.py).
"""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.db.models import Model
from django.utils.deconstruct import deconstructible
from django.utils.text import slugify

ENDINGS = {".pdf", ".jpg", ".jpeg", ".png", ".webp", ".avif"}
LONGEST_NAME = 80


_written: ContextVar[list[str] | None] = ContextVar("_written", default=None)


@contextmanager
def nothing_left_on_failure() -> Iterator[None]:
    """Where the block ends with an error, the files that it wrote go like the rows it wrote."""
    written: list[str] = []
    token = _written.set(written)
    try:
        yield
    except BaseException:
        for name in written:
            private_storage().delete(name)
        raise
    finally:
        _written.reset(token)


class PrivateStorage(FileSystemStorage):
    """Files readable by the site alone, without an address."""

    def _save(self, name: str, content: File) -> str:
        saved = super()._save(name, content)  # type: ignore[misc]  # not in the stubs
        written = _written.get()
        if written is not None:
            written.append(saved)
        return saved

    def url(self, name: str | None) -> str:
        """Nothing, so that no page can link past the view that decides."""
        return ""


def private_storage() -> PrivateStorage:
    """For `FileField(storage=private_storage)`: asked when the field is made, so that the folder
    never stands in a migration."""
    return PrivateStorage(
        location=settings.MEDIA_ROOT,
        file_permissions_mode=0o600,
        directory_permissions_mode=0o700,
    )


def delete_on_commit(names: Sequence[str]) -> None:
    """Files go when the rows that name them are gone for good."""
    transaction.on_commit(lambda: _delete(names))


def _delete(names: Sequence[str]) -> None:
    for name in names:
        private_storage().delete(name)


@deconstructible
class RandomNameIn:
    """For `FileField(upload_to=RandomNameIn("reviews"))`: a folder and a name nobody can guess."""

    def __init__(self, folder: str):
        self.folder = folder

    def __call__(self, instance: Model | None, filename: str) -> str:
        """Of the name that was given only a known ending is kept."""
        name = uuid.uuid4().hex
        ending = PurePath(filename).suffix.lower()
        return f"{self.folder}/{name[:2]}/{name}{ending if ending in ENDINGS else ''}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RandomNameIn) and other.folder == self.folder

    def __hash__(self) -> int:
        return hash(self.folder)


def public_file_name(title: str, extension: str) -> str:
    """A name for a download made of a title: lower case letters, digits and hyphens alone."""
    words = slugify(title)[:LONGEST_NAME].strip("-") or "document"
    return f"{words}.{slugify(extension)}"
