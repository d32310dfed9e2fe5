"""The data of languages and conflicts: cue books, triggers, units, numbers, times, kinds, packs."""
