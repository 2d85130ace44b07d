"""Reading back a Word file that the site made, without Word."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"


class WordFile:
    """The parts of a file, each read as XML; raises where one is not well formed."""

    def __init__(self, content: bytes):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            parts = {name: archive.read(name) for name in self.names}
        # Our own file, made a moment ago by our own code.
        self.parts = {name: ElementTree.fromstring(text) for name, text in parts.items()}  # noqa: S314 - ours
        self.body = self.parts["word/document.xml"]

    def targets(self) -> set[str]:
        """All parts that another part leads to."""
        return {
            f"{name.split('_rels/')[0]}{one.get('Target')}"
            for name in self.names
            if name.endswith(".rels")
            for one in self.parts[name].iter(RELATION)
        }

    def typed(self) -> set[str]:
        return {
            str(one.get("PartName")).lstrip("/")
            for one in self.parts["[Content_Types].xml"].iter(TYPE)
        }

    def styled(self, style: str) -> list[str]:
        """The words of all paragraphs of a style."""
        found = []
        for paragraph in self.body.iter(f"{WORD}p"):
            name = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
            if name is not None and name.get(f"{WORD}val") == style:
                found.append(words_in(paragraph))
        return found

    def rows(self) -> list[list[str]]:
        return [
            [words_in(cell) for cell in row.iter(f"{WORD}tc")]
            for row in self.body.iter(f"{WORD}tr")
        ]


def words_in(node: ElementTree.Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{WORD}t"))
