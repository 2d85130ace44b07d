"""What was answered about the one child becomes the first of several children."""

from django.db import migrations

CHILD = (
    "child_first_names",
    "child_last_name",
    "child_other_names",
    "date_of_birth_known",
    "child_date_of_birth",
    "child_age",
    "child_date_of_death",
    "child_sex",
    "child_ethnic_group",
    "child_address",
    "child_school",
)
ROW = "child-1"


def into_rows(apps, schema_editor):
    for referral in apps.get_model("referrals", "Referral").objects.iterator():
        answers, child = split(referral.answers)
        unfinished, typed = split(referral.unfinished)
        if child or typed:
            change(
                referral,
                {**answers, "children": [{"id": ROW, **child}]},
                {**unfinished, ROW: typed} if typed else unfinished,
            )


def out_of_rows(apps, schema_editor):
    """The first child alone: the form before this had room for one."""
    for referral in apps.get_model("referrals", "Referral").objects.iterator():
        answers = dict(referral.answers)
        children = answers.pop("children", [])
        if children:
            first = {name: value for name, value in children[0].items() if name in CHILD}
            typed = referral.unfinished.get(children[0]["id"], {})
            kept = {n: v for n, v in referral.unfinished.items() if n != children[0]["id"]}
            change(referral, answers | first, kept | typed)


def split(document):
    rest = {name: value for name, value in document.items() if name not in CHILD}
    return rest, {name: value for name, value in document.items() if name in CHILD}


def change(referral, answers, unfinished):
    """Not `save`: when a referral was last changed stays as it is."""
    type(referral).objects.filter(pk=referral.pk).update(answers=answers, unfinished=unfinished)


class Migration(migrations.Migration):
    dependencies = [("referrals", "0004_ways_back")]

    operations = [migrations.RunPython(into_rows, out_of_rows)]
