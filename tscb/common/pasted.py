"""Tidies text that was pasted from Word, a mail or a PDF into what the small markup knows.

Bullets of every kind become `- ` lists; what nobody sees, and what no font prints, goes. Letters,
numbers and the order of words are never changed, and tidied text stays as it is.
"""

import re
import unicodedata

# Line ends of Word and of other systems. A paragraph separator stands for an empty line.
LINE_END = re.compile("\r\n|[\r\x0b\x0c\u2028]")
# A soft or zero-width hyphenation mark; marks of order that could show text other than it is.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1d\x1f\x7f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
# Joiners mean something between letters of scripts that join, and in emoji; never beside Latin.
STRAY_JOINER = re.compile("(?<![^\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u024f])")
ANY_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
HYPHENS = str.maketrans({"\x1e": "-", "\u2010": "-", "\u2011": "-"})
# Wingdings and Symbol put their signs where no other font has any.
SIGNS = str.maketrans({"\uf0e0": "→", "\uf0df": "←", "\uf0b4": "×", "\uf0b0": "°"})
PRIVATE = re.compile("[\ue000-\uf8ff]")

BULLET = "•·∙●○◦▪▫■□‣⁃►▶➢➤❖✓✔\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"
# A sign may touch its text; letters that stand for a sign, a star, a plus and a dash need a gap.
AS_LIST = re.compile(
    rf"^[ \t]*(?:[{BULLET}](?:[{BULLET} \t])*|[oqvnlüØ§](?:\t| {{2,}})[ \t]*|[*+–][ \t]+)(?=\S)",
    re.MULTILINE,
)
BULLET_ALONE = re.compile(rf"^[ \t]*[{BULLET}][ \t]*\n+(?=[ \t]*\S)", re.MULTILINE)
NUMBER = re.compile(
    r"^[ \t]*(\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,4})[.)])(?:\t[ \t]*| {2,})(?=\S)", re.MULTILINE
)
INDENT = re.compile(r"^[ \t]*(?=- )")
GAP_IN_LIST = re.compile(r"(^[ ]*- .*)\n\n+(?=[ ]*- )", re.MULTILINE)
EMPTY_LINES = re.compile(r"\n{3,}")


def tidied(text: str) -> str:
    """A text of several lines, in the small markup."""
    text = visible(text)
    text = BULLET_ALONE.sub("- ", text)
    text = NUMBER.sub(r"\1 ", AS_LIST.sub("- ", text))
    text = PRIVATE.sub("", text)
    lines = [_line(line) for line in text.split("\n")]
    text = EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
    return GAP_IN_LIST.sub(r"\1\n", text)


def tidied_line(text: str) -> str:
    """A text of one line, such as a title."""
    text = PRIVATE.sub("", visible(text))
    return " ".join(text.split())


def visible(text: str) -> str:
    """With spaces, hyphens and line ends of one kind each, and without what is not seen."""
    text = "".join(_of_windows(character) for character in text)
    text = LINE_END.sub("\n", text.replace("\u2029", "\n\n"))
    text = STRAY_JOINER.sub("", UNSEEN.sub("", text.translate(HYPHENS)))
    text = ANY_SPACE.sub(" ", text.translate(SIGNS))
    return unicodedata.normalize("NFC", text)


def _of_windows(character: str) -> str:
    """Quotes and dashes of Windows that somebody read as control characters."""
    if not "\x80" <= character <= "\x9f":
        return character
    return character.encode("latin-1").decode("cp1252", "ignore")


def _line(line: str) -> str:
    """One space between words; the indent of a list within a list stays."""
    indent = INDENT.match(line)
    before = indent[0].expandtabs(2) if indent else ""
    return before + " ".join(line.split())
