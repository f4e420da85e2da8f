# RUN: %python %s %root
"""What checks say: no capital, no full stop, names between quotes."""

import dataclasses
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import repository  # noqa: E402

LITERAL = r'"((?:[^"\\]|\\.)*)"'
# %0 without quotes around it. Numbers and choices (%select{...}0, %plural{...}0, %ordinal0, %s0) are not names.
BARE = re.compile(r"(?<!')%(\d)(?!')")
# What is streamed in as a bare name; Clang quotes a declaration by itself, and a text made for people has its quotes.
NAME = re.compile(r"(\bName|[nN]ameAsString\(\)|getName\(\))$")


@dataclasses.dataclass
class Message:
    line: int
    text: str
    arguments: "list[str] | None"  # as written behind <<; None where they are streamed in elsewhere


def problems(root: str) -> list[str]:
    found = []
    for path in repository.files(root, "checks", endings=(".cpp", ".h")):
        for message in messages(repository.text(root, path)):
            found += [f'{path}:{message.line}: {problem}: "{message.text}"' for problem in faults(message)]
    return found


def messages(source: str) -> list[Message]:
    """What is given to diag(): adjacent literals joined, with what is streamed in."""
    found = []
    for call in re.finditer(r"\bdiag\(", source):
        end = closing(source, call.end())
        parts = re.search(rf"(?:{LITERAL}\s*)+", source[call.end() : end])
        if parts:
            line = source.count("\n", 0, call.start()) + 1
            found.append(Message(line, "".join(re.findall(LITERAL, parts[0])), streamed(source[end + 1 :])))
    return found


def closing(source: str, position: int) -> int:
    """Where the parenthesis that was opened before the position is closed."""
    depth = 1
    for token in re.finditer(rf"{LITERAL}|[()]", source[position:]):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if depth == 0:
            return position + token.start()
    return len(source)


def streamed(rest: str) -> "list[str] | None":
    statement = rest[: rest.index(";")] if ";" in rest else rest
    parts = [" ".join(part.split()) for part in statement.split("<<")]
    return parts[1:] if len(parts) > 1 else None


def faults(message: Message) -> list[str]:
    found = []
    if re.match(r"[A-Z][a-z]", message.text):
        found.append("begins with a capital")
    if message.text.endswith((".", "!")):
        found.append("ends in a full stop")
    if "  " in message.text:
        found.append("two blanks")
    bare = [number for number in BARE.findall(message.text) if is_name(message, int(number))]
    found += [f"%{number} is a name without quotes" for number in bare]
    return found


def is_name(message: Message, number: int) -> bool:
    if message.arguments is None:
        return True
    return number < len(message.arguments) and bool(NAME.search(message.arguments[number]))


if __name__ == "__main__":
    repository.main(problems)
