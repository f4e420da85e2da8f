# REQUIRES: pre-commit
# RUN: %python %s %build/bin
"""The hooks, run by the real pre-commit at `git commit` in a scratch repository that fetches them from a local one."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

BUG = """#include <pthread.h>
#include "bank.h"
static int Balance;
static void *deposit(void *Unused) { ++Balance; return Unused; }
int main() {
  pthread_t Clerk;
  pthread_create(&Clerk, 0, deposit, 0);
  ++Balance;
  return pthread_join(Clerk, 0);
}
"""
SOUND = '#include "bank.h"\nint twice(int Number) { return 2 * Number; }\n'


class Repository:
    """A project whose commits pass through the hooks."""

    def __init__(self, folder: pathlib.Path, bin_folder: str) -> None:
        self.folder = folder
        self.bin_folder = bin_folder
        git(folder, "init", "--quiet")
        self.write("include/bank.h", "#pragma once\n")
        self.write(".gitignore", "/build/\n")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def use_hooks(self, config: str) -> None:
        self.write(".pre-commit-config.yaml", config)
        git(self.folder, "add", ".")
        git(self.folder, "commit", "--quiet", "--message=start", "--no-verify")
        succeed(self.folder, "pre-commit", "install", "--overwrite")

    def write_database(self, *names: str) -> None:
        folder = str(self.folder)
        entries = [{"directory": folder, "file": name, "arguments": ["cc", "-Iinclude", "-c", name]} for name in names]
        self.write("build/compile_commands.json", json.dumps(entries))

    def commit(self, *names: str) -> "tuple[bool, str]":
        """Stages the files and commits; whether that was let through, and all that was said."""
        git(self.folder, "add", *names)
        path = os.pathsep.join([self.bin_folder, os.environ["PATH"]]) if self.bin_folder else os.environ["PATH"]
        before = self.head()
        result = run(self.folder, "git", "commit", "--message=change", PATH=path)
        assert (result.returncode == 0) == (self.head() != before), result.stdout
        return result.returncode == 0, result.stdout

    def head(self) -> str:
        return git(self.folder, "rev-parse", "HEAD")


def run(folder: pathlib.Path, *command: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        command, cwd=folder, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def succeed(folder: pathlib.Path, *command: str) -> str:
    result = run(folder, *command)
    assert result.returncode == 0, f"{' '.join(command)}: {result.returncode}\n{result.stdout}"
    return result.stdout.strip()


def git(folder: pathlib.Path, *arguments: str) -> str:
    return succeed(folder, "git", *arguments)


def expect(outcome: "tuple[bool, str]", passes: bool, *said: str, unsaid: "tuple[str, ...]" = ()) -> None:
    passed, output = outcome
    assert passed == passes, f"{'let through' if passed else 'stopped'}:\n{output}"
    for text in said:
        assert text in output, f"'{text}' is not said:\n{output}"
    for text in unsaid:
        assert text not in output, f"'{text}' is said:\n{output}"


def make_hook_repository(folder: pathlib.Path) -> str:
    """heddle's own repository, as far as the hooks need it; its revision."""
    git(folder, "init", "--quiet")
    (folder / "integrations").mkdir()
    shutil.copytree(ROOT / "integrations/pre-commit", folder / "integrations/pre-commit")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", folder)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=hooks")
    return git(folder, "rev-parse", "HEAD")


def try_changed_files(project: Repository) -> None:
    project.write("src/twice.c", SOUND)
    project.write("src/half.cpp", SOUND.replace("twice", "half"))
    # No database: a file that needs none is analysed, one that does is stopped with what to do.
    project.write("src/alone.cpp", "int alone;\n")
    expect(project.commit("src/alone.cpp"), True, "heddle", "Passed")
    no_database = ("'bank.h' file not found", "there is no compile_commands.json")
    expect(project.commit("src/twice.c"), False, "exit code: 2", *no_database)
    project.write_database("src/twice.c", "src/half.cpp", "src/bank.c", "src/bank.cpp")
    expect(project.commit("src/twice.c", "src/half.cpp"), True, "Passed")

    # A bug, in C and in C++, in one run; nothing but the files of the commit is looked at.
    project.write("src/bank.c", BUG)
    project.write("src/bank.cpp", BUG)
    found_in_c = ("exit code: 1", "src/bank.c:4:", "'Balance'")
    expect(project.commit("src/bank.c"), False, *found_in_c, unsaid=("src/bank.cpp",))
    expect(project.commit("src/bank.cpp"), False, "src/bank.c:4:", "src/bank.cpp:4:", "[heddle-unlocked-global]")

    # What is staged counts, not what lies in the folder.
    git(project.folder, "reset", "--quiet", "src/bank.cpp")
    project.write("src/bank.c", SOUND)
    git(project.folder, "add", "src/bank.c")
    project.write("src/bank.c", BUG)
    expect(project.commit(), True, "Passed")
    assert (project.folder / "src/bank.c").read_text(encoding="utf-8") == BUG

    # A header is not analysed by itself, nor is what is not C or C++.
    project.write("include/bank.h", "#pragma once\nint Accounts;\n")
    project.write("notes.txt", "nothing\n")
    expect(project.commit("include/bank.h", "notes.txt"), True, "no files to check")

    # A file that does not compile, with a database: the advice is about the file.
    project.write("src/twice.c", "int twice(int Number) { return }\n")
    expect(project.commit("src/twice.c"), False, "exit code: 2", "src/twice.c", unsaid=("there is no compile_commands",))


def try_whole_project(project: Repository) -> None:
    project.write("src/bank.c", BUG)
    expect(project.commit("src/bank.c"), False, "exit code: 2", "there is no compile_commands.json in or above")
    project.write_database("src/bank.c")
    expect(project.commit("src/bank.c"), False, "exit code: 1", "src/bank.c:4:")
    project.write("src/bank.c", SOUND)
    expect(project.commit("src/bank.c"), True, "Passed")
    # A header can change what its users do.
    project.write("include/bank.h", "#pragma once\nint Accounts = ;\n")
    expect(project.commit("include/bank.h"), False, "exit code: 2", "src/bank.c")


def try_all(work: pathlib.Path, bin_folder: str) -> None:
    for name in ("hooks", "changed", "project", "local", "none", "home"):
        (work / name).mkdir(parents=True)
    os.environ |= {"HOME": str(work / "home"), "PRE_COMMIT_HOME": str(work / "home/pre-commit"), "NO_COLOR": "1"}
    for key, value in {"user.name": "A", "user.email": "a@example.org", "init.defaultBranch": "main"}.items():
        git(work, "config", "--global", key, value)
    fetched = f"repos:\n- repo: {work / 'hooks'}\n  rev: {make_hook_repository(work / 'hooks')}\n  hooks:\n"

    changed = Repository(work / "changed", bin_folder)
    changed.use_hooks(fetched + "  - id: heddle\n")
    try_changed_files(changed)

    project = Repository(work / "project", bin_folder)
    project.use_hooks(fetched + "  - id: heddle-project\n")
    try_whole_project(project)

    # Without the hooks' repository: the script that is installed beside heddle.
    shutil.copy(ROOT / "integrations/pre-commit/heddle-pre-commit", work / "home")
    os.symlink(os.path.join(bin_folder, "heddle"), work / "home/heddle")
    local = Repository(work / "local", str(work / "home"))
    local.use_hooks(
        "repos:\n- repo: local\n  hooks:\n  - id: heddle\n    name: heddle\n    entry: heddle-pre-commit\n"
        "    language: system\n    types_or: [c, c++]\n    exclude_types: [header]\n    require_serial: true\n"
        "    args: [-p, out]\n"
    )
    local.write("src/bank.c", BUG)
    expect(local.commit("src/bank.c"), False, "exit code: 2", "there is no 'out'", unsaid=("args: [-p, FOLDER]",))
    local.write_database("src/bank.c")
    os.rename(local.folder / "build", local.folder / "out")
    expect(local.commit("src/bank.c"), False, "exit code: 1", "src/bank.c:4:")

    # heddle is not installed.
    none = Repository(work / "none", "")
    none.use_hooks(fetched + "  - id: heddle\n")
    none.write("src/bank.c", BUG)
    expect(none.commit("src/bank.c"), False, "exit code: 2", "there is no command 'heddle'", "SKIP=heddle")


if __name__ == "__main__":
    # Not below the build folder, whose compile database would be found.
    with tempfile.TemporaryDirectory() as scratch:
        try_all(pathlib.Path(scratch), sys.argv[1])
