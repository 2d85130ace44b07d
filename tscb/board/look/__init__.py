"""How the site looks: its colours, its logo, its mark; checked, and made into files of its own."""
