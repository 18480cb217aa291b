"""Who publishes: agencies and their credit lines, outlets, owners, press releases."""
