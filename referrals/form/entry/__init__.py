"""A referral that came by phone or on paper, written down by staff on the same pages.

The answers carry a mark that no page can set. With it nothing stops, what nobody said may stay
empty, and only who refers and what happened are asked for before it is sent.
"""
