"""What the import's runner does with any kind of record."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from reviews.models import Theme
from tests.factories.files import kept_files
from tscb.common.importing import Options, Outcome, Record
from tscb.common.importing.runner import _import_one, importers
from tscb.common.uploads.storage import nothing_left_on_failure, private_storage


class Careless:
    """Writes without looking whether it is there."""

    kind = "careless"

    def save(self, record: Record, options: Options) -> bool:
        Theme.objects.create(name=record.text("name"), slug="same")
        return True


@pytest.mark.django_db
def test_what_the_database_refuses_names_the_line_and_stops_nothing():
    outcome = Outcome()
    for line, name in enumerate(["One", "Two"], start=1):
        record = Record(line, {"kind": "careless", "name": name})
        _import_one(Careless(), record, Options(folder=Path()), outcome)
    [problem] = outcome.problems
    assert problem.startswith("line 2, record: the database refuses it: duplicate key")
    assert Theme.objects.get().name == "One"


def test_kinds_come_in_an_order_in_which_each_finds_what_it_refers_to():
    assert [importer.kind for importer in importers()] == ["theme", "review", "briefing"]


def stored() -> str:
    return private_storage().save("documents/a.pdf", ContentFile(b"content"))


def stored_before(failure: type[BaseException]) -> None:
    with nothing_left_on_failure():
        stored()
        raise failure


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_files_of_a_block_that_fails_are_deleted(failure):
    before = kept_files()
    with pytest.raises(failure):
        stored_before(failure)
    assert kept_files() == before


def test_files_of_a_block_that_ends_well_stay():
    with nothing_left_on_failure():
        name = stored()
    assert name in kept_files()
