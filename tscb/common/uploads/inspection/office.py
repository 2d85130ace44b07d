"""A Word document (.docx): a whole zip archive of the parts that its own list of contents names,
without macros, embedded programs, or anything that is fetched from elsewhere when it is opened.
After ECMA-376, part 2 (packages).
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from tscb.common.uploads.inspection.package_xml import BrokenXmlError, elements, instructions
from tscb.common.uploads.inspection.refusals import Refused

FORMATS = "application/vnd.openxmlformats-officedocument."
WORD = FORMATS + "wordprocessingml.document.main+xml"
EXCEL = FORMATS + "spreadsheetml.sheet.main+xml"
POWERPOINT = FORMATS + "presentationml.presentation.main+xml"
INSIDE = {WORD: "docx", EXCEL: "xlsx", POWERPOINT: "pptx"}
CONTENTS = "[Content_Types].xml"
OPEN_DOCUMENT = "mimetype"  # the first part of what LibreOffice writes
MOST_PARTS, MOST_UNPACKED, MOST_EMBEDDED = 5_000, 400_000_000, 50_000_000
PIECE = 65_536
ENCRYPTED = 0x1
ACTIVE = ("macroenabled", "vbaproject", "vbadata", "activex", "oleobject", "ms-office.control")
PROGRAMS = {".bin", ".exe", ".dll", ".js", ".vbs"}
# A field that asks another program for its text, and so starts it.
DDE = re.compile(r"(?<![a-z])dde(?:auto)?(?![a-z])", re.IGNORECASE)
FETCHED_ON_CLICK = "/hyperlink"
STARTS_SOMETHING_ELSE = ("/oleobject", "/afchunk", "/control", "/vbaproject")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


def checked(file: IO[bytes], kinds: Mapping[str, str], *, embedded: bool = False) -> str:
    """The kind of the document, of those named by the type of their main part."""
    try:
        with zipfile.ZipFile(file) as archive:
            kind = _kind(archive, kinds)
            _check_parts(archive, embedded)
    except (BrokenXmlError, KeyError, *BROKEN):
        raise Refused("office damaged", what="a damaged or protected document") from None
    return kind


def _kind(archive: zipfile.ZipFile, kinds: Mapping[str, str]) -> str:
    _check_size(archive)
    if CONTENTS not in archive.namelist():
        other = OPEN_DOCUMENT in archive.namelist()
        raise Refused("not word" if other else "archive", what="a zip archive")
    with archive.open(CONTENTS) as contents:
        main = _main_type(archive, contents)
    if main not in kinds:
        raise Refused("not word", what="a document that is not a Word document")
    return kinds[main]


def _main_type(archive: zipfile.ZipFile, contents: IO[bytes]) -> str:
    main = ""
    for attributes in elements(contents, "Override", "Default"):
        named = attributes.get("ContentType", "")
        if any(active in named.lower() for active in ACTIVE):
            raise Refused("macros", what="a document with macros or programs in it")
        if named in INSIDE:
            archive.getinfo(attributes.get("PartName", "").lstrip("/"))
            main = named
    return main


def _check_size(archive: zipfile.ZipFile) -> None:
    """Before anything is unpacked: not too much, not twice the same bytes, nothing encrypted."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("bomb", what="a document that unpacks to far more than it should")
    ends = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < ends:
            raise Refused("bomb", what="a document that unpacks to far more than it should")
        ends = part.header_offset + part.compress_size
        if part.flag_bits & ENCRYPTED:
            raise Refused("office password", what="a document with a password")
    if len({part.filename.lower() for part in parts}) < len(parts):
        raise Refused("office damaged", what="a document with parts of the same name")


def _check_parts(archive: zipfile.ZipFile, embedded: bool) -> None:
    """Reads every part to its end, so that one that is damaged shows."""
    for part in archive.infolist():
        with archive.open(part) as content:
            _check_part(part, content, embedded)
            while content.read(PIECE):
                pass


def _check_part(part: zipfile.ZipInfo, content: IO[bytes], embedded: bool) -> None:
    path = PurePosixPath(part.filename.lower())
    if path.suffix == ".rels":
        _check_relations(content)
    elif path.suffix == ".xml":
        if DDE.search(instructions(content)):
            raise Refused("fetches", what="a document that fetches something from elsewhere")
    elif "embeddings" in path.parts:
        _check_embedded(part, content, embedded)
    elif path.suffix in PROGRAMS and "printersettings" not in path.parts:
        raise Refused("macros", what="a document with macros or programs in it")


def _check_embedded(part: zipfile.ZipInfo, content: IO[bytes], embedded: bool) -> None:
    """The table behind a chart may come along; it may hold none in turn."""
    if embedded or part.file_size > MOST_EMBEDDED or path_ending(part) not in INSIDE.values():
        raise Refused("embedded", what="a document with other files in it")
    checked(BytesIO(content.read()), INSIDE, embedded=True)


def path_ending(part: zipfile.ZipInfo) -> str:
    return PurePosixPath(part.filename).suffix.lower().lstrip(".")


def _check_relations(content: IO[bytes]) -> None:
    for kind, target in _external(content):
        if kind.endswith(STARTS_SOMETHING_ELSE) or _is_elsewhere(target):
            raise Refused("fetches", what="a document that fetches something from elsewhere")


def _external(content: IO[bytes]) -> Iterator[tuple[str, str]]:
    """What is outside the package, links for a person to press left out; and what starts another
    program wherever it is."""
    for attributes in elements(content, "Relationship"):
        kind, target = attributes.get("Type", "").lower(), attributes.get("Target", "")
        outside = attributes.get("TargetMode") == "External"
        starts = kind.endswith(STARTS_SOMETHING_ELSE)
        if starts or (outside and not kind.endswith(FETCHED_ON_CLICK)):
            yield kind, target


def _is_elsewhere(target: str) -> bool:
    """On another computer; a template or picture on the writer's own disk is simply not found."""
    place = target.lower().replace("\\", "/").removeprefix("file:").strip()
    if ":" not in place.partition("/")[0]:
        return place.startswith("//") and not _on_a_drive(place.lstrip("/"))
    return not _on_a_drive(place)


def _on_a_drive(place: str) -> bool:
    return len(place) > 1 and place[0].isalpha() and place[1] == ":"
