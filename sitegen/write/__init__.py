"""From rendered bytes to `output/`: manifest, staging, swap. The only stage that writes."""
