"""The documents of a record in the import format, for reviews and briefings alike.

A file that is there already, to the byte and under the same title, is left as it is: so an import
that runs twice leaves the same result, with the same addresses.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File

from reviews.documents import release_imported, take_in
from reviews.models import Document, DocumentRole
from tscb.common.importing import Options, Record
from tscb.common.uploads.checks import check_pdf


@dataclass(frozen=True)
class Incoming:
    """A document as a record describes it; `field` is where it stands in the record."""

    field: str
    role: str
    title: str
    language: str
    path: Path
    checksum: str


def read_documents(record: Record, options: Options) -> list[Incoming]:
    found = []
    for number, item in enumerate(record.records("documents")):
        role = _role(item)
        title = item.text("title", longest=200) or DocumentRole(role).label
        language = item.text("language", default="en", longest=10)
        path = _file(item, options)
        if path:
            checksum = hashlib.sha256(path.read_bytes()).hexdigest()
            found.append(
                Incoming(f"documents[{number}].file", role, title, language, path, checksum)
            )
    return found


def _role(item: Record) -> str:
    """A kind of document that we have no word for is an “other document”."""
    role = item.text("role", default=DocumentRole.OTHER.value).lower()
    return role if role in DocumentRole.values else DocumentRole.OTHER.value


def _file(item: Record, options: Options) -> Path | None:
    """The file, if it is a PDF inside the folder of the import."""
    name = item.text("file", required=True)
    if not name or "\x00" in name:
        return None
    path = (options.folder / name).resolve()
    if not path.is_relative_to(options.folder.resolve()):
        item.problem("file", "lies outside the folder of the import file.")
    elif not path.is_file():
        item.problem("file", f"there is no file {name}.")
    else:
        return _checked(item, path)
    return None


def _checked(item: Record, path: Path) -> Path | None:
    try:
        with path.open("rb") as file:
            check_pdf(File(file, name=path.name))
    except ValidationError as wrong:
        item.problem("file", " ".join(wrong.messages))
        return None
    return path


def bring_documents(
    item: Any, kind: str, incoming: list[Incoming], record: Record, options: Options
) -> None:
    """Makes the documents of `item` those of its record; `kind` names the link back to it."""
    kept = {(document.checksum, document.title): document for document in item.documents.all()}
    for order, file in enumerate(incoming):
        document = kept.pop((file.checksum, file.title), None)
        if document is None:
            _bring_one(item, kind, order, file, record, options)
    for document in kept.values():
        document.delete()


def _bring_one(
    item: Any, kind: str, order: int, file: Incoming, record: Record, options: Options
) -> None:
    document: Document = item.documents.model(
        **{kind: item}, role=file.role, title=file.title, language=file.language, order=order
    )
    with file.path.open("rb") as content:
        document.original.save("original.pdf", File(content), save=False)
    take_in(document=document, by=None)
    if document.cleaned and (options.trust_files or not document.critical_findings):
        release_imported(document, item.published_at)
        return
    for finding in document.critical_findings:
        record.note(file.field, f"not imported: {finding['message']}")
    document.delete()
