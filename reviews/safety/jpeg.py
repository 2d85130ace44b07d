"""A JPEG picture without the parts that tell about its making (ISO/IEC 10918-1, annex B).

The picture itself is not touched, so it stays as sharp as it was.
"""

# APP0 (JFIF), APP2 (colours) and APP14 (Adobe's colour transform) decide how the picture looks.
KEPT_PARTS = {0xE0, 0xE2, 0xEE}
FIRST_PART, LAST_PART, COMMENT = 0xE0, 0xEF, 0xFE
START_OF_SCAN = 0xDA
START = b"\xff\xd8"


def without_private_parts(content: bytes) -> bytes:
    """The same picture without camera data, places, comments; anything else as it came."""
    if not content.startswith(START):
        return content
    kept, at = [START], 2
    while content[at : at + 1] == b"\xff" and at + 4 <= len(content):
        marker = content[at + 1]
        if marker == START_OF_SCAN:
            break
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if not _is_private(marker):
            kept.append(content[at:end])
        at = end
    return b"".join([*kept, content[at:]])


def _is_private(marker: int) -> bool:
    is_part = FIRST_PART <= marker <= LAST_PART
    return marker == COMMENT or (is_part and marker not in KEPT_PARTS)
