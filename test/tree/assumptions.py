# RUN: %python %s %root
"""Every assumption of the analysis names a test, and the test exists."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import repository  # noqa: E402

PAGE = "docs/design/assumptions.md"
ROW = re.compile(r"^\| *(A\d+) *\|")


def problems(root: str) -> list[str]:
    rows = [(number, line) for number, line in repository.lines(root, PAGE) if ROW.match(line)]
    if not rows:
        return [f"{PAGE}: no row '| A1 | ... | test/... |'"]
    found = []
    for number, line in rows:
        found += [f"{PAGE}:{number}: {problem}" for problem in row_problems(root, line)]
    return found + repeated([ROW.match(line)[1] for _, line in rows])


def row_problems(root: str, line: str) -> list[str]:
    tests = re.findall(r"\btest/[\w./+-]*\w", line)
    if not tests:
        return ["names no test"]
    return [f"{test} does not exist" for test in tests if not repository.exists(root, test)]


def repeated(names: list[str]) -> list[str]:
    return [f"{PAGE}: {name} is there twice" for name in sorted(set(names)) if names.count(name) > 1]


if __name__ == "__main__":
    repository.main(problems)
