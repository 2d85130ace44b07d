"""Files into a ZIP that says nothing of when and on what machine it was made."""

import io
import zipfile
from collections.abc import Iterable

File = tuple[str, bytes]  # a name and its content
WRITTEN_AT = (2020, 1, 1, 0, 0, 0)  # one date for all, so that the same content is the same file


def zipped(files: Iterable[File]) -> bytes:
    """A small ZIP, made in memory, with the files in their order."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as packed:
        add(packed, files)
    return output.getvalue()


def add(packed: zipfile.ZipFile, files: Iterable[File]) -> None:
    """For a ZIP that is written to the disk piece by piece."""
    for name, content in files:
        entry = zipfile.ZipInfo(name, WRITTEN_AT)
        entry.external_attr = 0o644 << 16
        packed.writestr(entry, content, zipfile.ZIP_DEFLATED)
