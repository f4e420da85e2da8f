# RUN: %python %s %root
"""Links between pages of the repository lead somewhere."""

import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import repository  # noqa: E402

LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s#]+)(?:#[^)\s]*)?\)")


def problems(root: str) -> list[str]:
    found = []
    for path in repository.files(root, endings=(".md",)):
        for number, line in repository.lines(root, path):
            targets = [target for target in LINK.findall(re.sub(r"`[^`]*`", "", line)) if ":" not in target]
            lost = [target for target in targets if not leads(root, path, target)]
            found += [f"{path}:{number}: {target} does not exist" for target in lost]
    return found


def leads(root: str, path: str, target: str) -> bool:
    base = root if target.startswith("/") else os.path.join(root, os.path.dirname(path))
    return os.path.exists(os.path.join(base, target.lstrip("/")))


if __name__ == "__main__":
    repository.main(problems)
