"""What the database itself insists on: a number that people are told, its hours included, is what
set-up entered, or what one person wrote and another one checked.

Looked at when the transaction ends, so that looking at a change that is then taken back is free.
"""

import pgtrigger

# The row and its hours as they stand now are a version in the history, written by who is named as
# its writer, and checked later by somebody else.
AGREED = """
    EXISTS (
        SELECT 1 FROM board_contactpoint p
        JOIN common_historyentry h ON h.kind = 'board.contactpoint' AND h.object_id = p.id
        WHERE p.id = told AND h.by_id = p.edited_by_id AND h.at = p.edited_at
        AND p.checked_at > h.at AND p.checked_by_id <> h.by_id
        AND h.content->'fields'->>'name' = p.name
        AND h.content->'fields'->>'number' = p.number
        AND h.content->'fields'->>'role' = p.role
        AND h.content->'fields'->>'note' = p.note
        AND h.content->'fields'->>'website' = p.website
        AND (SELECT count(*) FROM board_openinghours WHERE contact_point_id = p.id)
            = jsonb_array_length(h.content->'parts'->'hours')
        AND NOT EXISTS (
            SELECT 1 FROM board_openinghours o WHERE o.contact_point_id = p.id
            AND NOT h.content->'parts'->'hours' @> jsonb_build_array(jsonb_build_object(
                'weekday', o.weekday, 'opens', o.opens::text, 'closes', o.closes::text))
        )
    )
"""
IS_TOLD = "EXISTS (SELECT 1 FROM board_contactpoint WHERE id = told AND active)"
NEVER_EDITED = "EXISTS (SELECT 1 FROM board_contactpoint WHERE id = told AND edited_by_id IS NULL)"
REFUSE = "RAISE EXCEPTION 'Nobody changes a number alone: a second person has to check it';"
WRITTEN = "(OLD.name, OLD.number, OLD.role, OLD.note, OLD.website, OLD.active)"


def of_numbers() -> list[pgtrigger.Trigger]:
    """Set-up and imports insert; whatever changes or goes afterwards takes two."""
    changed = WRITTEN.replace("OLD.", "NEW.")
    return [
        pgtrigger.Trigger(
            name="number_of_two",
            when=pgtrigger.After,
            operation=pgtrigger.Update,
            timing=pgtrigger.Deferred,
            declare=[("told", "bigint")],
            func=f"told := NEW.id; IF {WRITTEN} IS DISTINCT FROM {changed}"
            f" AND (OLD.active OR NEW.active) AND NOT {AGREED} THEN {REFUSE} END IF; RETURN NULL;",
        ),
        pgtrigger.Trigger(
            name="number_stays",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            condition=pgtrigger.Q(old__active=True),
            func="RAISE EXCEPTION 'Two people take a number off before it is deleted';",
        ),
    ]


def of_hours() -> list[pgtrigger.Trigger]:
    return [
        pgtrigger.Trigger(
            name="hours_of_two",
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            timing=pgtrigger.Deferred,
            declare=[("told", "bigint")],
            func="IF TG_OP = 'DELETE' THEN told := OLD.contact_point_id;"
            " ELSE told := NEW.contact_point_id; END IF;"
            f" IF {IS_TOLD} AND NOT (TG_OP = 'INSERT' AND {NEVER_EDITED}) AND NOT {AGREED}"
            f" THEN {REFUSE} END IF; RETURN NULL;",
        )
    ]
