"""What a story means for those who operate: 1 to 10, each point with its words."""
