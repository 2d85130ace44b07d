"""The one door to PDFium in this process: it is not thread-safe, so it is behind one lock.

Files from outside are read in a child process instead (pdf_process.py), which uses this door too.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_lock = threading.RLock()


class UnreadablePdfError(Exception):
    """PDFium cannot open the file."""

    def __init__(self, *, needs_password: bool):
        self.needs_password = needs_password
        super().__init__("password" if needs_password else "damaged")


@contextmanager
def opened(source: bytes | Path | IO[bytes]) -> Iterator[pdfium.PdfDocument]:
    """The document, for as long as no other thread may use PDFium; raises UnreadablePdfError."""
    with _lock:
        document = _open(source)
        try:
            yield document
        finally:
            document.close()


def _open(source: bytes | Path | IO[bytes]) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(source)
    except pdfium.PdfiumError as error:
        password = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise UnreadablePdfError(needs_password=password) from None
