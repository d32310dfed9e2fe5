"""The house: seven floors, no circles, a light front door."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src" / "sayso"
FLOORS = {
    "text": 0, "errors": 0, "ids": 0, "version": 0,
    "record": 1,
    "lexicon": 2,
    "claims": 3, "events": 3, "places": 3, "moments": 3, "incidents": 3, "findings": 3, "reviews": 3, "editions": 3,
    "sources": 4, "readers": 4, "gazetteer": 4, "ledger": 4, "exports": 4, "charts": 4,
    "run": 5,
    "cli": 6, "web": 6,
}  # fmt: skip
# The one door between two packages of a floor: the command that starts the pages.
DOORS = {("sayso.cli.serving", "web")}
IMPURE = {"os", "io", "pathlib", "sqlite3", "socket", "urllib", "http", "logging", "time", "random", "subprocess", "tempfile", "shutil",
          "onnxruntime", "tokenizers", "sqlalchemy", "requests", "pymorphy3", "simplemma", "py3langid", "trafilatura"}  # fmt: skip


@cache
def modules() -> dict[str, Path]:
    found = {}
    for path in SRC.rglob("*.py"):
        parts = ["sayso", *path.relative_to(SRC).with_suffix("").parts]
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path, *, typing: bool = True) -> set[str]:
    """The modules that a file names in imports, wherever they stand in it; without `typing`, not those for type hints alone."""
    found: set[str] = set()
    tree = ast.parse(path.read_text("utf-8"))
    hints = [] if typing else [n for n in ast.walk(tree) if isinstance(n, ast.If) and ast.unparse(n.test) == "TYPE_CHECKING"]
    passed_over = {id(child) for block in hints for child in ast.walk(block)}
    every = modules()
    for node in ast.walk(tree):
        if id(node) in passed_over:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & every.keys()
            if inner - every.keys():
                found.add(node.module or "")
    return found


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def test_every_package_has_a_floor() -> None:
    assert {room(m) for m in modules()} - {"", "__main__"} <= set(FLOORS)


def test_a_package_imports_lower_floors_and_itself_only() -> None:
    breaches = []
    for module, path in modules().items():
        here = room(module)
        if here in ("", "__main__"):
            continue
        for name in imports(path):
            there = room(name)
            if (module, there) in DOORS:
                continue
            if name.startswith("sayso.") and there in FLOORS and there != here and FLOORS[there] >= FLOORS[here]:
                breaches.append(f"{module} (floor {FLOORS[here]}) imports {name} (floor {FLOORS[there]})")
            if FLOORS[here] >= 6 and name.startswith("sayso.") and there in FLOORS and FLOORS[there] in (3, 4):
                breaches.append(f"{module} reaches {name} past run")
    assert not breaches, "\n".join(sorted(set(breaches)))


def test_the_lower_floors_are_pure() -> None:
    breaches = []
    for module, path in modules().items():
        if room(module) in FLOORS and FLOORS[room(module)] <= 3:
            for name in imports(path):
                if name.split(".")[0] in IMPURE:
                    breaches.append(f"{module} imports {name}")
    assert not breaches, "\n".join(sorted(set(breaches)))


def test_no_module_sleeps_in_a_nameless_room() -> None:
    bad = {"utils", "helpers", "common", "misc", "manager", "util"}
    assert not [m for m in modules() if m.split(".")[-1] in bad]


def test_there_are_no_circles() -> None:
    every = modules()
    graph = {m: {n for n in imports(p, typing=False) if n in every and n != m} for m, p in every.items()}
    # A package's __init__ is run before its modules, but importing it is no circle unless it imports them back.
    done: set[str] = set()
    path: list[str] = []

    def visit(module: str) -> None:
        assert module not in path, " -> ".join([*path[path.index(module) :], module])
        if module in done:
            return
        path.append(module)
        for other in sorted(graph[module]):
            visit(other)
        path.pop()
        done.add(module)

    for module in sorted(graph):
        visit(module)


def test_import_sayso_is_light() -> None:
    heavy = "onnxruntime pymorphy3 sqlalchemy trafilatura numpy simplemma py3langid rich typer jinja2 scipy tokenizers".split()
    code = f"import sys, sayso; print(sorted(m for m in sys.modules if m.split('.')[0] in {heavy!r}))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=SRC.parents[1])
    assert out.stdout.strip() == "[]"
