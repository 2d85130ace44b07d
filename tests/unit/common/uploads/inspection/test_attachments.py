"""What comes with a mail is looked at as if it had come by itself, however deep it lies."""

import io
from email.message import EmailMessage

import pytest

from tests.factories import hostile, office_files
from tests.factories.files import PROGRAM
from tests.factories.mails import mail, with_mail_inside
from tests.factories.outlook_files import attached, compound, message, outlook_mail
from tscb.common.uploads.inspection import outlook
from tscb.common.uploads.inspection.kinds import checked
from tscb.common.uploads.inspection.limits import Limits
from tscb.common.uploads.inspection.refusals import Refused

LIMITS = Limits(pixels=50_000_000, mail_bytes=2_000_000)
A_ZIP = office_files.packed({"a.exe": PROGRAM})


def look(content: bytes) -> str:
    return checked(io.BytesIO(content), LIMITS)


ATTACHED = {
    "a program": ("plan.pdf", PROGRAM, "a Windows program"),
    "a script by its name": ("plan.js", b"alert(1)", "of a kind that we do not know"),
    "a script by its beginning": ("plan.txt", b"#!/bin/sh\n", "a script"),
    "a web page": ("plan.txt", b"<html><script>", "a web page"),
    "a zip file": ("plan.zip", A_ZIP, "a zip archive"),
    "macros": (
        "plan.docx",
        office_files.docx(office_files.MACROS),
        "a document with macros or programs in it",
    ),
    "an old Word document": ("plan.doc", compound({"WordDocument": b"x"}), "an old Word document"),
    "a PDF with a script": (
        "plan.pdf",
        hostile.with_script(),
        "a file that was refused (pdf runs)",
    ),
    "a mail with a program": (
        "plan.eml",
        mail(("list.txt", "application/octet-stream", PROGRAM)),
        "a Windows program",
    ),
}


@pytest.mark.parametrize(("name", "content", "what"), ATTACHED.values(), ids=ATTACHED)
def test_what_comes_with_a_mail_is_looked_at_as_any_other_file(name, content, what):
    with pytest.raises(Refused) as refused:
        look(mail((name, "application/octet-stream", content)))
    assert (refused.value.reason, refused.value.facts) == ("attachment", {"what": what})


@pytest.mark.parametrize("embedded", [False, True])
def test_what_comes_with_an_outlook_mail_is_looked_at_too(embedded):
    inner = message(attached(PROGRAM.ljust(5_000), "plan.pdf"))
    outer = message({"__substg1.0_3701000D": inner, "__properties_version1.0": b"x"})
    with pytest.raises(Refused) as refused:
        look(compound(outer if embedded else inner))
    assert refused.value.facts == {"what": "a Windows program"}


def test_an_object_in_an_outlook_mail_is_refused():
    with pytest.raises(Refused) as refused:
        look(outlook_mail({"__substg1.0_3701000D": {"CONTENTS": b"x"}}))
    assert refused.value.facts == {"what": "an embedded object"}


def test_mails_in_mails_end_somewhere():
    content = mail()
    for _ in range(5):
        content = with_mail_inside(content)
    with pytest.raises(Refused) as refused:
        look(content)
    assert refused.value.facts == {"what": "too many mails inside each other"}


def test_a_mail_nested_without_end_is_damaged():
    top = EmailMessage()
    top["From"], top["Date"] = "nurse@example.org", "Mon, 2 Nov 2026 10:00:00 +0000"
    lines = [f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(1_100)]
    with pytest.raises(Refused) as refused:
        look(top.as_bytes().rstrip() + b"\n" + "".join(lines).encode())
    assert refused.value.reason == "mail damaged"


def test_attachment_of_an_outlook_mail_without_a_name_is_looked_at_by_its_content():
    unnamed = {"__substg1.0_37010102": PROGRAM.ljust(5_000)}
    with pytest.raises(Refused) as refused:
        look(outlook_mail(unnamed))
    assert refused.value.facts == {"what": "a Windows program"}


def test_an_outlook_mail_of_very_many_streams_is_refused(monkeypatch):
    monkeypatch.setattr(outlook, "MOST_STREAMS", 3)
    with pytest.raises(Refused) as refused:
        look(outlook_mail(attached(PROGRAM)))
    assert refused.value.reason == "mail damaged"
