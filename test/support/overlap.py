#!/usr/bin/env python3
"""Runs another tool's checks and ours on one file and compares who reports what, line by line. %overlap in lit.

    // RUN: %overlap %s --checks=concurrency-mt-unsafe [-- compiler flags]   clang-tidy's checks and OURS
    // RUN: %if gcc-12 %{ %overlap %s --tool=gcc %}                            gcc-12 -fanalyzer
    // RUN: %if cppcheck %{ %overlap %s --tool=cppcheck %}                  cppcheck's addon threadsafety

    localtime(&Now); // REPORTS: concurrency-mt-unsafe

A line names every check that reports at it, in any of the runs; nothing else may be reported in the file. What is
reported in headers counts for no line, and is expected by a line of its own: "// REPORTS ELSEWHERE: NAME".
docs/usage/overlap.md says in words what these files say by example.
"""

import argparse
import collections
import os
import re
import subprocess
import sys

import products

# The checks of ours that docs/usage/overlap.md speaks of. To add one: name it here, run the tests, mark the lines.
OURS = ["heddle-lock-order-inversion", "heddle-unlocked-global"]

STANDARD = {".c": "-std=gnu17", ".cpp": "-std=c++20"}
REPORT = re.compile(
    r"^(?P<file>[^\s:][^:\n]*):(?P<line>\d+):\d+: (?:warning|error): .*\[(?P<names>[^][]+)\]$", re.MULTILINE
)
MARK = re.compile(r"// REPORTS(?P<elsewhere> ELSEWHERE)?: (?P<names>.*)$")
ELSEWHERE = 0

Reports = "dict[int, set[str]]"


def main() -> int:
    options, flags = parse_arguments(sys.argv[1:])
    command, is_its = TOOLS[options.tool](options, flags)
    result = subprocess.run(command, capture_output=True, text=True)
    output = result.stdout + result.stderr
    wanted, found = expected(options.file, is_its), reported(output, options.file)
    if wanted == found:
        return 0
    print(" ".join(command))
    for line in sorted(wanted.keys() | found.keys()):
        for verb, names in (("does not report", wanted[line] - found[line]), ("reports", found[line] - wanted[line])):
            for name in sorted(names):
                print(f"{options.file}:{line or ' elsewhere'}: {name} {verb}")
    print(output)
    return 1


def parse_arguments(words: "list[str]") -> "tuple[argparse.Namespace, list[str]]":
    flags = words[words.index("--") + 1 :] if "--" in words else []
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--tool", choices=TOOLS, default="tidy")
    parser.add_argument("--checks", default="")
    options = parser.parse_args(words[: words.index("--")] if "--" in words else words)
    return options, [STANDARD[os.path.splitext(options.file)[1]], *flags]


def run_tidy(options, flags):
    """Analyzer checkers in alpha state can be asked for too."""
    checks = ",".join(["-*", *OURS, options.checks])
    settings = ["--config={}", "--quiet", "--allow-enabling-analyzer-alpha-checkers", f"--checks={checks}"]
    command = [products.tidy(products.build_folder()), *settings, options.file, "--", *flags]
    return command, lambda name: not name.startswith(("-W", "threadsafety"))


def run_gcc(options, flags):
    return ["gcc-12", "-fanalyzer", *flags, "-c", options.file, "-o", os.devnull], lambda name: name.startswith("-W")


def run_cppcheck(options, _flags):
    template = "--template={file}:{line}:{column}: warning: {message} [{id}]"
    command = ["cppcheck", "--quiet", "--addon=threadsafety", template, options.file]
    return command, lambda name: name.startswith("threadsafety")


TOOLS = {"tidy": run_tidy, "gcc": run_gcc, "cppcheck": run_cppcheck}


def expected(path: str, is_its) -> Reports:
    """What the file's marks say of the tool at hand."""
    result = collections.defaultdict(set)
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            mark = MARK.search(line.rstrip())
            names = {name for name in mark["names"].split(", ") if is_its(name)} if mark else set()
            if names:
                result[ELSEWHERE if mark["elsewhere"] else number] |= names
    return result


def reported(output: str, path: str) -> Reports:
    result = collections.defaultdict(set)
    for report in REPORT.finditer(output):
        is_here = os.path.basename(report["file"]) == os.path.basename(path)
        result[int(report["line"]) if is_here else ELSEWHERE] |= set(report["names"].split(","))
    return result


if __name__ == "__main__":
    sys.exit(main())
