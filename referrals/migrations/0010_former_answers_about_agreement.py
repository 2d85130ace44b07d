"""Referrals from when the form asked whether the manager agrees: their answers stay readable.

A tick was never an agreement: where it said yes, the panel now reads that the referrer said so.
"""

from django.db import migrations

QUESTION = "manager_agrees"
WHY = "The form then asked whether the manager agrees, and the referrer answered yes."
WORDING = "Does your manager agree to this referral? Yes."


def bring_along(apps, schema_editor):
    for referral in apps.get_model("referrals", "Referral").objects.iterator():
        if QUESTION in referral.answers and "agreement_route" not in referral.answers:
            referral.answers["agreement_route"] = "manager"
            referral.save(update_fields=["answers"])
            if referral.answers[QUESTION] == "yes" and referral.status != "draft":
                keep_what_was_said(apps.get_model("referrals", "Agreement"), referral)


def keep_what_was_said(Agreement, referral):
    answers = referral.answers
    Agreement.objects.create(
        referral=referral,
        number=1,
        route="spoken",
        state="attested",
        person={"name": answers.get("manager_name", ""), "role": answers.get("manager_role", "")},
        why=WHY,
        wording=WORDING,
        wording_version="0",
        said_on=answers.get("discussed_on"),
        asked_at=referral.submitted_at,
        entered_by_role=referral.submitted_by,
    )


class Migration(migrations.Migration):
    dependencies = [("referrals", "0009_agreement")]

    operations = [migrations.RunPython(bring_along, migrations.RunPython.noop)]
