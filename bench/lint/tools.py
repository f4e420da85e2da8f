"""What is measured: each tool as the command lines that read a whole project once. Data and nothing else."""

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

REPOSITORY = Path(__file__).resolve().parents[2]
BIN = REPOSITORY / "build/bin"
PLUGIN = REPOSITORY / "build/lib/heddle.so"

CLANG_TIDY = "clang-tidy-22"
TRIVIAL_CHECK = "-*,objc-dealloc-in-category"     # has nothing to do in C and C++: what is left is reading the code
HEDDLE_CHECKS = "-*,heddle-*"
CLANG_FAILED = r"^(\S.*:\d+:\d+: )?(fatal )?error: |Error while processing|Found compiler error"
CPPCHECK_FAILED = r"\[(syntaxError|internalError|internalAstError|unknownMacro|preprocessorErrorDirective|cppcheckError)\]"


@dataclass(frozen=True)
class Tool:
    name: str
    commands: Callable          # project -> list of (folder, words)
    needs: Path | None = None   # built by us; absent: the tool is left out
    failed: str = CLANG_FAILED  # output that says a file was not read
    most_runs: int = 1000       # slow ones are run less often
    accepted: tuple = (0,)      # exit codes of a run that read everything


def one_process(*words):
    """One process that is given every file of the project."""
    return lambda project: [(project.folder, [*map(str, words), "-p", str(project.folder), *project.files])]


def tidy(checks, *options, binary=CLANG_TIDY):
    return one_process(binary, "--quiet", "--config={}", *options, f"--checks={checks}")


def heddle_lint(project):
    return [(project.folder, [str(BIN / "heddle"), "lint", "-p", str(project.folder)])]


def syntax_only(project):
    return [(entry["directory"], compile_words(entry)) for entry in project.commands]


def compile_words(entry):
    words = entry["arguments"]
    compiler = "clang++-22" if "++" in Path(words[0]).name else "clang-22"
    return [compiler, *without_output(words[1:]), "-fsyntax-only"]


def without_output(words):
    skipped = {index + step for index, word in enumerate(words) if word == "-o" for step in (0, 1)}
    return [word for index, word in enumerate(words) if index not in skipped and word != "-c"]


def cppcheck(project):
    database = project.folder / "compile_commands.json"
    return [(project.folder, ["cppcheck", "--quiet", "--addon=threadsafety", f"--project={database}"])]


FLOOR = Tool("floor", tidy(TRIVIAL_CHECK))

TOOLS = (
    FLOOR,
    Tool("heddle-tidy", tidy(HEDDLE_CHECKS, binary=BIN / "heddle-tidy"), needs=BIN / "heddle-tidy"),
    Tool("heddle-lint", heddle_lint, needs=BIN / "heddle", accepted=(0, 1)),
    Tool("heddle-plugin", tidy(HEDDLE_CHECKS, f"--load={PLUGIN}"), needs=PLUGIN),
    Tool("syntax-only", syntax_only),
    Tool("concurrency", tidy("-*,concurrency-*")),
    Tool("bugprone", tidy("-*,bugprone-*")),
    Tool("clang-analyzer", tidy("-*,clang-analyzer-*"), most_runs=2),
    Tool("cppcheck", cppcheck, failed=CPPCHECK_FAILED),
)
