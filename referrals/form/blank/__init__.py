"""The form on paper, for whom the pages on the web are out of reach: a page that prints, and a PDF.

Made from the description; it holds no answer of anybody and is the same for everyone.
"""
