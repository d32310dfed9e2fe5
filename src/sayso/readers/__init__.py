"""The readers: language, morphology and encoder behind one port."""
