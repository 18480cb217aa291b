"""A report read once: cleaned, its genre, its claims, what it takes back."""
