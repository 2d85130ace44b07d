"""Who works on a case: who leads it, who may see it, and who must not."""
