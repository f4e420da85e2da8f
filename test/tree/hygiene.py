# RUN: %python %s %root
"""No loose ends, no paths of one machine, no file that has grown too long."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import repository  # noqa: E402

MOST_LINES = 500
MEASURED = ["analysis", "checks", "cli", "clang-tidy-plugin", "runtime-model"]
TABLES = "analysis/primitives/"  # one table per library; as long as the library is large

# Each is written so that it does not find itself.
LOOSE_END = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b(?!\(#\d+\))")
MACHINE_PATH = re.compile(r"(?<![\w.$~}])/(ho" r"me|ro" r"ot|wo" r"rk|Us" r"ers)/\w")
BINARY = (".png", ".gif", ".svg", ".ico", ".gz", ".xz")


def problems(root: str) -> list[str]:
    found = []
    for path in repository.files(root):
        if not path.endswith(BINARY):
            found += line_problems(root, path)
    return found + long_files(root)


def line_problems(root: str, path: str) -> list[str]:
    found = []
    for number, line in repository.lines(root, path):
        if LOOSE_END.search(line):
            found.append(f"{path}:{number}: name the issue, as in (#12), or do it: {line.strip()}")
        if MACHINE_PATH.search(line):
            found.append(f"{path}:{number}: a path of one machine: {line.strip()}")
    return found


def long_files(root: str) -> list[str]:
    paths = repository.files(root, *MEASURED, endings=repository.CPP)
    sizes = [(path, len(repository.text(root, path).splitlines())) for path in paths]
    return [
        f"{path}: {size} lines, at most {MOST_LINES}"
        for path, size in sizes
        if size > MOST_LINES and not path.startswith(TABLES)
    ]


if __name__ == "__main__":
    repository.main(problems)
