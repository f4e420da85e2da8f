# RUN: %python %s %root
"""docs/usage/overlap.md and test/overlap speak of the same checks and examples, and its .clang-tidy is a valid one."""

import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import overlap  # noqa: E402
import products  # noqa: E402
import repository  # noqa: E402

PAGE = "docs/usage/overlap.md"
CHECK = r"(?:bugprone|cert|clang-analyzer|clang-diagnostic|concurrency|cppcoreguidelines|misc|modernize|threadsafety)-"
NAMED = re.compile(rf"`({CHECK}[a-zA-Z0-9.-]+|-Wanalyzer-[a-z-]+)`")
EXAMPLE = re.compile(r"`([a-z0-9-]+\.(?:cpp|c))`")


def problems(root: str) -> list[str]:
    page = repository.text(root, PAGE)
    rows = "\n".join(line for line in page.splitlines() if line.startswith("|"))
    files = [path for path in repository.files(root, "test/overlap", endings=(".c", ".cpp")) if "Inputs" not in path]
    tried = set().union(*(upstream_checks(root, path) for path in files))
    found = compare("check", set(NAMED.findall(rows)), tried)
    found += compare("example", set(EXAMPLE.findall(rows)), {os.path.basename(path) for path in files})
    return found + config_problems(page)


def upstream_checks(root: str, path: str) -> set[str]:
    """What the file's marks name, but ours."""
    marks = [overlap.MARK.search(line) for _, line in repository.lines(root, path)]
    names = {name for mark in marks if mark for name in mark["names"].split(", ")}
    return {name for name in names if not name.startswith("heddle-")}


def compare(kind: str, named: set[str], tried: set[str]) -> list[str]:
    found = [f"{PAGE}: {kind} {name} is not in test/overlap" for name in sorted(named - tried)]
    return found + [f"{PAGE}: {kind} {name} of test/overlap is not named" for name in sorted(tried - named)]


def config_problems(page: str) -> list[str]:
    """Misspelt checks and options in the page's .clang-tidy."""
    block = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    if not block:
        return [f"{PAGE}: no .clang-tidy"]
    command = [products.tidy(products.build_folder()), "--verify-config", f"--config={block[1]}"]
    result = subprocess.run(command, capture_output=True, text=True)
    said = result.stdout + result.stderr
    return [] if result.returncode == 0 and "No config errors" in said else [f"{PAGE}: its .clang-tidy: {said}"]


if __name__ == "__main__":
    repository.main(problems)
