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
    if not name:
        return None
    try:
        return _checked(name, options.folder.resolve())
    except ValidationError as wrong:
        item.problem("file", " ".join(wrong.messages))
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, a link to itself
        item.problem("file", f"{name} cannot be read.")
    return None


def _checked(name: str, folder: Path) -> Path:
    """Where the file is; raises ValidationError with what is wrong with it."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        raise ValidationError("lies outside the folder of the import file.")
    if not path.is_file():
        raise ValidationError(f"there is no file {name}.")
    with path.open("rb") as file:
        check_pdf(File(file, name=path.name))
    return path


def bring_documents(
    item: Any, kind: str, incoming: list[Incoming], record: Record, options: Options
) -> None:
    """Makes the documents of `item` those of its record; `kind` names the link back to it."""
    there = list(item.documents.all())
    for order, file in enumerate(incoming):
        document = _taken_from(there, file) or _taken_in(item, kind, file)
        if reasons := _reasons_against(document, options):
            for reason in reasons:
                record.note(file.field, f"not imported: {reason}")
            document.delete()
        else:
            _describe(document, file, order)
            release_imported(document, item.published_at)
    for document in there:
        document.delete()


def _taken_from(documents: list[Document], file: Incoming) -> Document | None:
    """The first of the documents that is this file, which is then no longer among them. One that
    editors took off the page stays off it, whatever it is called."""
    for document in documents:
        is_named_so = document.taken_off or document.title == file.title
        if document.checksum == file.checksum and is_named_so:
            documents.remove(document)
            return document
    return None


def _taken_in(item: Any, kind: str, file: Incoming) -> Document:
    document: Document = item.documents.model(**{kind: item}, title=file.title)
    with file.path.open("rb") as content:
        document.original.save("original.pdf", File(content), save=False)
    return take_in(document=document, by=None)


def _reasons_against(document: Document, options: Options) -> list[str]:
    """Why the public may not have it; trust helps, but not where there is no copy to hand out."""
    if document.cleaned and options.trust_files:
        return []
    critical = [finding["message"] for finding in document.critical_findings]
    return critical or ([] if document.cleaned else ["no safe copy of it can be made."])


def _describe(document: Document, file: Incoming, order: int) -> None:
    document.role, document.language, document.order = file.role, file.language, order
    document.save(update_fields=["role", "language", "order"])
