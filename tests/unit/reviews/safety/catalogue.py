"""The PDFs that show what the gate finds: one for each kind of leak, and clean look-alikes.

docs/safety-gate.md has a row for each, with what is found in it (test_catalogue.py).
"""

from typing import Any

from pikepdf import Array, Dictionary, Encryption, Name, OutlineItem, String
from PIL import Image

from reviews.safety.names import Known, Sort
from tests.unit.reviews.safety import documents
from tests.unit.reviews.safety.documents import (
    NAME,
    PLAIN,
    WHITE,
    box,
    pdf_of,
    plain,
    saved,
    text,
    with_mark,
    with_picture,
    with_root,
)
from tests.unit.reviews.safety.test_contents import CLEANED
from tests.unit.reviews.safety.test_hidden_text import (
    COVERED,
    PHOTO,
    SCAN,
    SEEN,
    scan_with_black_bar,
)

# What the linked referral of every PDF here says: made up, as everything is.
KNOWN = [
    Known("a first name", Sort.NAME, "Zoë Morwenna"),
    Known("a last name", Sort.NAME, "O’Testington"),
    Known("another name", Sort.NAME, "Grace"),
    Known("an address", Sort.ADDRESS, "14b Marigold Street, Sampletown, SA4 7MP"),
    Known("a school", Sort.SCHOOL, "St Sample Primary School"),
    Known("a date", Sort.DATE, "2016-05-03"),
    Known("initials beside a date", Sort.INITIALS, "ZT"),
    Known("a professional’s name", Sort.FULL_NAME, "Jordan Fictional"),
]


def said(words: str) -> bytes:
    return plain(PLAIN + text(words.encode("cp1252").decode("latin-1")))


def with_bookmark(title: str) -> bytes:
    pdf = pdf_of(PLAIN)
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(title, 0))
    return saved(pdf)


def with_tag(**entries: str) -> bytes:
    texts: dict[str, Any] = {key: String(value) for key, value in entries.items()}
    tag = Dictionary(Type=Name.StructElem, S=Name.Figure, **texts)
    return with_root(StructTreeRoot=Dictionary(K=tag))


def with_author(name: str) -> bytes:
    pdf = pdf_of(PLAIN)
    pdf.docinfo["/Author"] = name
    return saved(pdf)


def transparent() -> bytes:
    pdf = pdf_of(PLAIN + b"/G gs " + text(NAME))
    pdf.pages[0].Resources["/ExtGState"] = Dictionary(G=Dictionary(ca=0))
    return saved(pdf)


def cropped() -> bytes:
    pdf = pdf_of(PLAIN + text(NAME, y=30))
    pdf.pages[0].CropBox = Array([50, 50, 595, 842])
    return saved(pdf)


def many_pages() -> bytes:
    pdf = pdf_of(PLAIN)
    pages = pdf.Root.Pages
    pages["/Kids"], pages["/Count"] = Array([pdf.pages[0].obj] * 5000), 5000
    return saved(pdf)


def scanned(words: str, y: float) -> bytes:
    return with_picture(SCAN + text(words, y=y, mode=3), scan_with_black_bar())


def on_screen_only() -> bytes:
    return documents.with_layer(usage=Dictionary(Print=Dictionary(PrintState=Name.OFF)))


def link_to(address: str) -> bytes:
    return with_mark("Link", A=Dictionary(S=Name.URI, URI=String(address)))


LEAKS = {
    **{f"under a {how}" if "box" in how else how: pdf for how, pdf in COVERED.items()},
    "part of a word": plain(PLAIN + text(NAME, x=140) + box(138, 595, 26, 18)),
    "under a drawn mark": with_mark("Square", IC=Array([0, 0, 0]), C=Array([0, 0, 0])),
    "blacked-out scan": scanned(NAME, 594),
    "redaction mark": with_mark("Redact", OverlayText=String("removed")),
    "layer switched off": documents.with_layer(off=True),
    "layer on screen only": on_screen_only(),
    "white on white": plain(PLAIN + WHITE + text(NAME)),
    "transparent": transparent(),
    "invisible mode": plain(PLAIN + text(NAME, mode=3)),
    "off the page": plain(PLAIN + text(NAME, x=700)),
    "cropped away": cropped(),
    "tiny": plain(PLAIN + text(NAME, size=2)),
    "picture of text": with_picture(SCAN, scan_with_black_bar()),
    "text layer of a scan": scanned("The panel met in spring", 700),
    "words for reading aloud": with_root(
        StructTreeRoot=Dictionary(
            K=Dictionary(Type=Name.StructElem, S=Name.Span, ActualText=String(NAME))
        )
    ),
    **{str(kind): pdf for kind, pdf in CLEANED.items()},
    "XML form": with_root(AcroForm=Dictionary(Fields=Array(), XFA=String("<xdp/>"))),
    "link to a folder": link_to("file:///H:/Cases/draft.docx"),
    "NHS number": said("It was 943 476 5919"),
    "date of birth": said("born on 3 May 2011"),
    "e-mail": said("head@school.example.org"),
    "postcode": said("near M1 1AA"),
    "telephone": said("0161 496 0123"),
    "NI number": said("AB 12 34 56 C"),
    "UPRN": said("UPRN 100012345678"),
    "car": said("a red AB12 CDE"),
    "name with birth": said("Robin Sample, DOB: 03/05/2011"),
    "initials with a date": said("R.S. 3/5/2011"),
    "number in a bookmark": with_bookmark("NHS number 943 476 5919"),
    "number in an answer": documents.with_form("NHS number 943 476 5919"),
    "name in a long answer": documents.with_form("Agreed what to do. " * 20 + "Zoë O’Testington"),
    "name": said("Then Morwenna went home"),
    "name in capitals": said("MORWENNA"),
    "possessive": said("at the O'Testingtons' house"),
    "no accent": said("Then Zoe went home"),
    "name over two lines": plain(
        PLAIN + text("about OTesting-", x=400, y=600) + text("ton and the panel", x=72, y=586)
    ),
    "name in properties": with_author("Morwenna"),
    "name in a bookmark": with_bookmark("Morwenna’s school"),
    "name in an alternative text": with_tag(Alt="Zoë at home"),
    "near spelling": said("Then Morwena went home"),
    "ordinary word": said("Saying grace"),
    "street": said("a house in Marigold St."),
    "school": said("St. Sample Primary"),
    "date of the referral": said("on the 3rd of May, 2016"),
    "initials of the referral": said("ZT in 2016"),
    "professional": said("Fictional, Jordan"),
    "password": saved(pdf_of(PLAIN), encryption=Encryption(owner="a", user="b")),
    "cut off": plain()[:-300],
    "no PDF": b"MZ" + bytes(5000),
    "too many pages": many_pages(),
}

LOOK_ALIKES = {
    **SEEN,
    "layers that are shown": documents.with_layer(),
    "file for fast viewing": saved(pdf_of(PLAIN, PLAIN), linearize=True),
    "empty form": with_root(AcroForm=Dictionary()),
    "link to the web": link_to("https://example.org/"),
    "photo without data": with_picture(
        PLAIN + PHOTO, Image.effect_noise((40, 40), 80)
    ),
    "alternative text": with_tag(Alt="A chart of agencies"),
    "ten other digits": said("943 476 5918"),
    "years": said("Working Together 2010, 2013 and 2015"),
    "roads": said("the A57 and the M60"),
    "abbreviation with a date": said("ICB 3 May 2015"),
    "other names": said("Joanne and Marianne of Sampletown"),
    "other dates": said("between 3 May 2015 and 4 May 2016"),
}  # fmt: skip

ALL = {**LEAKS, **{f"clean: {name}": pdf for name, pdf in LOOK_ALIKES.items()}}
