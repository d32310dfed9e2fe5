"""What the tests of incidents share."""

import sys
from pathlib import Path

# The tests are no package: what they share is found by its folder.
sys.path.insert(0, str(Path(__file__).parent))
