"""compile-check.py ROOT FILE BUILD: checks that ROOT/FILE compiles with the flags of this repository's checks.

Without the precompiled header of the build, so that the file has to include what it uses.
"""

import json
import os
import pathlib
import shlex
import subprocess
import sys

KEPT = ("-I", "-D", "-std=", "-f", "-W")


def main() -> int:
    root, file, build = sys.argv[1:]
    repository = str(pathlib.Path(__file__).resolve().parents[3])
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as database:
        model = next(entry for entry in json.load(database) if entry["file"].startswith(repository + "/checks/"))
    words = flags(shlex.split(model["command"]))
    compiler = os.path.join(os.environ.get("HEDDLE_LLVM", ""), "clang++")
    command = [compiler, "-I" + root, *words, "-Werror", "-fsyntax-only", os.path.join(root, file)]
    return subprocess.run(command, cwd=model["directory"]).returncode


def flags(command: list[str]) -> list[str]:
    kept = []
    for before, word in zip([""] + command, command):
        if before == "-isystem":
            kept += [before, word]
        elif before != "-Xclang" and word.startswith(KEPT):
            kept.append(word)
    return kept


if __name__ == "__main__":
    sys.exit(main())
