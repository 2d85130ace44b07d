"""A file for each case's key: whole or not there, for the site alone, gone when destroyed."""

import multiprocessing
import stat
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from cryptography.fernet import Fernet, InvalidToken

from tscb.common.encryption import CaseKeyMissing, key_store, place_of_key
from tscb.common.encryption.case_tokens import HEAD, MARK, case_of, is_of_a_case, seal, unseal

CASE = uuid4()


@pytest.fixture
def case():
    key_store.make(CASE)
    return CASE


def mode(path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_key_lies_in_a_file_of_its_own_wrapped_in_the_sites_key(case):
    assert len(key_store.key_of(case)) == 32
    assert key_store.key_of(case) not in key_store.path(case).read_bytes()
    assert (mode(key_store.path(case)), mode(key_store.folder())) == (0o600, 0o700)
    assert list(key_store.case_ids()) == [case]


def test_made_again_it_stays_the_same(case):
    before = key_store.key_of(case)
    key_store.make(case)
    assert key_store.key_of(case) == before


def test_many_that_make_it_at_once_make_one():
    def made(_: int) -> bytes:
        key_store.make(CASE)
        return key_store.key_of(CASE)

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(made, range(24)))) == 1


def test_what_a_crash_left_unfinished_is_no_key():
    key_store.folder().mkdir(exist_ok=True)
    (key_store.folder() / f"{CASE.hex}{key_store.UNFINISHED}").write_bytes(b"gAAAA")
    assert not list(key_store.case_ids())
    key_store.make(CASE)
    assert key_store.key_of(CASE)


def test_destroyed_it_opens_nothing_in_any_process(case):
    secret = seal(case, b"what happened")
    assert unseal(secret) == b"what happened"
    running = multiprocessing.get_context("fork").Process(target=key_store.destroy, args=(case,))
    running.start()
    running.join()
    assert not key_store.path(case).exists()
    with pytest.raises(CaseKeyMissing, match="not in the key store"):
        unseal(secret)
    key_store.destroy(case)  # and once more, after a crash


def test_destroyed_key_does_not_come_back_when_keys_are_wrapped_anew(case):
    key_store.destroy(case)
    key_store.wrap_anew(case)
    assert not key_store.exists(case)


def test_wrapped_anew_it_is_the_same_key(case, settings):
    key, newest = key_store.key_of(case), Fernet.generate_key().decode()
    settings.FIELD_ENCRYPTION_KEYS = [newest, *settings.FIELD_ENCRYPTION_KEYS]
    key_store.wrap_anew(case)
    assert place_of_key(key_store.wrapped(case)) == 0
    assert key_store.key_of(case) == key


def test_token_says_whose_key_made_it(case):
    assert is_of_a_case(seal(case, b""))
    assert case_of(seal(case, b"")) == case
    assert seal(case, b"yes") != seal(case, b"yes")


@pytest.mark.parametrize("at", [HEAD - 1, HEAD, -1])
def test_changed_bytes_are_refused(case, at):
    secret = bytearray(seal(case, b"what happened"))
    secret[at] ^= 1
    with pytest.raises(InvalidToken):
        unseal(bytes(secret))


@pytest.mark.parametrize("length", [len(MARK), HEAD, HEAD + 3])
def test_what_was_cut_off_is_refused(case, length):
    with pytest.raises(InvalidToken):
        unseal(seal(case, b"what happened")[:length])
