"""The README's first example: what it shows is what the command prints. `python -m tests.house.test_readme` writes it anew."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
README = REPO / "README.md"
INDENT = "    "
SHOWN = 14  # lines of the output


def example(readme: str) -> tuple[str, list[str], tuple[int, int]]:
    """(the command, the lines shown under it, where these lines begin and end) of the first example."""
    lines = readme.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{INDENT}$ sayso "))
    end = next(n for n in range(at, len(lines)) if lines[n] == f"{INDENT}...")
    return lines[at].removeprefix(f"{INDENT}$ "), [line.removeprefix(INDENT) for line in lines[at + 2 : end]], (at + 2, end)


def printed(command: str) -> list[str]:
    """The lines that the command prints today."""
    program, *words = shlex.split(command)
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "FORCE_COLOR")} | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", program, *words], capture_output=True, check=True, cwd=REPO, env=environment, timeout=120, encoding="utf-8"
    )
    return done.stdout.splitlines()


def test_the_first_example_is_what_the_command_prints() -> None:
    command, shown, _ = example(README.read_text("utf-8"))
    assert len(shown) >= SHOWN // 2
    assert shown == printed(command)[: len(shown)], "write the example anew: python -m tests.house.test_readme"


def main() -> None:
    """Writes the example anew."""
    readme = README.read_text("utf-8")
    command, _, (start, end) = example(readme)
    lines = readme.splitlines()
    lines[start:end] = [(INDENT + line).rstrip() for line in printed(command)[:SHOWN]]
    README.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
