"""What the person reads when a file is not taken: what is the matter with it, and what to do."""

from tscb.common.uploads.inspection.process import MOST_MAIL_BYTES, Found
from tscb.common.uploads.sizes import in_words

TAKEN = "a PDF, a Word document (.docx), a JPEG, PNG or WebP picture, or a mail (.eml or .msg)"
AS_PDF = "Save it as a PDF and choose that file."
PRINT = "Print it to a new PDF and choose that file."
AGAIN = "Save it again and choose the new file."
OPEN = "needs a password. Save a copy without a password and choose that file."
SENTENCES = {
    "kind": f"is {{what}}. Choose {TAKEN}.",
    "heic": "is an HEIC photo, which not every computer can open. Save it as a JPEG and choose "
    "that file.",
    "two in one": "is a {what} and something else in one. Save a plain copy and choose that file.",
    "too long": f"takes too long to check. {AS_PDF}",
    "broken off": f"cannot be checked safely. {AS_PDF}",
    # PDF
    "password": OPEN,
    "damaged": f"is damaged and cannot be opened. {AGAIN}",
    "pdf cut off": f"is not complete: its end is missing. {AGAIN}",
    "pdf runs": f"is a PDF with a script or program in it. {PRINT}",
    "pdf attachments": f"is a PDF with other files in it. {PRINT} Add the others one by one.",
    # Pictures
    "pixels": "is a picture of {size} pixels, more than we can take. Save a smaller copy.",
    "picture damaged": f"is a damaged or incomplete picture. {AGAIN}",
    # Word
    "archive": f"is a zip file. Unpack it, and choose {TAKEN}.",
    "not word": f"is not a Word document. {AS_PDF}",
    "old office": "is {what}. Save it as a PDF, or from Word as .docx, and choose that file.",
    "office password": OPEN,
    "office damaged": f"is a damaged Word document. Open it in Word. {AGAIN}",
    "macros": f"is a document with macros or programs in it. {AS_PDF}",
    "embedded": f"has other files inside it. {AS_PDF}",
    "fetches": f"is a document that fetches something from elsewhere when it is opened. {AS_PDF}",
    "bomb": f"unpacks to far more than a document should. {AS_PDF}",
    # Mail
    "mail too large": "is a mail of more than {most}. Save its attachments and choose those.",
    "mail damaged": f"is a damaged mail. {PRINT}",
    "compound damaged": f"is a damaged Outlook mail or an old Word document. {AS_PDF}",
    "mail sealed": f"is an encrypted mail, which nobody but you can read. {PRINT}",
    "attachment": f"is a mail that carries {{what}}. Save the mail without it. Or: {PRINT}",
}


def sentence(found: Found) -> str:
    """To follow the name of the file: “plan.pdf is damaged …”."""
    facts = {"most": in_words(MOST_MAIL_BYTES), **found.facts}
    return SENTENCES.get(found.reason, SENTENCES["broken off"]).format(**facts)
