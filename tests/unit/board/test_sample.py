"""Sample people, and the commands around them."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reviews.models import CaseReview, ReviewType
from tests.factories import make_document, make_person, make_review
from tscb.board import sample
from tscb.board.models import BoardSettings, Page, User
from tscb.board.roles import Role, has_role, set_up_groups

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_passwords_and_no_file_left(settings):
    """Five people's passwords would be hashed for seconds, on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    yield
    sample.FILE.unlink(missing_ok=True)


def said(command: str) -> str:
    output = StringIO()
    call_command(command, stdout=output)
    return output.getvalue()


def test_load_makes_people_with_their_roles():
    set_up_groups()
    sample.load()
    assert {user.email for user in User.objects.all()} == {one.email for one in sample.PEOPLE}
    for one in sample.PEOPLE:
        user = User.objects.get(email=one.email)
        assert all(has_role(user, role) for role in one.roles)
        assert user.is_superuser == one.is_superuser


def test_sign_ins_open_what_was_made():
    sample.load()
    for person, password, code in sample.sign_ins():
        assert User.objects.get(email=person.email).check_password(password)
        assert len(code) == 6
        assert code.isdigit()


def test_sign_ins_are_drawn_anew_and_kept_privately():
    sample.load()
    first = json.loads(sample.FILE.read_text())
    sample.load()
    assert json.loads(sample.FILE.read_text()) != first
    assert sample.FILE.stat().st_mode & 0o777 == 0o600


def test_sign_ins_of_people_who_are_not_in_the_file():
    sample.FILE.write_text(
        json.dumps({"panel@sample.example": {"password": "x", "secret": "AA" * 8}})
    )
    assert [person.email for person, *_ in sample.sign_ins()] == ["panel@sample.example"]


def test_command_shows_how_to_sign_in():
    sample.load()
    shown = said("sample_sign_ins")
    for one in sample.PEOPLE:
        assert one.email in shown
    assert json.loads(sample.FILE.read_text())["panel@sample.example"]["password"] in shown


def test_command_without_sample_people():
    assert "There are no sample people here." in said("sample_sign_ins")


def test_remove_takes_sample_people_and_nobody_else():
    sample.load()
    own = make_person(Role.EDITOR)
    sample.remove()
    assert list(User.objects.all()) == [own]
    assert not sample.FILE.exists()


def test_sample_person_whose_act_is_kept_stays_without_access():
    """Who uploaded a document is part of its record; the sign-in goes all the same."""
    sample.load()
    editor = User.objects.get(email="editor@sample.example")
    document = make_document(make_review(), uploaded_by=editor, released_at=None)
    sample.remove()
    editor.refresh_from_db()
    assert not editor.is_active
    assert not editor.has_usable_password()
    document.refresh_from_db()
    assert document.uploaded_by == editor
    sample.load()
    editor.refresh_from_db()
    assert editor.is_active


def test_set_up_site_gives_the_facts_and_no_sample():
    assert "Check them in /admin/" in said("set_up_site")
    assert ReviewType.objects.count() == 4
    assert Page.objects.exists()
    assert not CaseReview.objects.exists()
    assert not User.objects.exists()


def test_set_up_site_changes_nothing_that_is_there():
    said("set_up_site")
    ReviewType.objects.filter(slug="learning-review").update(name="Rapid Review")
    said("set_up_site")
    assert ReviewType.objects.get(slug="learning-review").name == "Rapid Review"


def test_load_sample_is_refused_in_production(settings):
    settings.DEVELOPMENT = False
    with pytest.raises(CommandError, match="Sample content belongs on no public site"):
        call_command("load_sample")


def test_load_sample_does_nothing_the_second_time():
    BoardSettings.objects.create(sample_was_loaded=True)
    assert said("load_sample") == ""
    assert not User.objects.exists()


def test_remove_sample_of_all_apps():
    sample.load()
    make_review(is_sample=True)
    own = make_review()
    assert "The sample content is gone." in said("remove_sample")
    assert list(CaseReview.objects.all()) == [own]
    assert not User.objects.exists()
