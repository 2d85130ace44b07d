"""Finding case reviews: the words asked for, what is looked in, counts beside choices, snippets.

What is looked in is kept by the database itself (reviews/models/search_entry.py, report_page.py).
"""
