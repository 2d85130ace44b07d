"""PDFs that harm whoever reads them without care: too much, too deep, without end, two in one."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.factories.files import pdf

PAGE = b"BT /F 12 Tf 72 700 Td (What we learned) Tj ET"


def page_of(pdf_file: Pdf, content: bytes = PAGE) -> pikepdf.Page:
    pdf_file.add_blank_page(page_size=(595, 842))
    page = pdf_file.pages[-1]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F=font))
    page.Contents = pdf_file.make_stream(content)
    return page


def bytes_of(pdf_file: Pdf, **options: object) -> bytes:
    output = io.BytesIO()
    pdf_file.save(output, **options)  # type: ignore[arg-type]  # handed on as they are
    return output.getvalue()


def made(change: Callable[[Pdf], object], content: bytes = PAGE) -> bytes:
    """A file of one page, after the change."""
    pdf_file = Pdf.new()
    page_of(pdf_file, content)
    change(pdf_file)
    return bytes_of(pdf_file)


def protected(user: str) -> bytes:
    """Encrypted: with a password to open it, or where that is empty, with one to change it."""
    pdf_file = Pdf.new()
    page_of(pdf_file)
    return bytes_of(pdf_file, encryption=pikepdf.Encryption(owner="owner", user=user))


def large(size: int) -> bytes:
    """One stream that no page shows makes the file as large as wanted."""
    pdf_file = Pdf.new()
    page_of(pdf_file)
    pdf_file.Root["/Large"] = pdf_file.make_stream(bytes(size))
    return bytes_of(pdf_file, compress_streams=False)


def packed_bomb() -> bytes:
    """Sixty thousand lines of text in a few kilobytes."""
    words = b"BT /F 9 Tf 9 9 Td " + b"(aaaaaaaaa aaaaaaaaa aaaaaaaaa) Tj " * 60_000
    pdf_file = Pdf.new()
    page = page_of(pdf_file)
    page.Contents = pdf_file.make_stream(zlib.compress(words, 9), Filter=Name.FlateDecode)
    return bytes_of(pdf_file)


def forms_without_end() -> bytes:
    """Drawings that draw drawings: a thousand million rectangles in three kilobytes."""
    pdf_file = Pdf.new()
    page, form = page_of(pdf_file, b"/X Do"), None
    for _ in range(12):
        inside = Dictionary(XObject=Dictionary(X=form)) if form is not None else Dictionary()
        kind = Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 900], Resources=inside
        )
        form = pdf_file.make_stream(b"0 0 9 9 re f" if form is None else b"/X Do " * 10, kind)
    page.Resources["/XObject"] = Dictionary(X=form)
    return bytes_of(pdf_file)


def form_that_draws_itself() -> bytes:
    def change(pdf_file: Pdf) -> None:
        kind = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 900])
        form = pdf_file.make_stream(b"/X Do", kind)
        form["/Resources"] = Dictionary(XObject=Dictionary(X=form))
        pdf_file.pages[0].Resources["/XObject"] = Dictionary(X=form)

    return made(change, PAGE + b" /X Do")


def bookmarks_in_a_circle() -> bytes:
    def change(pdf_file: Pdf) -> None:
        one = pdf_file.make_indirect(Dictionary(Title=String("One")))
        two = pdf_file.make_indirect(Dictionary(Title=String("Two"), Next=one, Prev=one))
        one["/Next"] = two
        top = pdf_file.make_indirect(Dictionary(Type=Name.Outlines, First=one, Last=two, Count=2))
        one["/Parent"] = two["/Parent"] = top
        pdf_file.Root["/Outlines"] = top

    return made(change)


def page_tree(depth: int) -> bytes:
    """One page under so many nodes with one child each."""

    def change(pdf_file: Pdf) -> None:
        node = pdf_file.pages[0].obj
        for _ in range(depth):
            above = pdf_file.make_indirect(
                Dictionary(Type=Name.Pages, Kids=Array([node]), Count=1)
            )  # fmt: skip
            node["/Parent"] = above
            node = above
        pdf_file.Root["/Pages"] = node

    return made(change)


def pages_in_a_circle() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"
    )


def without_pages() -> bytes:
    return made(lambda pdf_file: pdf_file.pages.__delitem__(0))


def many_objects(number: int) -> bytes:
    def change(pdf_file: Pdf) -> None:
        many = [pdf_file.make_indirect(Dictionary(N=at)) for at in range(number)]
        pdf_file.Root["/Many"] = Array(many)

    return made(change)


def with_script() -> bytes:
    action = Dictionary(S=Name.JavaScript, JS=String("app.launchURL('https://example.org')"))
    return made(lambda pdf_file: pdf_file.Root.__setitem__("/OpenAction", action))


def and_a_zip() -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("draft.txt", "with a name in it")
    return pdf() + archive.getvalue()


def and_a_page_of_html() -> bytes:
    return b"%PDF-1.7\n<html><script>alert(1)</script></html>\n" + pdf()
