"""Files as people upload them: a PDF, a picture, and what only pretends to be one."""

import io
import struct
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
from django.conf import settings
from django.db.models.fields.files import FieldFile
from django.test import Client
from pikepdf import Dictionary, Name
from PIL import Image

PROGRAM = b"MZ\x90\x00" + b"\x00" * 200 + b"This program cannot be run in DOS mode."
PLACE = {1: "N", 2: (53.0, 29.0, 0.0), 3: "W", 4: (2.0, 5.0, 0.0)}  # a GPS position
GPS, MAKER = 0x8825, 0x010F


@lru_cache
def pdf(words: str = "What we learned", pages: int = 1) -> bytes:
    """A small PDF in which the safety gate finds nothing."""
    document = pikepdf.new()
    for _ in range(pages):
        _add_page(document, words)
    return _saved(document)


@lru_cache
def pdf_with_covered_words() -> bytes:
    """A PDF that the safety gate blocks: a name under a black bar is still there to be copied."""
    document = pikepdf.new()
    _add_page(document, "Thomas Sample", more="0 g 70 690 200 30 re f")
    return _saved(document)


def _add_page(document: pikepdf.Pdf, words: str, more: str = "") -> None:
    document.add_blank_page(page_size=(595, 842))
    page = document.pages[-1]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F=document.make_indirect(font)))
    page.Contents = document.make_stream(f"BT /F 12 Tf 72 700 Td ({words}) Tj ET {more}".encode())


def _saved(document: pikepdf.Pdf) -> bytes:
    output = io.BytesIO()
    document.save(output, static_id=True)
    return output.getvalue()


@lru_cache
def picture(width: int = 900, height: int = 600, kind: str = "JPEG", **options: Any) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(output, kind, **options)
    return output.getvalue()


@lru_cache
def picture_with_place() -> bytes:
    """A photograph whose EXIF says with what it was taken, and where."""
    exif = Image.Exif()
    exif[MAKER] = "Camera of the family"
    exif.get_ifd(GPS).update(PLACE)
    return picture(exif=exif.tobytes())


@lru_cache
def picture_bomb(side: int = 20_000) -> bytes:
    """A small file that would fill the memory: 20,000 by 20,000 pixels of one colour."""
    rows = zlib.compress(bytes((side // 8 + 1) * side), level=1)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)  # a bit a pixel
    chunks = [(b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def download(client: Client, address: str, **headers: str) -> tuple[Any, bytes]:
    """The answer and all its bytes; reading to the end closes the file, as a server would."""
    response = client.get(address, headers=headers)
    return response, response.getvalue() if response.streaming else response.content


def kept_files() -> set[str]:
    """The names of all files in the store."""
    root = Path(settings.MEDIA_ROOT)
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def content_of(file: FieldFile) -> bytes:
    with file.open("rb") as opened:
        return opened.read()
