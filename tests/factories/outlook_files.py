"""Compound files as Outlook writes them, made by hand after [MS-CFB]: big sectors, no small ones.

Only what a reader needs: a header, one allocation table, a directory, and each stream in sectors of
its own.
"""

import struct
from dataclasses import dataclass, field

SECTOR = 512
FREE, END, TABLE, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROOT, STORAGE, STREAM = 5, 1, 2
SMALLEST = 4096  # anything shorter would have to lie in the small sectors

Tree = dict[str, "bytes | Tree"]


@dataclass
class Entry:
    name: str
    kind: int
    content: bytes = b""
    children: list[int] = field(default_factory=list)


def compound(tree: Tree) -> bytes:
    entries = [Entry("Root Entry", ROOT)]
    _add(entries, 0, tree)
    body, chains, starts = b"", [], []
    for entry in entries:
        padded = entry.content.ljust(-(-len(entry.content) // SECTOR) * SECTOR, b"\0")
        starts.append(len(body) // SECTOR if padded else END)
        chains.append(len(padded) // SECTOR)
        body += padded
    directory = b"".join(_entry(entries, n, starts[n]) for n in range(len(entries)))
    directory = directory.ljust(-(-len(directory) // SECTOR) * SECTOR, b"\0")
    used, rows = len(body) // SECTOR, len(directory) // SECTOR
    links = [
        link for start, length in zip(starts, chains, strict=True) for link in _chain(start, length)
    ]
    links += _chain(used, rows)
    tables = -(-(len(links) + 1) // 127)
    links += [TABLE] * tables
    table = b"".join(struct.pack("<I", link) for link in links).ljust(tables * SECTOR, b"\xff")
    return _header(used, used + rows, tables) + body + directory + table


def _chain(start: int, length: int) -> list[int]:
    return [start + n + 1 for n in range(length - 1)] + [END] if length else []


def _add(entries: list[Entry], parent: int, tree: Tree) -> None:
    for name, what in tree.items():
        is_stream = isinstance(what, bytes)
        content = what.ljust(SMALLEST, b"\0") if isinstance(what, bytes) else b""
        entries.append(Entry(name, STREAM if is_stream else STORAGE, content))
        entries[parent].children.append(len(entries) - 1)
        if not isinstance(what, bytes):
            _add(entries, len(entries) - 1, what)


def _entry(entries: list[Entry], number: int, start: int) -> bytes:
    """Children hang in a line to the right, which readers take for a tree that is not balanced."""
    entry = entries[number]
    mates = next((one.children for one in entries if number in one.children), [])
    place = mates.index(number) if mates else 0
    right = mates[place + 1] if place + 1 < len(mates) else NONE
    child = entry.children[0] if entry.children else NONE
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return (
        name.ljust(64, b"\0")
        + struct.pack("<HBB", len(name), entry.kind, 1)
        + struct.pack("<III", NONE, right, child)
        + bytes(16 + 4 + 16)
        + struct.pack(
            "<IQ",
            start if entry.content else (0 if entry.kind == STORAGE else END),
            len(entry.content),
        )
    )


def _header(directory: int, table: int, tables: int) -> bytes:
    numbers = [table + n for n in range(tables)] + [FREE] * (109 - tables)
    return (
        SIGN
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
        + struct.pack("<IIIIIIIII", 0, tables, directory, 0, SMALLEST, END, 0, END, 0)
        + b"".join(struct.pack("<I", number) for number in numbers)
    )


def attached(content: bytes, name: str = "plan.pdf") -> Tree:
    return {
        "__properties_version1.0": bytes(32),
        "__substg1.0_37010102": content,
        "__substg1.0_3707001F": name.encode("utf-16-le"),
    }


def message(*attachments: Tree, **more: "bytes | Tree") -> Tree:
    listed: Tree = {f"__attach_version1.0_#{n:08X}": one for n, one in enumerate(attachments)}
    return {
        "__properties_version1.0": bytes(32),
        "__substg1.0_001A001F": "IPM.Note".encode("utf-16-le"),
        "__substg1.0_0037001F": "Chronology".encode("utf-16-le"),
        **listed,
        **more,
    }


def outlook_mail(*attachments: Tree) -> bytes:
    return compound(message(*attachments))
