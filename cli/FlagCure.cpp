//===- FlagCure.cpp - makes GCC's command lines fit for Clang -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cli/FlagCure.h"
#include "analysis/LLVMCompat.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"

using namespace llvm;
using namespace heddle::cli;
using clang::tooling::CommandLineArguments;

namespace {

enum class Match { Whole, Prefix, WithValue };

struct Rule {
  StringRef Flag;
  Match How;
};

} // namespace

// Known to Clang, and harmful all the same. Dropped without a notice, because
// none of them changes what the analysis sees.
static constexpr Rule HarmfulFlags[] = {
    // A warning of the compiler must not hide a file from us.
    {"-Werror", Match::Whole},
    {"-Werror=", Match::Prefix},
    {"-pedantic-errors", Match::Whole},
    {"-Wfatal-errors", Match::Whole},
    // Precompiled headers and modules of another compiler or version. The
    // header itself is included by another flag and is read as text.
    {"-Winvalid-pch", Match::Whole},
    {"-include-pch", Match::WithValue},
    {"-fpch-preprocess", Match::Whole},
    {"-fmodules-ts", Match::Whole},
    {"-fmodule-mapper=", Match::Prefix},
    {"-fmodule-output", Match::Prefix},
    {"-fdeps-format=", Match::Prefix},
    {"-fdeps-file=", Match::Prefix},
    {"-fdeps-target=", Match::Prefix},
    // Nothing is written; and two commands that differ in this only are one.
    {"-o", Match::WithValue},
    // Code generation: values differ between compilers, files may be gone.
    {"-fsanitize", Match::Prefix},
    {"-fno-sanitize", Match::Prefix},
    {"-fprofile-use", Match::Prefix},
    {"-fprofile-instr-use", Match::Prefix},
    {"-fprofile-sample-use", Match::Prefix},
    {"-fauto-profile", Match::Prefix},
    {"-save-temps", Match::Prefix},
    {"--save-temps", Match::Prefix},
};

/// How many arguments from \p Index on one harmful flag takes; 0 if there is
/// none.
static size_t harmfulLength(const CommandLineArguments &Command, size_t Index) {
  StringRef Flag = Command[Index];
  for (const Rule &Rule : HarmfulFlags) {
    if (Rule.How == Match::Prefix ? Flag.starts_with(Rule.Flag)
                                  : Flag == Rule.Flag)
      return Rule.How == Match::WithValue ? 2 : 1;
  }
  // Clang's own form of a precompiled header: -Xclang -include-pch -Xclang F.
  if (Flag == "-Xclang" && Index + 3 < Command.size() &&
      Command[Index + 1] == "-include-pch" && Command[Index + 2] == "-Xclang")
    return 4;
  // A response file that is still here could not be read: it is written by the
  // build, such as CMake's list of module files.
  if (Flag.starts_with("@"))
    return 1;
  return 0;
}

/// The indices of the arguments that Clang's option table does not know.
static std::set<size_t> unknownFlags(const CommandLineArguments &Command) {
  std::set<size_t> Result;
  SmallVector<const char *, 64> Arguments;
  for (const std::string &Argument : ArrayRef(Command).drop_front())
    Arguments.push_back(Argument.c_str());
  unsigned MissingIndex = 0, MissingCount = 0;
  namespace options = heddle::compat::options;
  opt::InputArgList Parsed = heddle::compat::driverOptions().ParseArgs(
      Arguments, MissingIndex, MissingCount,
      opt::Visibility(options::ClangOption));
  for (const opt::Arg *Argument : Parsed)
    if (Argument->getOption().matches(options::OPT_UNKNOWN))
      Result.insert(Argument->getIndex() + 1);
  return Result;
}

static bool isClCommand(const CommandLineArguments &Command) {
  for (const std::string &Argument : Command)
    if (Argument == "--driver-mode=cl")
      return true;
  StringRef Compiler = sys::path::stem(Command.front());
  return Compiler == "cl" || Compiler == "clang-cl";
}

/// The driver names some flags without their value: "-mabi=".
bool FlagCure::isRejected(StringRef Argument) const {
  return llvm::any_of(Rejected, [&](StringRef Flag) {
    return Argument == Flag ||
           (Flag.ends_with("=") && Argument.starts_with(Flag));
  });
}

CommandLineArguments FlagCure::cure(const CommandLineArguments &Command) {
  if (Command.empty() || isClCommand(Command))
    return Command;
  std::set<size_t> Unknown = unknownFlags(Command);
  CommandLineArguments Result = {Command.front()};
  // GCC's names of warnings are no concern of ours either.
  Result.push_back("-Wno-unknown-warning-option");
  bool OnlyFilesFollow = false;
  for (size_t Index = 1; Index < Command.size(); ++Index) {
    const std::string &Argument = Command[Index];
    OnlyFilesFollow |= Argument == "--";
    if (!OnlyFilesFollow) {
      if (size_t Length = harmfulLength(Command, Index)) {
        Index += Length - 1;
        continue;
      }
      if (Unknown.count(Index) || isRejected(Argument)) {
        Dropped.insert(Argument);
        continue;
      }
    }
    Result.push_back(Argument);
  }
  return Result;
}

bool FlagCure::learn(const std::vector<clang::tooling::Diagnostic> &Errors) {
  // "unsupported option '-mabi=x' for target 'y'"; "unsupported argument 'x' to
  // option '-fcf-protection='"; "invalid value 'x' in '-fvisibility=x'".
  static const Regex ToOption("argument '([^']*)' to option '(-[^']*)'");
  static const Regex Quoted("'(-[^']*)'");
  bool Learnt = false;
  for (const clang::tooling::Diagnostic &Error : Errors) {
    if (Error.DiagnosticName != "clang-diagnostic-error" ||
        !Error.Message.FilePath.empty())
      continue;
    SmallVector<StringRef, 3> Groups;
    if (ToOption.match(Error.Message.Message, &Groups))
      Learnt |= Rejected.insert((Groups[2] + Groups[1]).str()).second;
    else if (Quoted.match(Error.Message.Message, &Groups))
      Learnt |= Rejected.insert(Groups[1].str()).second;
  }
  return Learnt;
}

std::vector<std::string> FlagCure::takeDropped() {
  std::vector<std::string> Result(Dropped.begin(), Dropped.end());
  Dropped.clear();
  return Result;
}
