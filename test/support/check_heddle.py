#!/usr/bin/env python3
"""Runs one check on one test file and compares with what the file expects. Substitution %check_heddle in lit.

    // RUN: %check_heddle %s [-std=c++17,c++20] [options] [heddle-tidy's options] [-- compiler flags]

The check's name is the folder below test/checks/. What a file can expect:

    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: ...   one line of clang-tidy's output, in order
    // CHECK-NOTES: :[[@LINE+4]]:7: note: ...         the same; also says that every note is listed
    // CHECK-FIXES: std::scoped_lock Lock(M);         one whole line of the fixed file, in order

Nothing may happen that is not expected: no other warning or error; no other note, if the file lists any; no
line changed by a fix that no CHECK-FIXES names. A file without CHECK lines must get no diagnostic. After a
fix the file must compile, and the check must find nothing there that it did not find (and leave) before.

With --check-suffix=A, lines CHECK-MESSAGES-A and so on count too. The file is copied to the work folder, with
the headers beside it and its folder Inputs, so that fixes touch copies only.
"""

import argparse
import collections
import difflib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass

import diagnostics
import products
from diagnostics import Diagnostic

DEFAULT_STANDARD = {".c": "gnu17", ".cpp": "c++20"}
CHECK_LINE = re.compile(r"//\s*CHECK-(?:MESSAGES|NOTES|FIXES)[-A-Z0-9a-z_]*:.*")
TIMEOUT_SECONDS = 120


class Failure(Exception):
    """The test failed; says why, for people."""


@dataclass
class Expectations:
    """What the test file asks for, under the suffixes chosen."""

    messages: list[str]  # FileCheck's prefixes of diagnostics that occur in the file
    fixes: list[str]  # the same of lines in the fixed file
    has_notes: bool
    fix_lines: list[str]  # what stands behind the prefixes CHECK-FIXES, CHECK-FIXES-NEXT and so on


def main() -> int:
    options = parse_arguments(sys.argv[1:])
    try:
        for standard in options.standards:
            run_standard(options, standard)
    except Failure as failure:
        print(failure)
        return 1
    return 0


# The command line


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    ours, compiler = split_at(arguments, "--")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("source", help="the test file")
    parser.add_argument("-std", help="comma-separated language standards, each is a run (default: gnu17 or c++20)")
    parser.add_argument("--check", help="full name of the check (default: heddle- and the folder's name)")
    parser.add_argument(
        "--option", action="append", default=[], metavar="KEY=VALUE", help="option of the check, or CHECK.KEY=VALUE"
    )
    parser.add_argument("--check-suffix", default="", metavar="A,B", help="count lines CHECK-...-A as well")
    parser.add_argument("--keep-errors", action="store_true", help="the file need not parse")
    parser.add_argument("--tidy", default="heddle-tidy", help=argparse.SUPPRESS)
    parser.add_argument("--llvm", default="", help=argparse.SUPPRESS)
    parser.add_argument("--work", default="check_heddle.dir", help=argparse.SUPPRESS)
    options, options.tidy_options = parser.parse_known_args(ours)
    options.compiler = compiler
    options.source = os.path.abspath(options.source)
    options.check = options.check or "heddle-" + check_of(options.source)
    options.standards = options.std.split(",") if options.std else [default_standard(options.source)]
    options.suffixes = [suffix for suffix in options.check_suffix.split(",") if suffix]
    return options


def split_at(items: list[str], mark: str) -> tuple[list[str], list[str]]:
    position = items.index(mark) if mark in items else len(items)
    return items[:position], items[position + 1 :]


def check_of(source: str) -> str:
    """.../test/checks/NAME/...: NAME"""
    found = re.search(r"/test/checks/([^/]+)/", source)
    if not found:
        sys.exit(f"{source}: not below test/checks/NAME/; name the check with --check=")
    return found[1]


def default_standard(source: str) -> str:
    extension = os.path.splitext(source)[1]
    if extension not in DEFAULT_STANDARD:
        sys.exit(f"{source}: neither .c nor .cpp")
    return DEFAULT_STANDARD[extension]


# One run


def run_standard(options: argparse.Namespace, standard: str) -> None:
    folder = os.path.join(os.path.abspath(options.work), standard)
    expected, source, blanked = prepare(options, folder)
    command = tidy_command(options, standard, source)
    output = run(command)
    found = diagnostics.parse(output, folder)
    fixed = read(source)
    report = Report(options, command, output, blanked, fixed)
    check_parses(options, found, report)
    check_messages(options, folder, expected, found, report)
    check_fixes(options, folder, expected, report)
    if fixed != blanked:
        check_fixed_file(options, standard, source, found, report)


def prepare(options: argparse.Namespace, folder: str) -> tuple[Expectations, str, str]:
    """Copies the test into the folder; returns its expectations, the copy's path and the copy's text."""
    text = read(options.source)
    check_spelling(text)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    copy_companions(os.path.dirname(options.source), folder)
    source = os.path.join(folder, os.path.basename(options.source))
    blanked = blank(text)
    write(source, blanked)
    write(source + ".expected", anchored(text, os.path.basename(source)))
    return expectations(text, options.suffixes), source, blanked


def check_spelling(text: str) -> None:
    """An expectation that nobody reads is worse than none."""
    chosen = [suffix for found in re.findall(r"RUN:.*--check-suffix=(\S+)", text) for suffix in found.split(",")]
    suffixes = "".join(f"|-{re.escape(suffix)}" for suffix in chosen)
    known = re.compile(rf"CHECK-(MESSAGES|NOTES|FIXES)({suffixes})?(-NEXT|-SAME|-NOT|-DAG|-EMPTY|-COUNT-\d+)?")
    wrong = [word for word in re.findall(r"//\s*(CHECK[-\w]*):", text) if not known.fullmatch(word)]
    if wrong:
        raise Failure("expectations that no RUN line reads: " + ", ".join(sorted(set(wrong))))


def copy_companions(origin: str, folder: str) -> None:
    """Copies the headers beside the test and its folder Inputs."""
    for name in sorted(os.listdir(origin)):
        path = os.path.join(origin, name)
        if name == "Inputs":
            shutil.copytree(path, os.path.join(folder, name))
        elif name.endswith((".h", ".hpp")):
            shutil.copy(path, folder)


def blank(text: str) -> str:
    """Without expectations, so that they cannot match themselves; every line keeps its number."""
    return CHECK_LINE.sub("//", text)


def anchored(text: str, name: str) -> str:
    """Makes ":[[@LINE-1]]:3:" mean this file, not any file."""
    unnamed = r"(CHECK-(?:MESSAGES|NOTES)\S*:\s*):(\d|\[\[)"
    return re.sub(unnamed, lambda found: f"{found[1]}{{{{^}}}}{name}:{found[2]}", text)


def expectations(text: str, suffixes: list[str]) -> Expectations:
    def present(kind: str) -> list[str]:
        prefixes = ["CHECK-" + kind] + [f"CHECK-{kind}-{suffix}" for suffix in suffixes]
        return [prefix for prefix in prefixes if directives(text, prefix)]

    messages = present("MESSAGES") + present("NOTES")
    fixes = present("FIXES")
    lines = [line for prefix in messages for line in directives(text, prefix)]
    has_notes = any(prefix.startswith("CHECK-NOTES") for prefix in messages) or any("note:" in line for line in lines)
    return Expectations(messages, fixes, has_notes, [line for prefix in fixes for line in directives(text, prefix)])


def directives(text: str, prefix: str) -> list[str]:
    """What is asked for behind the prefix and its variants -NEXT, -DAG, ...; -NOT asks for nothing."""
    return re.findall(rf"//\s*{re.escape(prefix)}(?:-NEXT|-SAME|-DAG|-EMPTY|-COUNT-\d+)?:(.*)", text)


def tidy_command(options: argparse.Namespace, standard: str, source: str) -> list[str]:
    config = json.dumps({"CheckOptions": check_options(options)}) if options.option else "{}"
    tidy = [options.tidy, "--checks=-*," + options.check, "--config=" + config, "--fix", *options.tidy_options]
    return [*tidy, source, "--", *compiler_flags(options, standard)]


def check_options(options: argparse.Namespace) -> dict[str, str]:
    """KEY=VALUE as CheckOptions; a bare KEY is the check's own."""
    pairs = [option.split("=", 1) for option in options.option]
    return {key if "." in key else f"{options.check}.{key}": value for key, value in pairs}


def compiler_flags(options: argparse.Namespace, standard: str) -> list[str]:
    return ["-std=" + standard, *products.MOCK_FLAGS, *options.compiler]


# What is compared


def check_parses(options: argparse.Namespace, found: list[Diagnostic], report: "Report") -> None:
    broken = [item for item in found if "error" in item.kind and "clang-diagnostic-error" in item.checks]
    if broken and not options.keep_errors:
        raise report.failure("the test file does not compile (if it should not: --keep-errors)")
    if any(note.text == diagnostics.FIX_OVERLAPS for item in found for note in item.notes):
        raise report.failure("two fixes overlap")


def check_messages(
    options: argparse.Namespace,
    folder: str,
    expected: Expectations,
    found: list[Diagnostic],
    report: "Report",
) -> None:
    if not expected.messages:
        if found:
            raise report.failure("a diagnostic where the file expects none")
        return
    shown = os.path.join(folder, "diagnostics.txt")
    write(shown, diagnostics.render(found))
    unexpected = "{{note|warning|error}}:" if expected.has_notes else "{{warning|error}}:"
    check = file_check(options, folder, shown, expected.messages) + ["--implicit-check-not=" + unexpected]
    compare(check, "the diagnostics are not those expected", report)


def check_fixes(options: argparse.Namespace, folder: str, expected: Expectations, report: "Report") -> None:
    if not expected.fixes:
        if report.fixed != report.original:
            raise report.failure("the file was fixed, and has no CHECK-FIXES")
        return
    fixed = os.path.join(folder, os.path.basename(options.source))
    check = file_check(options, folder, fixed, expected.fixes) + ["--match-full-lines"]
    compare(check, "the fixed file is not as expected", report)
    unclaimed = unclaimed_lines(report.original, report.fixed, expected.fix_lines)
    if unclaimed:
        raise report.failure("lines that a fix wrote and no CHECK-FIXES names:\n  " + "\n  ".join(unclaimed))


def file_check(options: argparse.Namespace, folder: str, subject: str, prefixes: list[str]) -> list[str]:
    expected = os.path.join(folder, os.path.basename(options.source) + ".expected")
    return [
        os.path.join(options.llvm, "FileCheck"),
        expected,
        "--input-file=" + subject,
        "--check-prefixes=" + ",".join(prefixes),
        "--dump-input=fail",
    ]


def compare(check: list[str], meaning: str, report: "Report") -> None:
    result = subprocess.run(check, capture_output=True, text=True)
    if result.returncode != 0:
        raise report.failure(f"{meaning}\n{result.stderr}{result.stdout}")


def unclaimed_lines(original: str, fixed: str, claims: list[str]) -> list[str]:
    """The lines of the fixed file that are new and that no CHECK-FIXES describes."""
    patterns = [re.compile(as_regex(claim)) for claim in claims]
    delta = difflib.ndiff(original.splitlines(), fixed.splitlines())
    new = [line[2:].strip() for line in delta if line.startswith("+ ")]
    return [line for line in new if line and not any(pattern.fullmatch(line) for pattern in patterns)]


def as_regex(claim: str) -> str:
    """FileCheck's pattern as Python's: {{...}} is a regular expression, [[...]] anything, runs of blanks are one."""
    parts = re.split(r"(\{\{.*?\}\}|\[\[.*?\]\])", claim.strip())
    return "".join(_part_as_regex(part) for part in parts)


def _part_as_regex(part: str) -> str:
    if part.startswith("{{"):
        return part[2:-2]
    if part.startswith("[["):
        return ".*"
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", part))


def check_fixed_file(
    options: argparse.Namespace, standard: str, source: str, before: list[Diagnostic], report: "Report"
) -> None:
    language = "c" if source.endswith(".c") else "c++"
    compiler = os.path.join(options.llvm, "clang" if language == "c" else "clang++")
    compile_command = [compiler, "-fsyntax-only", "-x", language, *compiler_flags(options, standard), source]
    result = subprocess.run(compile_command, capture_output=True, text=True)
    if result.returncode != 0:
        raise report.failure(f"the fixed file does not compile: {shlex.join(compile_command)}\n{result.stderr}")
    again = run(tidy_command(options, standard, source))
    if read(source) != report.fixed:
        again_changed = diff(report.fixed, read(source))
        raise report.failure("fixing twice is not fixing once; the second run changed:\n" + again_changed)
    left = unforeseen(before, diagnostics.parse(again))
    if left:
        listed = "\n  ".join(map(str, left))
        raise report.failure("warnings after the fix that were not there, or were fixed, before:\n  " + listed)


def unforeseen(before: list[Diagnostic], after: list[Diagnostic]) -> list[Diagnostic]:
    """What is reported after the fix beyond what the first run reported without fixing it. Lines may have moved."""
    allowed = collections.Counter(item.text for item in before if not item.was_fixed)
    left = []
    for item in after:
        allowed[item.text] -= 1
        if allowed[item.text] < 0:
            left.append(item)
    return left


# Failing


@dataclass
class Report:
    """What a failure shows besides its reason."""

    options: argparse.Namespace
    command: list[str]
    output: str
    original: str
    fixed: str

    def failure(self, reason: str) -> Failure:
        parts = [f"{self.options.source}: {reason}", "command: " + shlex.join(self.command)]
        parts.append("diagnostics:\n" + self.output.rstrip())
        if self.fixed != self.original:
            parts.append("fixes:\n" + diff(self.original, self.fixed))
        return Failure("\n\n".join(parts))


def diff(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), "before", "fixed", lineterm="")
    return "\n".join(lines)


def run(command: list[str]) -> str:
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise Failure(f"{shlex.join(command)}: {problem}") from problem
    if result.returncode < 0 or result.returncode > 1:
        raise Failure(f"{shlex.join(command)}: ended with {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout + result.stderr


def read(path: str) -> str:
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


if __name__ == "__main__":
    sys.exit(main())
