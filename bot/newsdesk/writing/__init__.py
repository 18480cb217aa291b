"""The story as readers get it: every sentence a report's, none twice; and its versions."""
