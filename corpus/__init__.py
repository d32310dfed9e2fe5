"""The compiler of the Accounts Corpus: inline markup into gold with offsets, with its checks and statistics."""
