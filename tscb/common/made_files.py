"""Files that the site makes from its content, kept until the content changes.

A kept file is named by a mark, a digest of all that it was made from. Whoever asks computes the
mark from today's content, so that a file of old content is never found; keeping the new one takes
the old one away. Two processes that make the same file at once write the same bytes.
"""

import hashlib
import json
import logging
import os
import shutil
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings

logger = logging.getLogger(__name__)


def mark_of(*ingredients: Any) -> str:
    """The mark of what is made from this data, templates (paths) and versions."""
    digest = hashlib.sha256()
    for one in ingredients:
        digest.update(one.read_bytes() if isinstance(one, Path) else _plain(one))
    return digest.hexdigest()[:40]


def _plain(data: Any) -> bytes:
    return json.dumps(data, sort_keys=True, default=str).encode() + b"\0"


def kept(place: str, mark: str, make: Callable[[], bytes]) -> bytes:
    """What was made for this mark at this place, such as “briefings/12/page”; made if need be."""
    file = _folder(place) / mark
    with suppress(OSError):
        return file.read_bytes()
    content = make()
    try:
        _keep(file, content)
    except OSError as problem:  # a full disk is no reason not to answer
        logger.warning("A made file could not be kept: %s", type(problem).__name__)
    return content


def is_kept(place: str, mark: str) -> bool:
    """Whether asking for it costs nothing."""
    return (_folder(place) / mark).is_file()


def _keep(file: Path, content: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = file.with_name(f"{uuid.uuid4().hex}.part")
    unfinished.write_bytes(content)
    unfinished.replace(file)
    for other in file.parent.iterdir():
        if other != file:
            other.unlink(missing_ok=True)


def size_of(place: str) -> int:
    """Bytes of what is kept there now, 0 if nothing is: for a page that names the file's size."""
    with suppress(FileNotFoundError), os.scandir(_folder(place)) as entries:
        return max((entry.stat().st_size for entry in entries), default=0)
    return 0


def forget_old(place: str, changed: Mapping[str, float]) -> None:
    """Takes away what is kept below this place for anything that is not named, and what was made
    before it changed (in seconds of the clock), so that no words outlive the text on the disk."""
    with suppress(FileNotFoundError):
        for folder in _folder(place).iterdir():
            if folder.name not in changed:
                shutil.rmtree(folder, ignore_errors=True)
            else:
                _forget_before(folder, changed[folder.name])


def _forget_before(folder: Path, moment: float) -> None:
    for file in folder.rglob("*"):
        with suppress(FileNotFoundError):
            if file.is_file() and file.stat().st_mtime < moment:
                file.unlink()


def _folder(place: str) -> Path:
    return Path(settings.DATA_DIR) / "made" / place
