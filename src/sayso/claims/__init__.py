"""The claims stage: who says what, through whom, and in what stance."""
