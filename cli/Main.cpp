//===- Main.cpp - heddle's command line -----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the subcommand and hands over to it.
//
//===----------------------------------------------------------------------===//

#include "cli/CheckPages.h"
#include "cli/Commands.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace heddle::cli;

static constexpr const char *Help =
    R"(heddle finds concurrency bugs in C++ and C.

usage: heddle COMMAND [options]

  lint [FILES or FOLDER]   analyse a project, found by its compile_commands.json
  explain [CHECK]          what a check finds, why it is wrong and how to mend it
  facts FILE               what the engine knows about a file: locks, threads, effects

  heddle COMMAND --help    the options of a command
  heddle --version

`heddle lint` exits with 0 if all was analysed and nothing found, 1 if something
was found, and 2 if something could not be analysed.
)";

void heddle::cli::complain(const Twine &Message) {
  std::string Line = Message.str();
  // Messages of the libraries come with line ends in and behind them.
  Line = StringRef(Line).rtrim().str();
  std::replace(Line.begin(), Line.end(), '\n', ' ');
  errs() << "heddle: " << Line << "\n";
}

static void printVersion(raw_ostream &Out) {
  Out << "heddle " << HEDDLE_VERSION << " (LLVM " << LLVM_VERSION_STRING << ", "
      << checkPages().size() << " checks)\n";
}

/// LLVM's message without its own advice, which names the wrong command.
static std::string tidyUsageError(StringRef Raw, StringRef Command) {
  SmallVector<StringRef, 4> Lines;
  Raw.split(Lines, '\n', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  std::string Result;
  for (StringRef Line : Lines) {
    Line.consume_front("heddle: ");
    Line = Line.substr(0, Line.find("  Try:")).trim();
    if (!Line.empty())
      Result += Line.str() + " ";
  }
  return Result + "(see: heddle " + Command.str() +
         (Command.empty() ? "--help)" : " --help)");
}

/// Runs the command that parseArguments() found on the command line.
static int runCommand(ArrayRef<std::string> Flags, bool HasFlags) {
  if (LintCommand)
    return runLint(Flags, HasFlags);
  if (FactsCommand)
    return runFacts(Flags, HasFlags);
  if (ExplainCommand)
    return runExplain();
  complain("name a command: lint, explain or facts (see: heddle --help)");
  return ExitProblem;
}

int main(int ArgumentCount, char **Arguments) {
  std::vector<const char *> Own(Arguments, Arguments + ArgumentCount);
  std::vector<std::string> Flags;
  auto Dashes = llvm::find_if(
      Own, [](const char *Argument) { return StringRef(Argument) == "--"; });
  bool HasFlags = Dashes != Own.end();
  if (HasFlags) {
    Flags.assign(Dashes + 1, Own.end());
    Own.erase(Dashes, Own.end());
  }

  StringRef First = Own.size() > 1 ? Own[1] : "";
  if (First == "--help" || First == "-h" || First == "help") {
    outs() << Help;
    return ExitClean;
  }
  if (First == "--version" || First == "-V" || First == "version") {
    printVersion(outs());
    return ExitClean;
  }
  if (First.empty()) {
    errs() << Help;
    return ExitProblem;
  }

  std::string Errors;
  raw_string_ostream ErrorStream(Errors);
  if (!cl::ParseCommandLineOptions(Own.size(), Own.data(), "", &ErrorStream)) {
    bool IsCommand = LintCommand || FactsCommand || ExplainCommand;
    complain(tidyUsageError(Errors, IsCommand ? First : ""));
    return ExitProblem;
  }
  return runCommand(Flags, HasFlags);
}
