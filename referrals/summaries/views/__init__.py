"""The agency's pages (link, code, what is asked, its answer) and the panel's."""
