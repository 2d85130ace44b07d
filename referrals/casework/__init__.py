"""What every room of the panel's work on a case stands on: who may do what while the case is how
far, the guards of its pages, finding and opening one. Knows no single room.
"""
