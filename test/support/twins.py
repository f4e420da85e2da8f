#!/usr/bin/env python3
"""The twins: small programs with a fault and the same programs without it.

    test/twins/FOLDER/NAME-bad.cpp    // says what it is; the faulty lines end in "// BUG: unlocked-global"
    test/twins/FOLDER/NAME-good.cpp   // the same program, mended

bad:  heddle must warn at a marked line (with the check named there) and at no other line.
good: heddle must be silent.

Words in the first line: "missed-alarm-today" (heddle finds nothing in this bad file), "false-alarm-today" (heddle
warns where it should not). They turn the assertion round, so that who repairs the analysis also removes the word.
"tsan-cannot-see REASON" exempts a file from --tsan. A line "// FLAGS: -std=c++17" adds compiler flags.

    twins.py FILE...            judge files; without FILE, all
    twins.py --table [FILE...]  recall and false alarms per folder
    twins.py --tsan [FILE...]   run them: ThreadSanitizer must report on bad and not on good ones
"""

import argparse
import collections
import concurrent.futures
import glob
import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass

import diagnostics
import products

TWINS = os.path.join(products.ROOT, "test", "twins")
FLAGS = {".c": ["-std=gnu17"], ".cpp": ["-std=c++20"]}
TIMEOUT_SECONDS = 60
SHOWN_LINES = 20

RUNS_OF_BAD = 20
RUNS_OF_GOOD = 5
RUN_SECONDS = 10
TSAN_REPORT = "WARNING: ThreadSanitizer"
NO_END = f"did not end in {RUN_SECONDS} seconds"


@dataclass
class Twin:
    """One file, read."""

    path: str
    bad: bool
    head: str
    marks: dict[int, list[str]]  # line -> names of the checks that are right to warn there
    flags: list[str]

    @property
    def folder(self) -> str:
        return os.path.relpath(os.path.dirname(self.path), TWINS)

    def says(self, word: str) -> bool:
        return word in self.head


@dataclass
class Verdict:
    """What heddle says about a twin."""

    hits: list[str]  # warnings of the right check at a marked line
    strays: list[str]  # warnings elsewhere
    problem: str  # why there is no verdict, or ""
    command: str


def read(path: str) -> Twin:
    path = os.path.abspath(path)
    stem, extension = os.path.splitext(os.path.basename(path))
    if not stem.endswith(("-bad", "-good")) or extension not in FLAGS:
        raise ValueError(f"{path}: a twin is NAME-bad or NAME-good, .c or .cpp")
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    found = {number: re.search(r"(?://|/\*).*\bBUG: *([a-z, -]*[a-z])", line) for number, line in enumerate(lines, 1)}
    marks = {number: re.split(r"[, ]+", match[1]) for number, match in found.items() if match}
    flags = [flag for line in lines for flag in shlex.split("".join(re.findall(r"^// FLAGS: (.*)", line)))]
    return Twin(
        path, stem.endswith("-bad"), lines[0] if lines else "", marks, FLAGS[extension] + products.MOCK_FLAGS + flags
    )


def malformed(twin: Twin) -> str:
    """What is wrong with the file itself, or ""."""
    if not twin.head.startswith("//"):
        return "the first line must be a comment that says what the program is"
    if twin.bad and not twin.marks:
        return "a bad twin must mark its faulty line with // BUG: NAME-OF-CHECK"
    if not twin.bad and twin.marks:
        return "a good twin has no // BUG: mark"
    if not twin.bad and twin.says("missed-alarm-today"):
        return "missed-alarm-today belongs into a bad twin"
    if not os.path.exists(partner(twin)):
        return "has no twin " + os.path.basename(partner(twin))
    return ""


def partner(twin: Twin) -> str:
    stem, extension = os.path.splitext(twin.path)
    name = stem.removesuffix("-bad").removesuffix("-good")
    return name + ("-good" if twin.bad else "-bad") + extension


def judge(twin: Twin, tidy: str) -> Verdict:
    """Runs all of heddle's checks on the twin."""
    command = [tidy, "--checks=-*,heddle-*", "--config={}", "--quiet", twin.path, "--", *twin.flags]
    shown = shlex.join(command)
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as problem:
        return Verdict([], [], str(problem), shown)
    found = diagnostics.parse(result.stdout + result.stderr, products.ROOT)
    if result.returncode != 0 or any("error" in item.kind for item in found):
        return Verdict([], [], f"ended with {result.returncode}\n{beginning(result.stdout + result.stderr)}", shown)
    verdict = Verdict([], [], "", shown)
    for item in found:
        sort_in(twin, item, verdict)
    return verdict


def beginning(output: str) -> str:
    """Of a crash or of errors, what a reader can bear."""
    lines = output.rstrip().splitlines()
    return "\n".join(lines[:SHOWN_LINES] + (["..."] if len(lines) > SHOWN_LINES else []))


def sort_in(twin: Twin, item: diagnostics.Diagnostic, verdict: Verdict) -> None:
    here = os.path.join(products.ROOT, item.file) == twin.path
    wanted = twin.marks.get(item.line, []) if here else []
    if any(check.removeprefix("heddle-") in wanted for check in item.checks):
        verdict.hits.append(str(item))
    elif not wanted:  # another check's warning at a marked line is neither
        verdict.strays.append(str(item))


def disagreements(twin: Twin, verdict: Verdict) -> list[str]:
    """Where heddle does not say what the file asserts that it says today."""
    if malformed(twin):
        return [malformed(twin)]
    if verdict.problem:
        return [verdict.problem]
    return hit_disagreements(twin, verdict) + stray_disagreements(twin, verdict)


def hit_disagreements(twin: Twin, verdict: Verdict) -> list[str]:
    if not twin.bad:
        return []
    if twin.says("missed-alarm-today"):
        return ["repaired: heddle finds it now; remove missed-alarm-today from the first line"] if verdict.hits else []
    return [] if verdict.hits else ["missed alarm: no warning at the lines marked " + places(twin)]


def stray_disagreements(twin: Twin, verdict: Verdict) -> list[str]:
    if twin.says("false-alarm-today"):
        repaired = "repaired: no false alarm any more; remove false-alarm-today from the first line"
        return [] if verdict.strays else [repaired]
    return ["false alarm: " + stray for stray in verdict.strays]


def places(twin: Twin) -> str:
    return ", ".join(f"{number} ({' '.join(names)})" for number, names in sorted(twin.marks.items()))


def find(given: list[str]) -> list[Twin]:
    """The twins named, or below the folders named, or all."""
    files = []
    for name in given or [TWINS]:
        below = [glob.glob(os.path.join(name, "**", "*" + end), recursive=True) for end in FLAGS]
        files += sorted(sum(below, [])) if os.path.isdir(name) else [name]
    return [read(path) for path in files if "/Inputs/" not in path]


# Commands


def judge_all(twins: list[Twin], tidy: str) -> int:
    wrong = 0
    for twin, verdict in judged(twins, tidy):
        problems = disagreements(twin, verdict)
        wrong += bool(problems)
        for problem in problems:
            print(f"{os.path.relpath(twin.path, products.ROOT)}: {problem}")
        if problems:
            print("  " + verdict.command)
    print(f"{len(twins)} twins, {wrong} not as asserted")
    return 1 if wrong else 0


def judged(twins: list[Twin], tidy: str) -> list[tuple[Twin, Verdict]]:
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(zip(twins, pool.map(lambda twin: judge(twin, tidy), twins)))


def print_table(twins: list[Twin], tidy: str) -> int:
    rows: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    for twin, verdict in judged(twins, tidy):
        for row in (twin.folder, "all"):
            rows[row].update(counts(twin, verdict))
    print("| folder | bad | found | recall | good | with a false alarm | bad with a false alarm | no verdict |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for name in sorted(rows, key=lambda name: (name == "all", name)):
        print(table_row(name, rows[name]))
    return 0


def counts(twin: Twin, verdict: Verdict) -> dict[str, int]:
    kind = "bad" if twin.bad else "good"
    return {
        kind: 1,
        "found": bool(verdict.hits),
        f"{kind} stray": bool(verdict.strays),
        "no verdict": bool(verdict.problem),
    }


def table_row(name: str, row: collections.Counter) -> str:
    recall = f"{100 * row['found'] / row['bad']:.0f} %" if row["bad"] else "-"
    numbers = [row[key] for key in ("good", "good stray", "bad stray", "no verdict")]
    return "| " + " | ".join(map(str, [name, row["bad"], row["found"], recall, *numbers])) + " |"


def run_all(twins: list[Twin], llvm: str) -> int:
    """ThreadSanitizer's opinion; says which files contradict their names."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for twin in twins:
            problem = "" if twin.says("tsan-cannot-see") else tsan_problem(twin, llvm, os.path.join(folder, "twin"))
            wrong += bool(problem)
            if problem:
                print(f"{os.path.relpath(twin.path, products.ROOT)}: {problem}")
    exempt = sum(twin.says("tsan-cannot-see") for twin in twins)
    print(f"{len(twins)} twins, {exempt} exempt (tsan-cannot-see), {wrong} not as named")
    return 1 if wrong else 0


def tsan_problem(twin: Twin, llvm: str, program: str) -> str:
    compiler = os.path.join(llvm, "clang" if twin.path.endswith(".c") else "clang++")
    command = [compiler, "-fsanitize=thread", "-g", "-O1", "-pthread", "-w", *twin.flags, twin.path, "-o", program]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        return f"does not compile: {shlex.join(command)}\n{result.stderr}"
    if twin.bad:
        reports = (tsan_report(program) for _ in range(RUNS_OF_BAD))
        return "" if any(is_fault(report) for report in reports) else f"no report in {RUNS_OF_BAD} runs"
    reports = (tsan_report(program) for _ in range(RUNS_OF_GOOD))
    return next((report for report in reports if report), "")


def tsan_report(program: str) -> str:
    """What ThreadSanitizer says about one run, or that the run did not end; "" if it is content."""
    environment = dict(os.environ, TSAN_OPTIONS="detect_deadlocks=1:second_deadlock_stack=1")
    try:
        result = subprocess.run(
            [program], capture_output=True, text=True, errors="replace", timeout=RUN_SECONDS, env=environment
        )
    except subprocess.TimeoutExpired:
        return NO_END
    if TSAN_REPORT in result.stderr:
        return result.stderr[result.stderr.index(TSAN_REPORT) :]
    return f"ended with {result.returncode}\n{result.stderr}" if result.returncode != 0 else ""


def is_fault(report: str) -> bool:
    """A race, a potential deadlock or a deadlock; an exit status alone proves none of them."""
    return report.startswith((TSAN_REPORT, NO_END))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="twins, or folders of twins")
    parser.add_argument("--build", help="the build folder (default: $HEDDLE_BUILD, or build)")
    parser.add_argument("--tidy", help="the heddle-tidy to judge (default: the build folder's)")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--table", action="store_true", help="print recall and false alarms per folder")
    choice.add_argument("--tsan", action="store_true", help="compile with -fsanitize=thread and run")
    options = parser.parse_args()
    build = products.build_folder(options.build)
    tidy = options.tidy or products.tidy(build)
    try:
        twins = find(options.files)
    except (OSError, ValueError) as problem:
        parser.error(str(problem))
    if options.tsan:
        return run_all(twins, products.llvm_tools(build))
    return print_table(twins, tidy) if options.table else judge_all(twins, tidy)


if __name__ == "__main__":
    sys.exit(main())
