"""Reviews: what a person should look at, and the judgements that people gave."""
