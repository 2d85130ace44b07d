"""Public pages, rendered once for each version of the content and kept in this process's memory.

`front.Front` stands before Django and answers from what is kept. How it decides, for those who run
the site or add a page: docs/kept-pages.md; why: docs/decisions/0032.
"""
