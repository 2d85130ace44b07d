"""Editions: composed of what came out, shown as a page and as a letter, published once. How a
letter reaches a mailbox is not decided here.
"""
