# RUN: %python %s %t
"""The tests of the tree find what they are for: each is given a small repository with one defect."""

import os
import pathlib
import shutil
import subprocess
import sys

TREE = pathlib.Path(__file__).resolve().parent
ROOT = TREE.parents[1]
NAME = "abc-of-faults"
CPP = f"checks/{NAME}.cpp"
PAGE = f"docs/checks/{NAME}.md"
ASSUMPTIONS = "docs/design/assumptions.md"

# the test, the file changed, what is replaced by what (None: the file goes; "": appended), a word of the complaint
DEFECTS = [
    ("names", f"checks/{NAME}.h", None, None, "missing"),
    ("names", PAGE, None, None, "missing"),
    ("names", f"test/checks/{NAME}/silent.cpp", None, None, "missing"),
    ("names", CPP, None, None, "there is no checks/"),
    ("names", f"checks/{NAME}.h", "AbcOfFaultsCheck", "ABCOfFaultsCheck", "the class must be AbcOfFaultsCheck"),
    ("names", PAGE, "Finds abc of faults.", "Finds them.", "first sentence differs"),
    ("names", PAGE, "# abc", "# ABC", "the first line"),
    ("names", PAGE, "- severity: medium", "- severity: big", "severity is one of"),
    ("names", PAGE, "- CWE: none\n", "", "no line '- CWE"),
    ("names", PAGE, "## Bad", "## Wrong", "no section '## Bad'"),
    ("names", "docs/checks/other.md", "", "# other\n", "there is no checks/other.cpp"),
    ("names", "CHANGELOG.md", f"heddle-{NAME}", "heddle", "does not name"),
    ("layers", CPP, "", '#include "analysis/lockset/Lockset.h"\n', "checks must not include"),
    ("layers", CPP, "", "#include <sqlite3.h>\n", "must not include"),
    ("layers", CPP, "", '#include "checks/other.h"\n', "must not include"),
    ("layers", CPP, "", '#include "../analysis/Facts.h"\n', "must not include"),
    ("layers", "analysis/events/Events.cpp", "", '#include "clang-tidy/ClangTidyCheck.h"\n', "must not include"),
    ("layers", "analysis/events/Events.cpp", "", '#include "analysis/lockset/Lockset.h"\n', "must not include"),
    ("layers", "analysis/index/Index.cpp", "", '#include "clang/AST/Decl.h"\n', "must not include"),
    ("layers", "analysis/primitives/Std.cpp", "", '#include "clang/Analysis/CFG.h"\n', "must not include"),
    ("layers", "runtime-model/src/lock.cpp", "", '#include "llvm/ADT/StringRef.h"\n', "must not include"),
    ("messages", CPP, "'%0' is raced for", "It is raced for", "begins with a capital"),
    ("messages", CPP, "raced for", "raced for.", "full stop"),
    ("messages", CPP, "'%0'", "%0", "without quotes"),
    ("messages", CPP, '"\'%0\' is', '"the "\n      "%0 is', "without quotes"),
    ("hygiene", CPP, "", "// TO" "DO: more\n", "name the issue"),
    ("hygiene", PAGE, "", "/ho" "me/somebody/file\n", "a path of one machine"),
    ("hygiene", CPP, "", "\n" * 500, "at most 500"),
    ("assumptions", ASSUMPTIONS, "abc-of-faults/basic.cpp", "none.cpp", "test/checks/none.cpp does not exist"),
    ("assumptions", ASSUMPTIONS, "test/checks/abc-of-faults/basic.cpp", "none", "names no test"),
    ("assumptions", ASSUMPTIONS, "", "| A1 | again | dev |\n", "A1 is there twice"),
    ("commands", "README.md", "./dev build", "./dev brew", "does not know 'brew'"),
    ("commands", "README.md", "", "\nRun `scripts/old-check`.\n", "scripts/old-check does not exist"),
    ("links", "README.md", "dev)", "development)", "development does not exist"),
]


def main() -> int:
    work = pathlib.Path(sys.argv[1])
    model = make_model(work / "model")
    good = {test: complaint(test, model) for test in tests()}
    wrong = [f"{test}.py complains about a good tree:\n{said}" for test, said in good.items() if said]
    for number, (test, file, old, new, word) in enumerate(DEFECTS):
        damaged = work / str(number)
        shutil.rmtree(damaged, ignore_errors=True)
        shutil.copytree(model, damaged)
        damage(damaged / file, old, new)
        said = complaint(test, damaged)
        if word not in said:
            wrong.append(f"{test}.py does not say '{word}' when {file} has {new!r} for {old!r}, but: {said}")
    print("\n".join(wrong))
    return 1 if wrong else 0


def tests() -> list[str]:
    return sorted({defect[0] for defect in DEFECTS})


def make_model(model: pathlib.Path) -> pathlib.Path:
    """A small repository without defects."""
    shutil.rmtree(model, ignore_errors=True)
    (model / "docs/design").mkdir(parents=True)
    shutil.copy(ROOT / "CMakeLists.txt", model)
    (model / "dev").write_text('#!/bin/sh\nprintf "Commands:\\n  build   builds\\n"\n', encoding="utf-8")
    os.chmod(model / "dev", 0o755)
    (model / "README.md").write_text("Type `./dev build`; see [dev](dev).\n", encoding="utf-8")
    (model / ASSUMPTIONS).write_text("| A1 | all is well | test/checks/abc-of-faults/basic.cpp |\n", encoding="utf-8")
    command = [sys.executable, ROOT / "scripts/new-check", NAME, "--root", model]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return model


def damage(file: pathlib.Path, old: "str | None", new: "str | None") -> None:
    if old is None:
        file.unlink()
        return
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    assert old in text, f"{file}: there is no {old!r}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")


def complaint(test: str, root: pathlib.Path) -> str:
    """What the test says, with its status; "" if it passes."""
    result = subprocess.run([sys.executable, TREE / f"{test}.py", root], capture_output=True, text=True)
    return "" if result.returncode == 0 else result.stdout + result.stderr


if __name__ == "__main__":
    sys.exit(main())
