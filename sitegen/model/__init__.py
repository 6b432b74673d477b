"""From documents to the `Site`: states, addresses, terms, people and their relations. Pure."""
