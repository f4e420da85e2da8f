"""Runs commands and says what they cost: user CPU time and peak memory of the process and its children."""

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass


WARNING = r"^\S.*:\d+:\d+: (?:warning|style|error): "


class Void(Exception):
    """The measurement means nothing: a file was not read."""


@dataclass(frozen=True)
class Cost:
    user: float         # seconds
    wall: float
    memory: int         # KiB, the largest process
    warnings: int


def cost_of(tool, project):
    """One run of the tool over the whole project."""
    parts = [run(folder, words, tool) for folder, words in tool.commands(project)]
    return Cost(user=sum(part.user for part in parts), wall=sum(part.wall for part in parts),
                memory=max(part.memory for part in parts), warnings=sum(part.warnings for part in parts))


def run(folder, words, tool):
    with tempfile.TemporaryFile() as output:
        start = os.times().elapsed
        child = subprocess.Popen(words, cwd=folder, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = os.times().elapsed - start
        output.seek(0)
        text = output.read().decode(errors="replace")
    demand_everything_was_read(tool, child.returncode, text)
    return Cost(usage.ru_utime, wall, usage.ru_maxrss, len(re.findall(WARNING, text, re.MULTILINE)))


def demand_everything_was_read(tool, code, text):
    complaint = next((line for line in text.splitlines() if re.search(tool.failed, line)), None)
    if complaint or code not in tool.accepted:
        tail = complaint or "\n".join(text.splitlines()[-5:])
        raise Void(f"{tool.name} did not read every file (exit {code}): {tail}")


def in_rotation(tools, runs, project, said=lambda text: None):
    """Runs all tools `runs` times, interleaved, each round beginning with another one: name -> costs."""
    costs = {tool.name: [] for tool in tools}
    for round_number in range(runs):
        turn = round_number % len(tools)
        for tool in tools[turn:] + tools[:turn]:
            if len(costs[tool.name]) < tool.most_runs:
                cost = cost_of(tool, project)
                costs[tool.name].append(cost)
                said(f"round {round_number + 1} {tool.name}: {cost.user:.2f} s user, {cost.memory // 1024} MiB")
    return costs
