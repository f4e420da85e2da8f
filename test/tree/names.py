# RUN: %python %s %root
"""A check's name finds everything of it, and its page and its header say the same."""

import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import repository  # noqa: E402

SEVERITIES = {"high", "medium", "low"}
FIXES = {"none", "safe", "unsafe"}
SECTIONS = ["What it finds", "Why it is wrong", "Bad", "Good", "What it cannot see", "Options"]


def problems(root: str) -> list[str]:
    checks = repository.checks(root)
    found = [] if checks else ["checks/: no check"]
    for name in checks:
        found += missing_files(root, name) + class_problems(root, name) + page_problems(root, name)
    return found + orphans(root, set(checks)) + unannounced(root, checks)


def missing_files(root: str, name: str) -> list[str]:
    wanted = [f"checks/{name}.h", f"docs/checks/{name}.md"]
    found = [f"{path}: missing" for path in wanted if not repository.exists(root, path)]
    tests = [os.path.basename(path) for path in repository.files(root, f"test/checks/{name}", endings=(".c", ".cpp"))]
    for kind in ("basic", "silent"):
        if not any(test.startswith(kind) for test in tests):
            found.append(f"test/checks/{name}/{kind}.cpp (or {kind}*.c): missing")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        found.append(f"checks/{name}.cpp: names of checks are lower case words joined by hyphens")
    return found


def class_problems(root: str, name: str) -> list[str]:
    """lock-order-inversion is LockOrderInversionCheck, without exceptions for acronyms."""
    wanted = "".join(word.capitalize() for word in name.split("-")) + "Check"
    header = repository.text(root, f"checks/{name}.h")
    if header and not re.search(rf"\bclass {wanted}\b", header):
        return [f"checks/{name}.h: the class must be {wanted}"]
    return []


def page_problems(root: str, name: str) -> list[str]:
    page = repository.text(root, f"docs/checks/{name}.md")
    header = repository.text(root, f"checks/{name}.h")
    if not page or not header:
        return []  # reported as missing
    where = f"docs/checks/{name}.md"
    found = [] if page.splitlines()[0] == "# " + name else [f"{where}: the first line must be '# {name}'"]
    if repository.page_sentence(page) != header_sentence(header):
        found.append(
            f"{where}: first sentence differs from the comment in checks/{name}.h:\n"
            f"  page:   {repository.page_sentence(page)}\n  header: {header_sentence(header)}"
        )
    return found + metadata_problems(where, page) + section_problems(where, page)


def header_sentence(header: str) -> str:
    """The first sentence of the comment above the class."""
    found = re.search(r"((?:^[ \t]*///.*\n)+)(?:template.*\n)?class \w+Check\b", header, re.MULTILINE)
    return repository.first_sentence(re.sub(r"^[ \t]*///", "", found[1], flags=re.MULTILINE)) if found else ""


def metadata_problems(where: str, page: str) -> list[str]:
    """The list below the first paragraph, which tools read."""
    values = dict(re.findall(r"^- ([\w ]+): (.*)$", page.split("\n## ")[0], re.MULTILINE))
    lacking = [key for key in ("severity", "since", "CWE", "fix") if key not in values]
    found = [f"{where}: no line '- {key}: ...' above the first heading" for key in lacking]
    if values.get("severity", "high") not in SEVERITIES:
        found.append(f"{where}: severity is one of {', '.join(sorted(SEVERITIES))}")
    if values.get("fix", "none") not in FIXES:
        found.append(f"{where}: fix is one of {', '.join(sorted(FIXES))}")
    if not re.fullmatch(r"none|\d+(, \d+)*", values.get("CWE", "none")):
        found.append(f"{where}: CWE is none, or numbers separated by commas")
    return found


def section_problems(where: str, page: str) -> list[str]:
    headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
    return [f"{where}: no section '## {section}'" for section in SECTIONS if section not in headings]


def unannounced(root: str, checks: list[str]) -> list[str]:
    changes = repository.text(root, "CHANGELOG.md")
    return [f"CHANGELOG.md does not name heddle-{name}" for name in checks if f"`heddle-{name}`" not in changes]


def orphans(root: str, checks: set[str]) -> list[str]:
    """Pages, headers and test folders of checks that do not exist."""
    pages = [(path, os.path.basename(path)[:-3]) for path in repository.files(root, "docs/checks", endings=(".md",))]
    headers = [(path, os.path.basename(path)[:-2]) for path in repository.files(root, "checks", endings=(".h",))]
    own_headers = [item for item in headers if item[0].count("/") == 1]  # checks/common/ belongs to all
    folder = os.path.join(root, "test/checks")
    folders = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    tests = [(f"test/checks/{name}", name) for name in folders if "." not in name]
    named = [item for item in pages + own_headers + tests if item[1] not in ("README", "index")]
    return [f"{path}: there is no checks/{name}.cpp" for path, name in named if name not in checks]


if __name__ == "__main__":
    repository.main(problems)
