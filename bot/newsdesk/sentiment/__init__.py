"""Whether news is good or bad, and for whom."""
