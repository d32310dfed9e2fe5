"""The edition: a frozen, replayable brief in which every number leads back to a sentence."""
