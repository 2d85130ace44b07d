"""Files coming in and going out: what a file really is, where it is kept, how it is served.

Knows nothing of reviews, briefings or referrals.
"""
