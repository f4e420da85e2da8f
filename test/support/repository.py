"""What the tests in test/tree know about the repository: its files, and how to report problems."""

import os
import pathlib
import re
import sys
from typing import Callable, Iterable

import products

SKIPPED_FOLDERS = {".git", "__pycache__", "build", "third_party", "node_modules"}
CPP = (".h", ".hpp", ".c", ".cpp")


def files(root: str, *folders: str, endings: tuple[str, ...] = ("",)) -> list[str]:
    """Files below the folders (all, if none is given), relative to the root, sorted."""
    found = []
    for folder in folders or (".",):
        for path, below, names in os.walk(os.path.join(root, folder)):
            below[:] = sorted(name for name in below if name not in SKIPPED_FOLDERS and not name.startswith("build-"))
            # `.git` is a file in a working tree beside the repository.
            ours = [name for name in names if name.endswith(endings) and name != ".git"]
            found += [os.path.relpath(os.path.join(path, name), root) for name in ours]
    return sorted(found)


def text(root: str, path: str) -> str:
    """The file's text; "" if it is not there or not text."""
    try:
        with open(os.path.join(root, path), encoding="utf-8") as file:
            return file.read()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def lines(root: str, path: str) -> Iterable[tuple[int, str]]:
    return enumerate(text(root, path).splitlines(), 1)


def exists(root: str, path: str) -> bool:
    return os.path.exists(os.path.join(root, path))


def checks(root: str) -> list[str]:
    """The names of the checks: the .cpp files in checks/ itself."""
    paths = [pathlib.PurePath(path) for path in files(root, "checks", endings=(".cpp",))]
    return [path.stem for path in paths if path.parent.name == "checks"]


def first_sentence(prose: str) -> str:
    """Up to the first full stop that ends a sentence; white space made single."""
    joined = " ".join(prose.split())
    found = re.match(r".*?[.](?=\s|$)", joined)
    return found[0] if found else joined


def page_sentence(page: str) -> str:
    """The first sentence below the title of a page of docs/checks/."""
    paragraphs = [part for part in re.split(r"\n\s*\n", page) if part.strip()]
    return first_sentence(paragraphs[1]) if len(paragraphs) > 1 else ""


def main(problems: Callable[[str], list[str]]) -> None:
    """Runs a test on the repository that is the first argument, or on this one."""
    found = problems(os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else products.ROOT)
    print("".join(problem + "\n" for problem in found), end="")
    sys.exit(1 if found else 0)
