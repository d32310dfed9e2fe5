"""The data files of the lexicon: one folder a language, one rule a line, each rule with its example."""
