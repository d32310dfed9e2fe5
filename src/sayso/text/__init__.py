"""Text as it was received: spans, offset maps, quotation marks, words, sentences, and the folding of spellings."""
