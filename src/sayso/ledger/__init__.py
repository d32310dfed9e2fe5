"""The ledger: annotations, judgements and editions, kept; append and supersede."""
