"""The steps by which a ledger is brought up to date."""
