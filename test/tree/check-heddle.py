# RUN: %python %s %t.dir
"""check_heddle.py passes what it should and fails what it should; tried with one of clang-tidy's own checks."""

import os
import subprocess
import sys

SUPPORT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "support")
RUN = "// R" "UN: %check_heddle %s\n"  # in two parts: lit reads this file too
WARNING = "  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: use nullptr\n"
FIX = "  // CHECK-FIXES: int *p = nullptr;\n"
BAD = "int main() {\n  int *p = 0;\n"
END = "  return p == nullptr;\n}\n"

# name, file, arguments, None for success or a word of the failure
CASES = [
    ("all expected", RUN + BAD + WARNING + FIX + END, [], None),
    ("silent", RUN + "int main() { return 0; }\n", [], None),
    ("two standards", RUN + BAD + WARNING + FIX + END, ["-std=c++11,c++20"], None),
    ("warning not expected", RUN + BAD + END, [], "expects none"),
    ("warning missing", RUN + "int main() {\n  int *p = nullptr;\n" + WARNING + END, [], "not those expected"),
    ("second warning not expected", RUN + BAD + WARNING + FIX + "  int *q = 0;\n" + END, [], "not those expected"),
    ("wrong column", RUN + BAD + WARNING.replace(":12:", ":11:") + FIX + END, [], "not those expected"),
    ("fix not expected", RUN + BAD + WARNING + END, [], "has no CHECK-FIXES"),
    ("other fix expected", RUN + BAD + WARNING + FIX.replace("nullptr", "NULL") + END, [], "not as expected"),
    (
        "one of two fixes not named",
        RUN + BAD + WARNING + FIX + "  int *q = 0;\n  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning:\n" + END,
        [],
        "no CHECK-FIXES names",
    ),
    ("fix as a pattern", RUN + BAD + WARNING + "  // CHECK-FIXES: int *p = {{null.*}};\n" + END, [], None),
    ("does not compile", RUN + "int main() { return nothing; }\n", [], "does not compile"),
    ("misspelt expectation", RUN + BAD + WARNING.replace("MESSAGES", "MESSAGE") + FIX + END, [], "no RUN line reads"),
    ("suffix nobody chose", RUN + BAD + WARNING.replace("MESSAGES", "MESSAGES-A") + FIX + END, [], "no RUN line reads"),
    (
        "suffix chosen",
        RUN.replace("%s", "%s --check-suffix=A") + BAD + WARNING.replace("MESSAGES", "MESSAGES-A") + FIX + END,
        ["--check-suffix=A"],
        None,
    ),
    ("compiler flag", RUN + "int main() { return ANSWER; }\n", ["--", "-DANSWER=42"], None),
    ("NOLINT", RUN + "int *p = 0; // NOLINT\n", [], None),
    ("program missing", RUN + "int main() {}\n", ["--tidy=no-such-program"], "No such file"),
]


def main() -> int:
    work = sys.argv[1]
    wrong = [case[0] for case in CASES if not holds(work, "modernize-use-nullptr", *case)]
    wrong += note_cases(work)
    return 1 if wrong else 0


def note_cases(work: str) -> list[str]:
    """A check with notes: those listed must come; once one is listed, no other may."""
    check = "bugprone-branch-clone"
    warning = "  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: if with identical then and else branches\n"
    note = "  // CHECK-NOTES: :[[@LINE+2]]:3: note: else branch starts here\n"
    cases = [
        ("notes not asked about", warning, None),
        ("notes listed", warning + note, None),
        ("notes listed as messages", warning + note.replace("NOTES", "MESSAGES"), None),
        ("note at another place", warning + note.replace(":3:", ":4:"), "not those expected"),
        ("note not listed", warning.replace("MESSAGES", "NOTES"), "not those expected"),
    ]
    text = "int f(bool b) {\n  if (b)\n%s    return 1;\n  else\n    return 1;\n}\n"
    return [name for name, lines, word in cases if not holds(work, check, name, RUN + text % lines, [], word)]


def holds(work: str, check: str, name: str, text: str, arguments: list[str], word: "str | None") -> bool:
    folder = os.path.join(work, name.replace(" ", "-"))
    os.makedirs(folder, exist_ok=True)
    source = os.path.join(folder, "input.cpp")
    with open(source, "w", encoding="utf-8") as file:
        file.write(text)
    llvm = os.environ["HEDDLE_LLVM"]
    tool = [sys.executable, os.path.join(SUPPORT, "check_heddle.py"), f"--tidy={llvm}/clang-tidy", f"--llvm={llvm}"]
    command = [*tool, f"--work={folder}/work", f"--check={check}", source, *arguments]
    result = subprocess.run(command, capture_output=True, text=True)
    good = result.returncode == 0 if word is None else result.returncode == 1 and word in result.stdout
    if not good:
        print(f"--- {name}: expected {word or 'success'}, ended with {result.returncode}")
        print(result.stdout + result.stderr)
    return good


if __name__ == "__main__":
    sys.exit(main())
