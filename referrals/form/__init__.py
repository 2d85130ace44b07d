"""The practitioner's side: pages made from the description, drafts, sending. Knows no panel."""
