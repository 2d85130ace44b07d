"""A document of a review as a web page: its text, page by page, without opening the PDF."""
