"""The web: pages and JSON of a ledger, made on the server; they reach the stages through `run` only."""
