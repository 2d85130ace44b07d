"""When a recommendation was closed: noted by the database, whoever changes its status, because a
version that is brought back, an import and an action all write whole rows.
"""

import pgtrigger

NOTE = """
    IF NEW.status NOT IN ('done', 'not accepted') THEN
        NEW.closed_at := NULL;
    ELSIF TG_OP = 'UPDATE' AND OLD.status IN ('done', 'not accepted') THEN
        NEW.closed_at := COALESCE(NEW.closed_at, OLD.closed_at);
    ELSIF TG_OP = 'UPDATE' THEN
        NEW.closed_at := now();
    END IF;
    RETURN NEW;
"""


def notes_closing() -> pgtrigger.Trigger:
    """A row that comes in closed keeps the day that came with it, mostly none: nobody here saw it
    closed."""
    return pgtrigger.Trigger(
        name="note_closing",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=NOTE,
    )
