"""Discord: slash commands, buttons and posts. The only package that imports discord.py."""
