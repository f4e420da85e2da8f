# REQUIRES: git
# RUN: %python %s %build
"""The CI files are run, step by step, in a scratch project: they fail on a finding, and pass without one.

What needs the network is replaced: apt-get and dpkg-query by scripts that do nothing, heddle's repository by a local
one whose `./dev build` has been done already. Actions are known by name: the checkout has happened, the cache is empty.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROJECT = ROOT / "test/install/Inputs/project"
ACTIONS = {"actions/checkout@v4", "actions/cache@v4"}


class Machine:
    """A scratch machine for one job: a project, a folder of replaced commands, and heddle's repository."""

    def __init__(self, work: pathlib.Path, build: str, *sources: str) -> None:
        self.project = work / "project"
        self.project.mkdir(parents=True)
        for source in sources:
            shutil.copy(PROJECT / source, self.project)
        (self.project / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(scratch C CXX)\n"
            f"set(CMAKE_CXX_STANDARD 20)\nadd_library(scratch OBJECT {' '.join(sources)})\n",
            encoding="utf-8",
        )
        self.output = work / "output"
        self.environment = {
            "PATH": os.pathsep.join([str(make_commands(work / "bin")), os.environ["PATH"]]),
            "HOME": str(work),
            "HEDDLE_REPOSITORY": f"file://{make_repository(work / 'repository', build)}",
            "HEDDLE_SOURCE": str(work / "source"),
            "HEDDLE_PREFIX": str(work / "prefix"),
            "GITHUB_OUTPUT": str(self.output),
            "CI_PROJECT_DIR": str(self.project),
        }

    def run(self, script: str, given: "dict[str, str]") -> "tuple[int, str]":
        """The status and output of the script, as a runner calls it; what is replaced here is not what is given."""
        result = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.project,
            env=given | self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return result.returncode, result.stdout


def make_commands(folder: pathlib.Path) -> pathlib.Path:
    folder.mkdir()
    for name, text in {"apt-get": "", "dpkg-query": "echo 22.1.8"}.items():
        (folder / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    for name in ("clang", "clang++"):
        os.symlink(shutil.which(name), folder / f"{name}-22")
    return folder


def make_repository(folder: pathlib.Path, build: str) -> pathlib.Path:
    """A stand-in for heddle's repository, in which building is over at once."""
    folder.mkdir()
    (folder / "dev").write_text("#!/bin/sh\ntest \"$1\" = build\n", encoding="utf-8")
    (folder / "dev").chmod(0o755)
    os.symlink(build, folder / "build")
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    commands = (["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--message=start"])
    for command in commands:
        subprocess.run(["git", *identity, *command], cwd=folder, check=True)
    return folder


def run_github(machine: Machine, workflow: dict) -> "tuple[int, str]":
    """Runs the steps up to the first that fails."""
    (job,) = workflow["jobs"].values()
    assert job["defaults"]["run"]["shell"] == "bash"
    for step in job["steps"]:
        if "uses" in step:
            assert step["uses"] in ACTIONS, step["uses"]
            continue
        status, output = machine.run(step["run"], workflow["env"])
        if status:
            return status, f"{step['name']}: {output}"
    assert machine.output.read_text(encoding="utf-8").startswith("key=heddle-")
    return 0, output


def run_gitlab(machine: Machine, workflow: dict) -> "tuple[int, str]":
    (job,) = workflow.values()
    lines = job["before_script"] + job["script"]
    return machine.run("\n".join(lines), job["variables"])


def load(path: str) -> dict:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def try_file(path: str, run, build: str, scratch: pathlib.Path) -> None:
    workflow = load(path)
    cases = {"found": (1, "'Balance'", "sound.c", "bank.cpp"), "sound": (0, "no findings", "sound.c")}
    for name, (wanted, said, *sources) in cases.items():
        status, output = run(Machine(scratch / name, build, *sources), workflow)
        assert status == wanted and said in output, f"{path}, {name}: ended with {status}, not {wanted}:\n{output}"


def try_own() -> None:
    """This repository's own workflow calls nothing but the script that is called at home, for both LLVMs."""
    (job,) = load(".github/workflows/test.yml")["jobs"].values()
    assert job["strategy"]["matrix"]["llvm"] == [22, 19]
    assert job["steps"][-1]["run"] == '.ci/run --llvm "$LLVM"'
    assert os.access(ROOT / ".ci/run", os.X_OK)


def main() -> None:
    build = sys.argv[1]
    for path, run in (("integrations/github/heddle.yml", run_github), ("integrations/gitlab/heddle.yml", run_gitlab)):
        # Not below the build folder, whose settings would be found.
        with tempfile.TemporaryDirectory() as scratch:
            try_file(path, run, build, pathlib.Path(scratch))
    try_own()


if __name__ == "__main__":
    main()
