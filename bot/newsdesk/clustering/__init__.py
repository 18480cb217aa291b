"""Which reports are of one event: over a closed set, and over a stream that survives restarts."""
