"""Names and addresses that were typed differently and are the same."""

import pytest

from referrals.description.alike import first_names, last_names, nhs_number, postcode, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë", "ZOE"),
        ("Anne-Marie", "Anne Marie"),
        ("Anne-Marie", "annemarie"),
        ("D'Arcy", "D’arcy"),
        ("Łukasz", "Lukasz"),
        ("Søren", "Soren"),
        ("Strauß", "Strauss"),
        ("Æthel", "aethel"),
        ("Robin James", "James Robin"),
        ("Robin James", "Robin"),
        ("R. Robin", "Robin"),
        ("Zo\N{LATIN SMALL LETTER E WITH DIAERESIS}", "Zoe\N{COMBINING DIAERESIS}"),
        ("محمد", "محمد"),
    ],
)
def test_first_names_that_are_the_same(one, other):
    assert first_names(one) & first_names(other)


@pytest.mark.parametrize(("one", "other"), [("Robin", "Rob"), ("Robyn", "Robin"), ("J", "James")])
def test_first_names_that_are_not(one, other):
    assert not first_names(one) & first_names(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O'Neil", "ONeil"),
        ("Sample-Example", "Sample Example"),
        ("Sample-Example", "Example"),
        ("Mc Donald", "McDonald"),
        ("van der Berg", "Van Der Berg"),
    ],
)
def test_last_names_that_are_the_same(one, other):
    assert last_names(one) & last_names(other)


def test_particles_are_no_last_names():
    assert not last_names("van Dyke") & last_names("van Berg")


@pytest.mark.parametrize("nothing", ["", " ", "-", "42", "?!"])
def test_no_name_is_like_no_other(nothing):
    assert first_names(nothing) == last_names(nothing) == set()


def test_initial_counts_only_where_nothing_else_is():
    assert first_names("J") == {"j"}
    assert "j" not in first_names("J Robin")


def test_pasted_text_is_cut_short():
    assert len(words("name " * 100)) == 6


@pytest.mark.parametrize("typed", ["943 476 5919", "9434765919", "NHS: 943-476-5919"])
def test_nhs_number_however_it_was_typed(typed):
    assert nhs_number(typed) == "9434765919"


@pytest.mark.parametrize("typed", ["", "943", "unknown", "943 476 5918", "999 000 0000", "0" * 10])
def test_what_is_typed_for_lack_of_a_number_is_none(typed):
    assert nhs_number(typed) == ""


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("1 Sample Street, Sampletown, ol6 6dl", "OL66DL"),
        ("Was M1 1AA, now SK14 2AB", "SK142AB"),
        ("W1A1HQ", "W1A1HQ"),
        ("1 Sample Street", ""),
        ("", ""),
    ],
)
def test_postcode(address, found):
    assert postcode(address) == found
