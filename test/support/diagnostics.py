"""clang-tidy's output as values."""

import re
from dataclasses import dataclass, field

_LINE = re.compile(
    r"^(?P<file>[^\s:][^:\n]*):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<kind>warning|error|fatal error|note|remark): (?P<text>.*)$"
)
# Errors of the command line have no place in a file.
_PLACELESS = re.compile(r"^(?:[\w.-]+: )?(?P<kind>warning|error): (?P<text>.*)$")
_CHECKS = re.compile(r" \[(?P<names>[A-Za-z0-9.,_-]+)\]$")

FIX_APPLIED = "FIX-IT applied suggested code changes"
FIX_OVERLAPS = "this fix will not be applied because it overlaps with another fix"


@dataclass
class Diagnostic:
    """One warning or error with its notes; one that has no place has file "" and line 0."""

    file: str
    line: int
    column: int
    kind: str
    text: str
    notes: "list[Diagnostic]" = field(default_factory=list)

    @property
    def checks(self) -> list[str]:
        """The checks that report it: clang-tidy merges equal messages of several into one."""
        found = _CHECKS.search(self.text)
        return found["names"].split(",") if found else []

    @property
    def was_fixed(self) -> bool:
        return any(note.text == FIX_APPLIED for note in self.notes)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: " if self.file else ""
        return f"{place}{self.kind}: {self.text}"


def parse(output: str, folder: str = "") -> list[Diagnostic]:
    """The warnings and errors in the output, in order, without source excerpts; file names relative to the folder."""
    found: list[Diagnostic] = []
    for line in output.splitlines():
        diagnostic = _parse_line(line, folder)
        if diagnostic is None:
            continue
        if diagnostic.kind == "note" and found:
            found[-1].notes.append(diagnostic)
        elif diagnostic.kind != "remark":
            found.append(diagnostic)
    return found


def render(diagnostics: list[Diagnostic]) -> str:
    """The diagnostics as clang-tidy prints them, without excerpts and without what it says about applying fixes."""
    lines = []
    for diagnostic in diagnostics:
        lines.append(str(diagnostic))
        lines += [str(note) for note in diagnostic.notes if note.text != FIX_APPLIED]
    return "".join(line + "\n" for line in lines)


def _parse_line(line: str, folder: str) -> "Diagnostic | None":
    found = _LINE.match(line)
    if found:
        file = found["file"].removeprefix(folder.rstrip("/") + "/") if folder else found["file"]
        return Diagnostic(file, int(found["line"]), int(found["column"]), found["kind"], found["text"])
    found = _PLACELESS.match(line)
    return Diagnostic("", 0, 0, found["kind"], found["text"]) if found else None
