# RUN: %python %s %root
"""The commands that README and CONTRIBUTING tell people to type exist."""

import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import repository  # noqa: E402


def problems(root: str) -> list[str]:
    known = dev_commands(root)
    found = [] if known else ["./dev help: lists no command"]
    for path in repository.files(root, "docs/usage", endings=(".md",)) + ["README.md", "CONTRIBUTING.md"]:
        for number, command in commands(repository.text(root, path)):
            problem = command_problem(root, known, command)
            found += [f"{path}:{number}: {problem}"] if problem else []
    return found


def commands(page: str) -> list[tuple[int, str]]:
    """Lines of code blocks and code spans that begin with ./dev or scripts/."""
    lines = list(enumerate(page.splitlines(), 1))
    typed = [(number, span) for number, line in lines for span in re.findall(r"`([^`]+)`", line)]
    typed += [(number, line.strip().removeprefix("$ ")) for number, line in lines]
    return [(number, command) for number, command in typed if command.startswith(("./dev ", "scripts/"))]


def command_problem(root: str, known: set[str], command: str) -> str:
    words = command.split()
    if words[0] == "./dev":
        return "" if words[1] in known else f"./dev help does not know '{words[1]}'"
    return "" if repository.exists(root, words[0]) else f"{words[0]} does not exist"


def dev_commands(root: str) -> set[str]:
    """The first words of the lines of ./dev help that are indented by two."""
    try:
        result = subprocess.run(["./dev", "help"], cwd=root, capture_output=True, text=True)
    except OSError:
        return set()
    return set(re.findall(r"^ {2}([a-z][a-z-]*)\b", result.stdout, re.MULTILINE))


if __name__ == "__main__":
    repository.main(problems)
