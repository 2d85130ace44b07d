"""Makes small files for the tests of uploads."""

import io
import zlib
from typing import Any

import pikepdf
from django.core.files.base import ContentFile
from PIL import Image


def named(content: bytes, name: str = "upload.bin") -> ContentFile:
    return ContentFile(content, name=name)


def pdf_bytes(pages: int = 1, **options: Any) -> bytes:
    output = io.BytesIO()
    with pikepdf.Pdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.save(output, **options)
    return output.getvalue()


def picture(
    kind: str = "JPEG",
    size: tuple[int, int] = (1200, 800),
    mode: str = "RGB",
    colour: Any = "teal",
    **options: Any,
) -> bytes:
    output = io.BytesIO()
    Image.new(mode, size, colour).save(output, kind, **options)
    return output.getvalue()


def png_that_says(width: int, height: int) -> bytes:
    """A PNG of a few bytes that declares so many pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content).to_bytes(4, "big")
        return len(content).to_bytes(4, "big") + kind + content + check

    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size + b"\x08\x02\x00\x00\x00")
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )
