"""Mails as files, with whatever attached."""

from email.message import EmailMessage


def mail(*attachments: tuple[str, str, bytes], html: bool = True) -> bytes:
    """Each attachment a name, a content type and its bytes."""
    message = EmailMessage()
    message["From"] = "nurse@example.org"
    message["To"] = "lead@example.org"
    message["Date"] = "Mon, 2 Nov 2026 10:00:00 +0000"
    message["Subject"] = "Chronology"
    message.set_content("What we know.")
    if html:
        message.add_alternative("<html><body>What we know.</body></html>", subtype="html")
    for name, kind, content in attachments:
        main, sub = kind.split("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def with_mail_inside(inner: EmailMessage | bytes) -> bytes:
    return mail(("inner.eml", "application/octet-stream", bytes(inner)))
