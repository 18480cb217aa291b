"""The newsdesk as it runs: feeds in, stories out, nothing lost over a restart."""
