"""The e-bulletin and the alerts “something new on this theme”: who gets them, what stands in them,
and how each reaches a mailbox once. It knows reviews, briefings and events, and no referral.
"""
