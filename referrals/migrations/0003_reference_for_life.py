"""A draft has its reference from the start; drafts that are there already get theirs here."""

from django.db import migrations, models

import referrals.models.secrets
from referrals.models.secrets import new_reference


def give_references(apps, schema_editor):
    Referral = apps.get_model("referrals", "Referral")
    taken = set(Referral.objects.exclude(reference=None).values_list("reference", flat=True))
    for pk in Referral.objects.filter(reference=None).values_list("pk", flat=True):
        reference = new_reference()
        while reference in taken:
            reference = new_reference()
        taken.add(reference)
        Referral.objects.filter(pk=pk).update(reference=reference)


def take_references_of_drafts(apps, schema_editor):
    """Before this migration a draft could have none."""
    apps.get_model("referrals", "Referral").objects.filter(status="draft").update(reference=None)


class Migration(migrations.Migration):
    dependencies = [("referrals", "0002_review_origin")]

    operations = [
        migrations.RemoveConstraint(
            model_name="referral", name="submitted_has_reference_and_time"
        ),
        migrations.RunPython(give_references, take_references_of_drafts),
        migrations.AlterField(
            model_name="referral",
            name="reference",
            field=models.CharField(
                default=referrals.models.secrets.new_reference, max_length=20, unique=True
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                name="draft_or_submitted_at_a_time",
                condition=models.Q(
                    models.Q(status="draft", submitted_at=None),
                    models.Q(
                        models.Q(("status", "draft"), _negated=True),
                        ("submitted_at__isnull", False),
                    ),
                    _connector="OR",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                name="has_a_reference", condition=models.Q(("reference", ""), _negated=True)
            ),
        ),
    ]
