"""What runs in the child process: confines itself, looks at one file, says what it is.

The parent's end of a socket is its standard input. It has no variables of ours, no key and no name
of the file; what it may use of time and memory is taken from it before it reads a byte.
"""

import json
import socket
import sys

from tscb.common.uploads.inspection.kinds import checked
from tscb.common.uploads.inspection.limits import Limits
from tscb.common.uploads.inspection.refusals import Refused
from tscb.common.uploads.inspection.remote import QUESTION, RemoteFile
from tscb.common.uploads.pdf_child import confine

WRITTEN = 1_000_000  # bytes; it has nothing to write


def main() -> None:
    seconds, memory, size, pixels, mail = map(int, sys.argv[1:])
    parent = socket.socket(fileno=0)
    confine(seconds, memory, WRITTEN)
    answer = json.dumps(looked(RemoteFile(parent, size), Limits(pixels, mail))).encode()
    parent.sendall(QUESTION.pack(len(answer), 0) + answer)


def looked(file: RemoteFile, limits: Limits) -> dict[str, object]:
    try:
        return {"kind": checked(file, limits)}
    except Refused as refused:
        return {"reason": refused.reason, "facts": refused.facts}


if __name__ == "__main__":
    main()
