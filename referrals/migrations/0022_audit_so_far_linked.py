"""What was recorded before there was a chain is linked in the order in which it was recorded."""

from django.db import migrations

LINK = "INSERT INTO referrals_auditturn (event_id) SELECT id FROM referrals_auditevent ORDER BY id"


class Migration(migrations.Migration):
    dependencies = [("referrals", "0021_audit_chain")]

    operations = [migrations.RunSQL(LINK, migrations.RunSQL.noop)]
