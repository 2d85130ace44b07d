"""Each case gets a key of its own. Those that are there get theirs when something of them is saved, or
all of them by `manage.py rotate_keys`."""

import tscb.common.encryption.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('referrals', '0016_deciding'),
    ]

    operations = [
        migrations.AddField(
            model_name='referral',
            name='has_own_key',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AlterField(
            model_name='referral',
            name='has_own_key',
            field=models.BooleanField(default=True, editable=False),
        ),
        migrations.AlterField(
            model_name='addition',
            name='text',
            field=tscb.common.encryption.fields.EncryptedTextField(of='referral_id'),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='person',
            field=tscb.common.encryption.fields.EncryptedJSONField(default=dict, of='referral_id'),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='why',
            field=tscb.common.encryption.fields.EncryptedTextField(default=str, of='referral_id'),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='words',
            field=tscb.common.encryption.fields.EncryptedTextField(default=str, of='referral_id'),
        ),
        migrations.AlterField(
            model_name='referral',
            name='answers',
            field=tscb.common.encryption.fields.EncryptedJSONField(default=dict, of='id'),
        ),
        migrations.AlterField(
            model_name='referral',
            name='return_email',
            field=tscb.common.encryption.fields.EncryptedTextField(null=True, of='id'),
        ),
        migrations.AlterField(
            model_name='referral',
            name='unfinished',
            field=tscb.common.encryption.fields.EncryptedJSONField(default=dict, of='id'),
        ),
        migrations.AlterField(
            model_name='referralfile',
            name='digest',
            field=tscb.common.encryption.fields.EncryptedTextField(of='referral_id'),
        ),
        migrations.AlterField(
            model_name='referralfile',
            name='name',
            field=tscb.common.encryption.fields.EncryptedTextField(of='referral_id'),
        ),
        migrations.AlterField(
            model_name='referralfile',
            name='wrapped_key',
            field=tscb.common.encryption.fields.WrappedKeyField(of='referral_id'),
        ),
        migrations.AlterField(
            model_name='withdrawal',
            name='reason',
            field=tscb.common.encryption.fields.EncryptedTextField(of='referral_id'),
        ),
    ]
