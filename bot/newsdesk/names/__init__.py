"""Who and what a text names: places, institutions, companies, people."""
