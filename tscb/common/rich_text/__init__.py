"""Texts with headings, lists, links, notices and tables that staff write in an editor.

What is stored is HTML of a short list of elements, without classes: `cleaning` makes it of whatever
comes in, `drawing` gives it the design system's look on the way out. Knows no page and no board.
"""
