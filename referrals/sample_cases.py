"""What the three sample referrals tell. Every person, place and event in them is made up.

Only what differs from the description's own example stands here.
"""

from typing import Any

TWO_CHILDREN: dict[str, Any] = {
    "abuse_or_neglect": "suspected",
    "suspected_suicide": "no",
    "automatic_criteria": ["none"],
    "notifiable": ["none"],
    "deprived_of_liberty": "no",
    "other_circumstances": ["none"],
    "joint_working_reason": (
        "Three agencies had met the family within a month. Each wrote down what it saw, and "
        "nobody put it together."
    ),
    "harm_types": ["sudden-death", "neglect"],
    "outline": (
        "This is a fictional account for a sample referral.\n\nA baby of seven weeks died at home "
        "after sleeping on a sofa beside an adult. An older brother was found to be very thin and "
        "is in hospital. A health visitor, a nursery and a housing officer had each been worried."
    ),
    "lived_experience": (
        "The brother told a nurse that he looks after the baby at night. He asked for food often "
        "at nursery, and was quiet when his mother came."
    ),
    "other_children_safe": "yes",
    "processes": ["criminal", "inquest", "child-death-review"],
    "children": [
        {
            "child_first_names": "Robin",
            "child_date_of_birth": "2025-01-13",
            "child_school": None,
            "child_health": ["new-born"],
            "child_whereabouts_then": "Asleep on a sofa at home",
            "child_carer_then": "The mother’s partner",
            "child_flags": ["none"],
            "protection_plan_now": "no",
            "protection_plan_before": "no",
            "looked_after": "never",
            "legal_status": "none",
        },
        {
            "child_first_names": "Jamie",
            "child_date_of_birth": "2021-09-02",
            "child_sex": "male",
            "this_child_died": "no",
            "child_safe_now": "yes",
            "child_elsewhere_now": "yes",
            "child_address_now": "In hospital",
            "child_school": "Sample Lane Nursery",
            "child_flags": ["special-needs"],
            "protection_plan_now": "no",
            "looked_after": "never",
            "legal_status": "none",
        },
    ],
    "family": [
        {"person_name": "Dana Sample", "person_relationship": "mother", "person_is_child": "no"},
        {
            "person_name": "Lee Example",
            "person_relationship": "partner",
            "person_is_child": "no",
            "person_parental_responsibility": "no",
            "person_date_of_birth": None,
        },
        {
            "person_name": "Alexis Sample",
            "person_relationship": "sibling",
            "person_is_child": "yes",
            "person_date_of_birth": "2012-04-21",
            "person_protection_plan": "never",
        },
    ],
    "chronology": [
        {"event_date": "2025-01-13", "event": "Robin was born, three weeks early."},
        {
            "event_date": "2025-01-30",
            "event": "A health visitor saw the family and advised on safe sleep.",
        },
        {
            "event_when": "period",
            "event_period": "Through February 2025",
            "event": "Nursery staff noticed that Jamie was hungry on most mornings.",
            "event_source": "Told by the nursery",
        },
        {"event_date": "2025-02-24", "event": "A housing officer reported damp in every room."},
        {"event_date": "2025-03-04", "event": "Robin was found lifeless in the morning."},
    ],
}

A_YOUNG_PERSON: dict[str, Any] = {
    "child_died": "no",
    "seriously_harmed": "yes",
    "abuse_or_neglect": "known",
    "date_of_birth_known": "no",
    "child_age": "16",
    "incident_date_known": "no",
    "harm_types": ["exploitation", "self-harm"],
    "outline": (
        "This is a fictional account for a sample referral.\n\nA young person placed far from home "
        "went missing eleven times in two months and was found badly hurt. Two councils and two "
        "police forces each held part of the picture."
    ),
    "why_refer": "Nobody was sure who was in charge, because the placement was in another area.",
    "processes": ["criminal", "lado"],
    "family_told": "not-safe",
    "media_interest": "no",
    "children": [
        {
            "child_first_names": "Charlie",
            "child_other_names": None,
            "child_sex": "female",
            "child_safe_now": "not-known",
            "child_elsewhere_now": "yes",
            "child_address_now": "A children’s home in another area",
            "child_of_another_area": "yes",
            "legal_status": "care-order",
            "placed_out_of_area": "yes",
            "child_flags": ["missing", "exploitation", "mental-health"],
        }
    ],
    "chronology": [
        {"event_date": "2024-12-02", "event": "Charlie moved to the home, 60 miles away."},
        {"event_when": "not-known", "event": "An adult began to wait outside the home by car."},
    ],
}

GOOD_WORK: dict[str, Any] = {
    "purpose": "learning",
    "learning_from": ["good-practice"],
    "agreement_route": "unreached",
    "child_died": "no",
    "seriously_harmed": "no",
    "abuse_or_neglect": "suspected",
    "joint_working_concern": "no",
    "deprived_of_liberty": "no",
    "spoken_to_lead": "same-person",
    "outline": (
        "This is a fictional account for a sample referral.\n\nA teaching assistant noticed small "
        "changes in a child, asked the school nurse, and within two days four agencies had met. A "
        "fire that could have been fatal was prevented."
    ),
    "why_refer": "It shows what happens when one person asks, and everybody answers on one day.",
    "processes": ["none"],
    "immediate_concerns": "no",
    "publication_barred": "no",
    "children": [
        {
            "child_first_names": "Morgan",
            "child_safe_now": "yes",
            "child_elsewhere_now": "no",
            "protection_plan_now": "no",
            "protection_plan_before": "no",
            "looked_after": "never",
            "legal_status": "none",
        }
    ],
}

CASES = (TWO_CHILDREN, A_YOUNG_PERSON, GOOD_WORK)
