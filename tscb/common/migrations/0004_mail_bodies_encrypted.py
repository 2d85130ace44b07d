"""Bodies of mail may hold a link or a code that opens something: encrypted, and gone once sent."""

from collections.abc import Callable

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import tscb.common.encryption


def copied(source: str, target: str) -> Callable[[Apps, BaseDatabaseSchemaEditor], None]:
    """What waits keeps its text; what was sent or given up loses it."""

    def copy(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        mails = apps.get_model("common", "OutgoingMail").objects
        mails.exclude(state="waiting").update(**{target: ""})
        for mail in mails.filter(state="waiting").only(source):
            setattr(mail, target, getattr(mail, source))
            mail.save(update_fields=[target])

    return copy


class Migration(migrations.Migration):
    dependencies = [("common", "0003_purge")]

    operations = [
        migrations.RenameField("outgoingmail", "body", "clear_body"),
        migrations.AlterField("outgoingmail", "clear_body", models.TextField(default="")),
        migrations.AddField(
            "outgoingmail", "body", tscb.common.encryption.EncryptedTextField(default="")
        ),
        migrations.RunPython(copied("clear_body", "body"), copied("body", "clear_body")),
        migrations.RemoveField("outgoingmail", "clear_body"),
        migrations.AlterField(
            "outgoingmail", "body", tscb.common.encryption.EncryptedTextField()
        ),
    ]
