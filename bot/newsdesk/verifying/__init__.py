"""Whether a candidate holds: voices, facts compared, confidence, and the gate that decides."""
