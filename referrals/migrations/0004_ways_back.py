"""Links in mails, and how long a draft is kept: those that are there already from their last save."""

from datetime import timedelta

import referrals.models.keys
import tscb.common.encryption.fields
from django.db import migrations, models
from django.db.models import F


def from_their_last_save(apps, schema_editor):
    drafts = apps.get_model("referrals", "Referral").objects.filter(status="draft")
    drafts.update(kept_until=F("updated_at") + timedelta(days=28))


class Migration(migrations.Migration):

    dependencies = [
        ('referrals', '0003_reference_for_life'),
    ]

    operations = [
        migrations.CreateModel(
            name='LinkRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', tscb.common.encryption.fields.EncryptedTextField()),
                ('email', tscb.common.encryption.fields.EncryptedTextField()),
                ('asked_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ('asked_at', 'pk'),
            },
        ),
        migrations.AddField(
            model_name='draftkey',
            name='opened_with',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='referral',
            name='kept_until',
            field=models.DateTimeField(default=referrals.models.keys.expiry),
        ),
        migrations.AddField(
            model_name='referral',
            name='return_email',
            field=tscb.common.encryption.fields.EncryptedTextField(null=True),
        ),
        migrations.AddField(
            model_name='referral',
            name='warnings_passed',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name='auditevent',
            name='verb',
            field=models.CharField(choices=[('started', 'Draft started'), ('deleted', 'Draft deleted by the referrer'), ('link_sent', 'Link sent to the referrer'), ('opened', 'Opened with a link'), ('warned', 'Referrer warned before deletion'), ('expired', 'Draft deleted after 28 days'), ('submitted', 'Submitted'), ('read', 'Read'), ('refused', 'Refused'), ('linked', 'Linked to a case review'), ('unlinked', 'Link to a case review taken away')], max_length=20),
        ),
        migrations.AlterField(
            model_name='draftkey',
            name='kind',
            field=models.CharField(choices=[('cookie', 'Cookie'), ('return_code', 'Return code'), ('link', 'Link in a mail')], max_length=20),
        ),
        migrations.RunPython(from_their_last_save, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='referral',
            index=models.Index(condition=models.Q(('status', 'draft')), fields=['kept_until'], name='drafts_by_age'),
        ),
    ]
