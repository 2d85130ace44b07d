"""Learning events: Learning Reviews, practice updates and training, who comes to them, and what it
changed. Nothing here knows of referrals or cases.
"""
