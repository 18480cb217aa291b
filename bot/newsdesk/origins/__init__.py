"""How many independent voices stand behind a set of reports."""
