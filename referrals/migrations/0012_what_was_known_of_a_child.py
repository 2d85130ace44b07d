"""Who gave a child's name or date of death had no need to say that it is known. Now that is asked
first, so what was given says so."""

from django.db import migrations

NAMES = ("child_first_names", "child_last_name", "child_other_names")


def say_so(apps, schema_editor):
    for referral in apps.get_model("referrals", "Referral").objects.iterator():
        answers, typed = referral.answers, referral.unfinished
        children = [said(child, typed.get(child["id"], {})) for child in answers.get("children", [])]
        if children != answers.get("children", []):
            change(referral, {**answers, "children": children})


def said(child, typed):
    given = {**typed, **child}
    more = {}
    if any(given.get(name) for name in NAMES):
        more["child_name_known"] = "yes"
    if given.get("child_date_of_death"):
        more["this_child_died"] = "yes"
    return {**more, **child}


def unsay(apps, schema_editor):
    for referral in apps.get_model("referrals", "Referral").objects.iterator():
        children = [
            {name: value for name, value in child.items() if name not in said({}, child)}
            for child in referral.answers.get("children", [])
        ]
        if children:
            change(referral, {**referral.answers, "children": children})


def change(referral, answers):
    """Not `save`: when a referral was last changed stays as it is."""
    type(referral).objects.filter(pk=referral.pk).update(answers=answers)


class Migration(migrations.Migration):
    dependencies = [("referrals", "0011_staff_entry")]

    operations = [migrations.RunPython(say_so, unsay)]
