"""The recipe that fits the encoder and its heads; needs torch, never imported by the program itself."""
