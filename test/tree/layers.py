# RUN: %python %s %root
"""Each folder includes only what the architecture allows."""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import repository  # noqa: E402

CLANG_AST = ["clang/AST", "clang/ASTMatchers", "clang/Basic", "clang/Lex", "llvm/"]
CLANG_CFG = [*CLANG_AST, "clang/Analysis"]

# The analysis from the ground up: each part may include itself and the parts before it. A part is a folder, or the
# files of one name in it; the longest name that fits a file is its part.
ANALYSIS = [
    ("analysis/LLVMCompat", [*CLANG_AST, "clang/Options", "clang/Driver"]),  # what differs between LLVM 22 and 19
    ("analysis/places/Place", CLANG_AST),  # places and values: what all others speak of
    ("analysis/places/Environment", CLANG_AST),
    ("analysis/primitives", CLANG_AST),
    ("analysis/events", CLANG_CFG),
    ("analysis/places", CLANG_CFG),  # reads the value of an expression out of an environment
    ("analysis/lockset/ProcessState", CLANG_AST),  # the part of it that speaks of processes
    ("analysis/lockset/State", CLANG_AST),  # what is known at one point
    ("analysis/summary/Summary", CLANG_AST),
    ("analysis/summary/Compose", CLANG_AST),
    ("analysis/lockset", CLANG_CFG),  # one function: moves states along its control flow
    ("analysis/summary", CLANG_CFG),  # all functions, callees first
    ("analysis/Facts.h", CLANG_AST),  # the answers' types
    ("analysis/threads", CLANG_CFG),
    ("analysis/blocking", CLANG_CFG),  # coroutines and callbacks, and what they wait for
    ("analysis/processes", CLANG_CFG),  # forks, signal handlers, before and after main
    ("analysis", CLANG_CFG),  # Facts.cpp: answers
]

# The other parts: what of ours, and what of LLVM and SQLite.
OTHERS = [
    ("analysis/index", ["analysis/summary"], ["llvm/", "sqlite3.h"]),
    ("checks", ["analysis/Facts.h", "checks/common"], [*CLANG_AST, "clang-tidy/"]),
    ("checks/common", ["analysis/Facts.h"], [*CLANG_AST, "clang-tidy/"]),
    ("clang-tidy-plugin", ["checks"], ["clang/", "clang-tidy/", "clangd/", "llvm/"]),
    ("cli", ["checks", "analysis", "analysis/LLVMCompat", "clang-tidy-plugin"], ["clang/", "clang-tidy/", "llvm/", "sqlite3.h"]),
    ("runtime-model/explorer", [], []),
    ("runtime-model", ["heddle/rt"], []),
]

FOLDERS = ["analysis", "checks", "clang-tidy-plugin", "cli", "runtime-model"]
OURS = ("analysis/", "checks/", "cli/", "clang-tidy-plugin/", "runtime-model/", "heddle/")
# All else is the standard library and the operating system, which everybody may include.
GUARDED = ("llvm/", "llvm-c/", "clang/", "clang-c/", "clang-tidy/", "clangd/", "sqlite3.h")


def rules() -> "dict[str, tuple[list[str], list[str]]]":
    """Part -> what it may include of ours and of others."""
    names = [part for part, _ in ANALYSIS]
    known = {part: (names[: place + 1], foreign) for place, (part, foreign) in enumerate(ANALYSIS)}
    return known | {part: ([part, *own], foreign) for part, own, foreign in OTHERS}


RULES = rules()


def problems(root: str) -> list[str]:
    paths = repository.files(root, *FOLDERS, endings=repository.CPP)
    found = [] if paths else ["no source file found"]
    for path in paths:
        for number, line in repository.lines(root, path):
            included = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if included and not allowed(path, included[1]):
                found.append(f"{path}:{number}: {part_of(path)} must not include {included[1]}")
    return found


def part_of(path: str) -> str:
    fitting = [part for part in RULES if path == part or path.startswith((part + "/", part + "."))]
    return max(fitting, key=len, default=path)


def allowed(path: str, included: str) -> bool:
    own, foreign = RULES[part_of(path)]
    if ".." in included.split("/"):
        return False  # hides what is included
    if included.startswith(GUARDED):
        return any(included.startswith(one) for one in foreign)
    if part_of(path) == "checks" and part_of(included) == "checks":
        return included == path.removesuffix(".cpp") + ".h"  # checks do not know each other
    if included.startswith(OURS):
        return part_of(included) in own or any(included.startswith(one + "/") for one in own if one not in RULES)
    return True


if __name__ == "__main__":
    repository.main(problems)
