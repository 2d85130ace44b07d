"""Who took a call or opened a letter is a name like all others: encrypted with the key of the case. Of
a case whose key is lost it stays empty."""

import tscb.common.encryption.fields
from cryptography.fernet import InvalidToken
from django.db import migrations


def encrypt(apps, schema_editor):
    for entry in apps.get_model("referrals", "StaffEntry").objects.all():
        entry.taken_by_sealed = entry.taken_by
        try:
            entry.save(update_fields=("taken_by_sealed",))
        except InvalidToken:
            continue


class Migration(migrations.Migration):
    dependencies = [("referrals", "0026_audit_checks")]

    operations = [
        migrations.AddField(
            model_name="staffentry",
            name="taken_by_sealed",
            field=tscb.common.encryption.fields.EncryptedTextField(of="referral_id", null=True),
        ),
        migrations.RunPython(encrypt, migrations.RunPython.noop),
        migrations.RemoveField(model_name="staffentry", name="taken_by"),
        migrations.RenameField(
            model_name="staffentry", old_name="taken_by_sealed", new_name="taken_by"
        ),
    ]
