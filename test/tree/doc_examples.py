# RUN: %python %s %root
"""The examples in docs/checks: blocks headed Bad get the warning, blocks headed Good get none."""

import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import diagnostics  # noqa: E402
import products  # noqa: E402
import repository  # noqa: E402

EXTENSIONS = {"c": ".c", "cpp": ".cpp", "c++": ".cpp"}
FLAGS = {".c": ["-std=gnu17", *products.MOCK_FLAGS], ".cpp": ["-std=c++20", *products.MOCK_FLAGS]}


def problems(root: str) -> list[str]:
    tidy = products.tidy(products.build_folder())
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name in repository.checks(root):
            found += page_problems(root, name, tidy, folder)
    return found


def page_problems(root: str, name: str, tidy: str, folder: str) -> list[str]:
    path = f"docs/checks/{name}.md"
    blocks = examples(repository.text(root, path))
    headings = {block[0] for block in blocks}
    found = [f"{path}: no code below '## {wanted}'" for wanted in ("Bad", "Good") if wanted not in headings]
    for heading, number, language, code in blocks:
        problem = block_problem(heading, language, code, name, tidy, folder)
        found += [f"{path}:{number}: {problem}"] if problem else []
    return found


def examples(page: str) -> list[tuple[str, int, str, str]]:
    """Heading (Bad or Good), line, language and text of each fenced block below such a heading."""
    found = []
    heading, start, language, code = "", 0, "", []
    for number, line in enumerate(page.splitlines(), 1):
        if start:
            if line.startswith("```"):
                found.append((heading, start, language, "\n".join(code) + "\n"))
                start = 0
            else:
                code.append(line)
        elif line.startswith("#"):
            heading = line.strip("# ")
        elif line.startswith("```") and heading in ("Bad", "Good"):
            start, language, code = number, line.strip("` "), []
    return found


def block_problem(heading: str, language: str, code: str, name: str, tidy: str, folder: str) -> str:
    if language not in EXTENSIONS:
        return f"the block's language must be one of {', '.join(EXTENSIONS)}"
    source = os.path.join(folder, "example" + EXTENSIONS[language])
    with open(source, "w", encoding="utf-8") as file:
        file.write(code)
    command = [tidy, "--checks=-*,heddle-*", "--config={}", "--quiet", source, "--", *FLAGS[EXTENSIONS[language]]]
    try:
        result = subprocess.run(command, capture_output=True, text=True)
    except OSError as problem:
        return str(problem)
    found = diagnostics.parse(result.stdout + result.stderr, folder)
    shown = shlex.join(command) + "\n" + result.stdout + result.stderr
    return judge(heading, "heddle-" + name, found, result.returncode, shown)


def judge(heading: str, check: str, found: "list[diagnostics.Diagnostic]", status: int, output: str) -> str:
    if status != 0 or any("error" in item.kind for item in found):
        return "the example does not compile\n" + output
    warned = any(check in item.checks for item in found)
    if heading == "Bad" and not warned:
        return f"no warning of {check}\n{output}"
    if heading == "Good" and found:
        return "a warning where none should be\n" + output
    return ""


if __name__ == "__main__":
    repository.main(problems)
