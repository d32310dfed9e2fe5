"""The nouns of the trade, as frozen values."""
