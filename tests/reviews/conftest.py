"""What the tests of reviews share with those of incidents."""

import sys
from pathlib import Path

# The tests are no package: what they share is found by its folder.
sys.path[:0] = [str(Path(__file__).parents[1] / name) for name in ("findings", "incidents")]
