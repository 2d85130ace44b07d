"""Where files from people are kept: privately, under names that say nothing.

Nothing here has an address of its own: the apps' views decide who gets a file (serving.py).
"""

import uuid
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db.models import Model
from django.utils.deconstruct import deconstructible
from django.utils.text import slugify

ENDINGS = {".pdf", ".jpg", ".jpeg", ".png", ".webp"}
LONGEST_NAME = 80


class PrivateStorage(FileSystemStorage):
    """Files readable by the site alone, without an address."""

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
