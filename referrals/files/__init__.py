"""The files of a referral: taken in, checked, kept sealed, opened, taken out again. Both the form
and the panel use this room; what they show of it is theirs.
"""
