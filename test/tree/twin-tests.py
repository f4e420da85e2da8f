# RUN: %python %s %t
"""The judge of the twins judges rightly; heddle-tidy is played by a script that prints the file's own "SAYS:" lines."""

import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import twins  # noqa: E402

TIDY = """#!{python}
import re, sys
source = next(word for word in sys.argv if word.endswith(("-bad.cpp", "-good.cpp")))
for number, line in enumerate(open(source), 1):
    says = re.search(r"SAYS: (\\w+) (.*)", line)
    if says:
        print(f"{{source}}:{{number}}:1: {{says[1]}}: fault [{{says[2]}}]")
"""
BUG = "int x; // BUG: unlocked-global"
HIT = " SAYS: warning heddle-unlocked-global\n"
STRAY = "int y; // SAYS: warning heddle-unlocked-global\n"
OTHER = " SAYS: warning heddle-missing-join\n"
MERGED = " SAYS: warning heddle-missing-join,heddle-unlocked-global\n"

# name, bad or good, text, a word of the complaint ("" for none)
CASES = [
    ("found", "bad", "// a race\n" + BUG + HIT, ""),
    ("found under two names", "bad", "// a race\n" + BUG + MERGED, ""),
    ("found at one of two lines", "bad", "// a race\n" + BUG + HIT + BUG + "\n", ""),
    ("missed", "bad", "// a race\n" + BUG + "\n", "missed alarm"),
    ("found by the wrong check", "bad", "// a race\n" + BUG + OTHER, "missed alarm"),
    ("found, and a line too many", "bad", "// a race\n" + BUG + HIT + STRAY, "false alarm"),
    ("known to be missed", "bad", "// missed-alarm-today: a race\n" + BUG + "\n", ""),
    ("found at last", "bad", "// missed-alarm-today: a race\n" + BUG + HIT, "remove missed-alarm-today"),
    ("no mark", "bad", "// a race\nint x;\n", "must mark its faulty line"),
    ("no comment", "bad", BUG + HIT, "first line"),
    ("silent", "good", "// no race\nint x;\n", ""),
    ("noisy", "good", "// no race\n" + STRAY, "false alarm"),
    ("known to be noisy", "good", "// false-alarm-today: no race\n" + STRAY, ""),
    ("silent at last", "good", "// false-alarm-today: no race\nint x;\n", "remove false-alarm-today"),
    ("marked", "good", "// no race\n" + BUG + "\n", "no // BUG: mark"),
    ("broken", "good", "// no race\nint x; // SAYS: error clang-diagnostic-error\n", "ended with"),
]


def main() -> int:
    work = pathlib.Path(sys.argv[1])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    tidy = work / "heddle-tidy"
    tidy.write_text(TIDY.format(python=sys.executable), encoding="utf-8")
    os.chmod(tidy, 0o755)
    wrong = [name for name, kind, text, word in CASES if not holds(work, str(tidy), name, kind, text, word)]
    if not holds_alone(work, str(tidy)):
        wrong.append("a bad twin without its good one")
    print("\n".join("wrong: " + name for name in wrong))
    return 1 if wrong else 0


def holds(work: pathlib.Path, tidy: str, name: str, kind: str, text: str, word: str) -> bool:
    folder = work / name.replace(" ", "-").replace(",", "")
    folder.mkdir()
    (folder / "x-bad.cpp").touch()
    (folder / "x-good.cpp").touch()
    complaints = complain(folder / f"x-{kind}.cpp", text, tidy)
    good = word in complaints if word else not complaints
    if not good:
        print(f"--- {name}: expected '{word}', got '{complaints}'")
    return good


def holds_alone(work: pathlib.Path, tidy: str) -> bool:
    return "has no twin" in complain(work / "alone-bad.cpp", "// a race\n" + BUG + HIT, tidy)


def complain(path: pathlib.Path, text: str, tidy: str) -> str:
    path.write_text(text, encoding="utf-8")
    twin = twins.read(str(path))
    return "\n".join(twins.disagreements(twin, twins.judge(twin, tidy)))


if __name__ == "__main__":
    sys.exit(main())
