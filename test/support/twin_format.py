"""A lit test per twin: lit's side of twins.py."""

import lit.formats
import lit.Test

import products
import twins


class TwinFormat(lit.formats.FileBasedTest):
    """Judges each NAME-bad and NAME-good file by its marks; such a file needs no RUN line."""

    def execute(self, test, lit_config):
        try:
            twin = twins.read(test.getSourcePath())
        except ValueError as problem:
            return lit.Test.FAIL, str(problem)
        tidy = products.tidy(test.config.environment["HEDDLE_BUILD"])
        verdict = twins.judge(twin, tidy)
        problems = twins.disagreements(twin, verdict)
        report = "\n".join(problems + [verdict.command, twin.head])
        return (lit.Test.FAIL, report) if problems else (lit.Test.PASS, "")
