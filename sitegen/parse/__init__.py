"""From text to typed facts about one file: `Config`, `Theme`, `Document`, `Fragment`. Pure."""
