"""Events and figures: what the claims of a document say happened, and the numbers they give."""
