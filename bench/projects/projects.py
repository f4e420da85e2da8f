"""Real programs to measure and to judge findings on, each with a compile_commands.json."""

import json
import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from debian_source import DebianSource, run
from recipes import RECIPES

REPOSITORY = Path(__file__).resolve().parents[2]
PROJECTS = REPOSITORY / "build/projects"
DOWNLOADS = REPOSITORY / "build/bench/sources"
COMPILERS = {"cc": "clang-22", "cxx": "clang++-22"}


@dataclass(frozen=True)
class Project:
    name: str
    folder: Path
    commands: list      # the entries of compile_commands.json

    @property
    def version(self):
        return RECIPES[self.name].version

    @property
    def files(self):
        return list(dict.fromkeys(entry["file"] for entry in self.commands))

    @property
    def lines(self):
        return sum(Path(file).read_bytes().count(b"\n") for file in self.files)


def prepare(name, install=False):
    """Fetches, unpacks and configures the project unless that was done before with the same recipe."""
    recipe = RECIPES[name]
    folder = PROJECTS / name
    stamp = folder / "recipe"
    if not is_current(stamp, recipe):
        ensure_packages(recipe.needs, install)
        shutil.rmtree(folder, ignore_errors=True)
        DebianSource(DOWNLOADS).unpack(recipe.package, recipe.version, folder / "source")
        configure(recipe, folder)
        stamp.write_text(repr(recipe))
    return Project(name, folder, json.loads((folder / "compile_commands.json").read_text()))


def is_current(stamp, recipe):
    return stamp.exists() and stamp.read_text() == repr(recipe)


def ensure_packages(needs, install):
    missing = [package for package in needs if not is_installed(package)]
    if missing and not install:
        raise SystemExit("missing packages; either --install or: apt-get install " + " ".join(missing))
    if missing:
        environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        subprocess.run(["apt-get", "-qq", "install", "-y", "--no-install-recommends", *missing],
                       check=True, env=environment, stdout=subprocess.DEVNULL)


def is_installed(package):
    query = ["dpkg-query", "-W", "-f", "${Status}", package]
    return "ok installed" in subprocess.run(query, capture_output=True, text=True).stdout


def configure(recipe, folder):
    source = folder / "source"
    database = folder / "compile_commands.json"
    for step in recipe.steps:
        command = step.format(build=folder / "build", database=database, **COMPILERS)
        run("sh", "-c", command, cwd=source, quiet=True)
    entries = program_entries(json.loads(database.read_text()), source, recipe.drop)
    database.write_text(json.dumps(entries, indent=1))


def program_entries(entries, source, drop):
    """The entries to keep: compilations of the program's files, in order, none twice."""
    kept = {}
    for entry in map(absolute, entries):
        relative = os.path.relpath(entry["file"], source)
        if "-cc1" not in entry["arguments"] and "conftest" not in relative and not re.search(drop, relative):
            kept.setdefault((entry["file"], settings(entry["arguments"])), entry)
    return [kept[key] for key in sorted(kept)]


def absolute(entry):
    """The entry without relative paths: one clang-tidy process mixes up equal relative names of two folders."""
    folder = Path(entry["directory"])
    file = str((folder / entry["file"]).resolve())
    words = entry["arguments"] if "arguments" in entry else shlex.split(entry["command"])
    return {"directory": str(folder), "file": file, "arguments": [absolute_word(word, folder, file) for word in words]}


def absolute_word(word, folder, file):
    if word.startswith("-I") and len(word) > 2:
        return f"-I{(folder / word[2:]).resolve()}"
    return file if str((folder / word).resolve()) == file else word


def settings(words):
    """What tells two compilations of one file apart; libtool's second, position-independent one is the same program."""
    output = words.index("-o") if "-o" in words else len(words)
    return tuple(sorted({*words[:output], *words[output + 2:]} - {"-fPIC", "-DPIC"}))
