"""Every referral that was received before there were cases gets one."""

from cryptography.fernet import InvalidToken
from django.db import migrations


def open_cases(apps, schema_editor):
    referrals = apps.get_model("referrals", "Referral").objects.exclude(status="draft")
    agencies = {one.name: one for one in apps.get_model("board", "Agency").objects.all()}
    case = apps.get_model("referrals", "Case")
    for number in list(referrals.values_list("pk", flat=True)):
        agency = agencies.get(agency_of(referrals, number))
        case.objects.create(referral_id=number, agency=agency)


def agency_of(referrals, number):
    """Of one that no key opens it stays unknown."""
    try:
        return referrals.get(pk=number).answers.get("referrer_agency")
    except InvalidToken:
        return None


class Migration(migrations.Migration):
    dependencies = [("referrals", "0014_cases")]

    operations = [migrations.RunPython(open_cases, migrations.RunPython.noop)]
