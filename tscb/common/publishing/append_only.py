"""What the database itself insists on: history is only added to, except where two people take
words out of it (purging.py), and such a purge ends in the transaction in which it is carried out.
"""

import pgtrigger

CANNOT = "RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;"
SAME_BUT_FOR_WORDS = """
    TG_OP = 'UPDATE'
    AND (NEW.id, NEW.kind, NEW.object_id, NEW.at) = (OLD.id, OLD.kind, OLD.object_id, OLD.at)
    AND NEW.by_id IS NOT DISTINCT FROM OLD.by_id
    AND (NEW.content IS NULL) = (OLD.content IS NULL)
"""
BY_A_PURGE_OF_TWO = """
    EXISTS (
        SELECT 1 FROM common_purge WHERE kind = OLD.kind AND object_id = OLD.object_id
        AND state = 'running' AND ended_by_id <> asked_by_id
    )
"""
NEXT_STATE = """
    TG_OP = 'UPDATE'
    AND (NEW.id, NEW.kind, NEW.object_id, NEW.why, NEW.asked_by_id, NEW.asked_at)
      = (OLD.id, OLD.kind, OLD.object_id, OLD.why, OLD.asked_by_id, OLD.asked_at)
    AND (OLD.state, NEW.state) IN (('open', 'running'), ('open', 'dropped'), ('running', 'done'))
"""


def append_only() -> pgtrigger.Trigger:
    """For the history."""
    return pgtrigger.Trigger(
        name="append_only",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"IF {SAME_BUT_FOR_WORDS} AND {BY_A_PURGE_OF_TWO} THEN RETURN NEW; END IF; {CANNOT}",
    )


def for_purges() -> list[pgtrigger.Trigger]:
    return [
        pgtrigger.Trigger(
            name="purge_begins_open",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            condition=~pgtrigger.Q(new__state="open"),
            func="RAISE EXCEPTION 'A purge begins with one person who asks for it';",
        ),
        pgtrigger.Trigger(
            name="purge_is_kept",
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            func=f"IF {NEXT_STATE} THEN RETURN NEW; END IF; {CANNOT}",
        ),
        pgtrigger.Trigger(
            name="purge_does_not_stay_open",
            when=pgtrigger.After,
            operation=pgtrigger.Update,
            timing=pgtrigger.Deferred,
            condition=pgtrigger.Q(new__state="running"),
            func=(
                "IF EXISTS (SELECT 1 FROM common_purge WHERE id = NEW.id AND state = 'running')"
                " THEN RAISE EXCEPTION 'A purge has to end where it began'; END IF; RETURN NULL;"
            ),
        ),
    ]
