"""The chain over the audit: each event’s digest holds the one before it, so that nobody can change,
remove or put in a row without every later digest saying so.

The database links an event as its transaction commits. Whoever commits waits for whoever is just
being linked, and for nobody else: the lock is taken last of all, after the checks of references
that PostgreSQL makes at the end of a transaction. That is what AuditTurn is for. An event writes a
turn at commit, and what a turn does comes after all that was waiting before it. So a holder of the
lock never waits for a row that somebody else holds, and there is no circle to wait in.
"""

import hashlib
import json
from datetime import UTC
from typing import Any

import pgtrigger
from django.db import models

START = "0" * 64

# The same words as `written` below, which does not trust what the database says.
WRITTEN = """
    jsonb_build_array(
        event.id,
        to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        event.actor_id, event.actor_role, event.verb, event.referral_id::text,
        event.reference, event.about
    )::text
"""
LINK = f"""
    PERFORM pg_advisory_xact_lock(hashtextextended('the chain over the audit', 0));
    SELECT * INTO last FROM referrals_auditlink ORDER BY place DESC LIMIT 1;
    IF NOT FOUND THEN
        last.place := 0;
        last.digest := '{START}';
    END IF;
    SELECT * INTO STRICT event FROM referrals_auditevent WHERE id = NEW.event_id;
    INSERT INTO referrals_auditlink (place, event_id, previous, digest) VALUES (
        last.place + 1, event.id, last.digest,
        encode(sha256(convert_to(last.digest || {WRITTEN}, 'UTF8')), 'hex')
    );
    DELETE FROM referrals_auditturn WHERE id = NEW.id;
    RETURN NULL;
"""  # noqa: S608 - nothing of it comes from outside


def kept_for_good() -> tuple[pgtrigger.Trigger, ...]:
    """No row is changed or removed, nor all of them at once."""
    return (
        pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        pgtrigger.Trigger(
            name="not_emptied",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func="RAISE EXCEPTION 'pgtrigger: Cannot empty table %', TG_TABLE_NAME;",
        ),
    )


def linked_at_commit() -> pgtrigger.Trigger:
    """For the audit."""
    return pgtrigger.Trigger(
        name="linked_at_commit",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        func="INSERT INTO referrals_auditturn (event_id) VALUES (NEW.id); RETURN NULL;",
    )


class AuditTurn(models.Model):
    """An event that is about to be linked. No row outlives its transaction."""

    event_id = models.BigIntegerField()

    class Meta:
        triggers = (
            pgtrigger.Trigger(
                name="link",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                declare=[("last", "referrals_auditlink"), ("event", "referrals_auditevent")],
                func=LINK,
            ),
        )

    def __str__(self) -> str:
        return f"Turn of event {self.event_id}"


class AuditLink(models.Model):
    place = models.BigIntegerField(primary_key=True)
    # Not checked by the database, and null for Django: a link outlives a row that was torn out.
    event = models.OneToOneField(
        "AuditEvent",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        related_name="link",
    )
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("place",)
        triggers = kept_for_good()

    def __str__(self) -> str:
        return f"Link {self.place}"


def digest_of(event: Any, previous: str) -> str:
    return hashlib.sha256((previous + written(event)).encode()).hexdigest()


def written(event: Any) -> str:
    """One text for one row: an array as PostgreSQL writes it. `event`: an AuditEvent, which itself
    stands upon this file."""
    referral_id = str(event.referral_id) if event.referral_id else None
    return json.dumps(
        [
            event.pk,
            event.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f"),
            event.actor_id,
            event.actor_role,
            event.verb,
            referral_id,
            event.reference,
            event.about,
        ],
        ensure_ascii=False,
    )
