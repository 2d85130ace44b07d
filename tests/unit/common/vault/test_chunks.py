"""A sealed file opens whole, from any place in it, or not at all."""

import io
import os
import random
from uuid import uuid4

import pytest

from tscb.common.vault import DamagedFileError, SealedReader, SealedWriter, new_key
from tscb.common.vault.chunks import CHUNK, SEALED_CHUNK, TAG, chunks_in, clear_size

SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17]
KEY, WHOSE = new_key(), uuid4()


def content(size: int) -> bytes:
    return random.Random(size).randbytes(size)  # noqa: S311 - only has to look like a file


def sealed(clear: bytes, key: bytes = KEY, whose=WHOSE, step: int = 50_000) -> bytes:
    output = io.BytesIO()
    writer = SealedWriter(output, key, whose)
    for start in range(0, len(clear), step):
        writer.write(clear[start : start + step])
    writer.finish()
    return output.getvalue()


def opened(stored: bytes, key: bytes = KEY, whose=WHOSE) -> bytes:
    with SealedReader(io.BytesIO(stored), key, whose) as reader:
        return reader.read()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", [1_000, 64 * 1024, 1_000_000])
def test_what_was_sealed_comes_out_again(size, step):
    stored = sealed(content(size), step=step)
    assert opened(stored) == content(size)
    assert clear_size(len(stored)) == size
    assert len(stored) == size + TAG * chunks_in(len(stored))


def test_how_the_bytes_came_makes_no_difference():
    assert sealed(content(200_000), step=7_777) == sealed(content(200_000), step=200_000)


def test_nothing_of_it_can_be_read_on_the_disk():
    assert b"Plantedmarker" not in sealed(b"Plantedmarker" * 20_000)


def test_digest_and_size_are_those_of_the_clear_bytes():
    writer = SealedWriter(io.BytesIO(), KEY, WHOSE)
    writer.write(b"abc")
    assert writer.size == 3
    assert writer.digest.startswith("ba7816bf")  # FIPS 180-4's own example


@pytest.mark.parametrize("size", SIZES)
def test_it_reads_from_any_place_as_a_plain_file_does(size):
    plain, choose = io.BytesIO(content(size)), random.Random(1)  # noqa: S311 - repeatable
    with SealedReader(io.BytesIO(sealed(content(size))), KEY, WHOSE) as reader:
        assert (reader.size, reader.seekable(), reader.readable()) == (size, True, True)
        for _ in range(60):
            offset, length = choose.randint(0, size + 10), choose.randint(0, 2 * CHUNK)
            assert reader.seek(offset) == plain.seek(offset)
            assert reader.read(length) == plain.read(length)
            assert reader.tell() == plain.tell()
        assert reader.seek(-min(size, 5), os.SEEK_END) == max(0, size - 5)
        assert reader.read() == content(size)[-5:]
        assert reader.seek(0, os.SEEK_CUR) == size


def test_before_the_beginning_is_nothing():
    with (
        SealedReader(io.BytesIO(sealed(b"abc")), KEY, WHOSE) as reader,
        pytest.raises(ValueError, match="before the beginning"),
    ):
        reader.seek(-1)


def test_chunks_that_are_asked_for_again_and_again_do_not_fill_the_memory():
    with SealedReader(io.BytesIO(sealed(content(40 * CHUNK))), KEY, WHOSE) as reader:
        for number in [*range(40), 0, 39]:
            reader.seek(number * CHUNK)
            assert reader.read(10) == content(40 * CHUNK)[number * CHUNK :][:10]
        assert len(reader.raw._opened) <= 16  # type: ignore[attr-defined]  # looking inside


STORED = sealed(content(3 * CHUNK + 17))


@pytest.mark.parametrize(
    "length",
    [0, 1, TAG - 1, TAG, TAG + 1, 1_000, len(STORED) - 1]
    + [SEALED_CHUNK + more for more in (-1, 0, 1, TAG, SEALED_CHUNK, 2 * SEALED_CHUNK)],
)
def test_a_file_that_was_cut_off_anywhere_does_not_open(length):
    with pytest.raises(DamagedFileError):
        opened(STORED[:length])


@pytest.mark.parametrize("more", [b"\0", bytes(TAG), bytes(SEALED_CHUNK)])
def test_a_file_that_was_made_longer_does_not_open(more):
    with pytest.raises(DamagedFileError):
        opened(STORED + more)


@pytest.mark.parametrize("place", [0, 70_000, SEALED_CHUNK - 1, 2 * SEALED_CHUNK, len(STORED) - 1])
def test_one_changed_bit_anywhere_shows(place):
    changed = bytearray(STORED)
    changed[place] ^= 1
    with pytest.raises(DamagedFileError):
        opened(bytes(changed))


def chunk(number: int) -> bytes:
    return STORED[number * SEALED_CHUNK : (number + 1) * SEALED_CHUNK]


@pytest.mark.parametrize("order", [(1, 0, 2, 3), (0, 2, 1, 3), (0, 0, 2, 3), (0, 2, 3), (0, 1, 3)])
def test_chunks_swapped_doubled_or_left_out_show(order):
    with pytest.raises(DamagedFileError):
        opened(b"".join(chunk(number) for number in order))


def test_no_other_key_and_no_other_files_number_open_it():
    for key, whose in ((new_key(), WHOSE), (KEY, uuid4())):
        with pytest.raises(DamagedFileError):
            opened(STORED, key, whose)


def test_a_chunk_of_another_file_under_the_same_key_shows():
    other = sealed(content(4 * CHUNK), whose=uuid4())
    with pytest.raises(DamagedFileError):
        opened(other[:SEALED_CHUNK] + STORED[SEALED_CHUNK:])


def test_a_file_whose_last_chunk_is_not_marked_does_not_open():
    output = io.BytesIO()
    writer = SealedWriter(output, KEY, WHOSE)
    writer.write(content(2 * CHUNK))  # and no `finish`
    with pytest.raises(DamagedFileError):
        opened(output.getvalue())
