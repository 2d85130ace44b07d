"""Figures of the board's work for its annual report: what came, what became of it, and how much of
it was decided in time. Numbers alone, and for publication none that could point at a child.
"""
