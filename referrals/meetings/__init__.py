"""The panel's meetings: members, agenda, papers, minutes."""
