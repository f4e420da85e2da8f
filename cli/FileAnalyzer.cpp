//===- FileAnalyzer.cpp - runs clang-tidy's engine on one file ------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cli/FileAnalyzer.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyModule.h"
#include "cli/Project.h"
#include "clang/Tooling/CommonOptionsParser.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <chrono>

using namespace llvm;
using namespace heddle::cli;
using clang::tidy::ClangTidyError;
using clang::tidy::ClangTidyOptions;

namespace {

class ProjectOptionsProvider : public clang::tidy::FileOptionsProvider {
public:
  ProjectOptionsProvider(const ClangTidyOptions &Defaults,
                         const LintOptions &Options)
      : FileOptionsProvider(clang::tidy::ClangTidyGlobalOptions(), Defaults,
                            ClangTidyOptions()),
        Options(Options) {}

  std::vector<OptionsSource> getRawOptions(StringRef File) override {
    std::vector<OptionsSource> Sources =
        FileOptionsProvider::getRawOptions(File);
    ClangTidyOptions Override;
    Override.Checks = checksBeside(Sources);
    if (!Options.Checks.empty())
      *Override.Checks += "," + Options.Checks;
    if (!Options.HeaderFilter.empty())
      Override.HeaderFilterRegex = Options.HeaderFilter;
    Sources.emplace_back(Override, "heddle lint");
    return Sources;
  }

private:
  /// What must follow the checks of \p Sources: nothing if they ask for some of
  /// ours, else all of ours and no others but those that they forbid.
  static std::string checksBeside(ArrayRef<OptionsSource> Sources) {
    std::string Ours = "-*,heddle-*";
    for (const OptionsSource &Source : Sources) {
      if (!Source.first.Checks)
        continue;
      SmallVector<StringRef, 8> Globs;
      SplitString(*Source.first.Checks, Globs, ", \n");
      for (StringRef Glob : Globs) {
        if (Glob.starts_with("heddle-"))
          return "";
        if (Glob.starts_with("-heddle-"))
          Ours += "," + Glob.str();
      }
    }
    return Ours;
  }

  const LintOptions &Options;
};

/// Hands out the commands of another database, cured.
class CuredDatabase : public clang::tooling::CompilationDatabase {
public:
  CuredDatabase(const CompilationDatabase &Base, FlagCure &Cure)
      : Base(Base), Cure(Cure) {}

  std::vector<clang::tooling::CompileCommand>
  getCompileCommands(StringRef File) const override {
    std::vector<clang::tooling::CompileCommand> Commands;
    for (clang::tooling::CompileCommand &Command :
         Base.getCompileCommands(File)) {
      Command.CommandLine = Cure.cure(Command.CommandLine);
      Command.Output.clear();
      // A file of two targets is often compiled twice in the same way.
      if (!llvm::is_contained(Commands, Command))
        Commands.push_back(std::move(Command));
    }
    return Commands;
  }

private:
  const CompilationDatabase &Base;
  FlagCure &Cure;
};

} // namespace

std::unique_ptr<clang::tidy::ClangTidyOptionsProvider>
heddle::cli::makeOptionsProvider(const LintOptions &Options) {
  ClangTidyOptions Defaults = ClangTidyOptions::getDefaults();
  Defaults.Checks = "";
  Defaults.HeaderFilterRegex = ".*";
  return std::make_unique<ProjectOptionsProvider>(Defaults, Options);
}

FileAnalyzer::FileAnalyzer(const clang::tooling::CompilationDatabase &Database,
                           const LintOptions &Options)
    : Options(Options), Cured(std::make_unique<CuredDatabase>(Database, Cure)) {
}

/// Absolute and without dots: one name for one file, whatever the folder that
/// the compiler ran in.
static void normalize(std::string &Path, StringRef BuildDirectory) {
  if (Path.empty())
    return;
  SmallString<256> Result(Path);
  if (sys::path::is_relative(Path)) {
    Result = BuildDirectory;
    sys::path::append(Result, Path);
  }
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  Path = Result.str().str();
}

/// "FILE:LINE" of \p Message.
static std::string placeOf(clang::tooling::DiagnosticMessage Message,
                           StringRef BuildDirectory) {
  normalize(Message.FilePath, BuildDirectory);
  std::string Place = displayPath(Message.FilePath);
  if (auto Buffer = MemoryBuffer::getFile(Message.FilePath)) {
    StringRef Before = (*Buffer)->getBuffer().take_front(Message.FileOffset);
    Place += ":" + std::to_string(Before.count('\n') + 1);
  }
  return Place;
}

/// Why the file did not compile, from its first error, and what to do.
static std::string describeErrors(ArrayRef<ClangTidyError> Diagnostics) {
  const ClangTidyError *First = nullptr;
  unsigned Count = 0;
  for (const ClangTidyError &Diagnostic : Diagnostics) {
    if (Diagnostic.DiagnosticName != "clang-diagnostic-error")
      continue;
    if (!Count++)
      First = &Diagnostic;
  }
  if (!First)
    return "";
  const clang::tooling::DiagnosticMessage &Message = First->Message;
  std::string Text = "it does not compile: " + Message.Message;
  if (!Message.FilePath.empty())
    Text += " (" + placeOf(Message, First->BuildDirectory) + ")";
  if (Count > 1)
    Text += " and " + std::to_string(Count - 1) + " more";
  return Text + (StringRef(Message.Message).ends_with("file not found")
                     ? "; build the project once, or mend the include paths"
                     : "; mend it, or its flags in the compile database");
}

static void normalize(clang::tooling::DiagnosticMessage &Message,
                      StringRef BuildDirectory) {
  normalize(Message.FilePath, BuildDirectory);
  for (clang::tooling::FileByteRange &Range : Message.Ranges)
    normalize(Range.FilePath, BuildDirectory);
  StringMap<clang::tooling::Replacements> Fix;
  for (const auto &[File, Replacements] : Message.Fix) {
    std::string Path = File.str();
    normalize(Path, BuildDirectory);
    for (const clang::tooling::Replacement &Edit : Replacements)
      consumeError(Fix[Path].add(
          clang::tooling::Replacement(Path, Edit.getOffset(), Edit.getLength(),
                                      Edit.getReplacementText())));
  }
  Message.Fix = std::move(Fix);
}

/// Everything a ClangTidyError has more than a Diagnostic becomes part of its
/// name, where clang-tidy prints it.
static clang::tooling::Diagnostic toFinding(const ClangTidyError &Error) {
  clang::tooling::Diagnostic Finding = Error;
  for (const std::string &Alias : Error.EnabledDiagnosticAliases)
    Finding.DiagnosticName += "," + Alias;
  if (Error.IsWarningAsError) {
    Finding.DiagnosticName += ",-warnings-as-errors";
    Finding.DiagLevel = clang::tooling::Diagnostic::Error;
  }
  normalize(Finding.Message, Error.BuildDirectory);
  for (clang::tooling::DiagnosticMessage &Note : Finding.Notes)
    normalize(Note, Error.BuildDirectory);
  Finding.BuildDirectory.clear();
  return Finding;
}

/// clang-tidy lets through what the compiler itself calls an error, even a
/// warning that is an error by default; to us it is a warning like the others.
static bool isWanted(const ClangTidyError &Error,
                     const clang::tidy::ClangTidyContext &Context) {
  return !StringRef(Error.DiagnosticName).starts_with("clang-diagnostic-") ||
         Context.isCheckEnabled(Error.DiagnosticName);
}

/// A run without checks would find nothing and prove nothing.
bool FileAnalyzer::hasChecks(const ClangTidyOptions &Options) {
  auto [Known, IsNew] = HasChecks.try_emplace(Options.Checks.value_or(""));
  if (IsNew) {
    clang::tidy::ClangTidyContext Context(
        std::make_unique<clang::tidy::DefaultOptionsProvider>(
            clang::tidy::ClangTidyGlobalOptions(), Options));
    clang::tidy::ClangTidyASTConsumerFactory Factory(Context);
    Known->second = !Factory.getCheckNames().empty();
  }
  return Known->second;
}

/// Analyses \p File once. True if another try may do better.
bool FileAnalyzer::tryOnce(const std::string &File, FileReport &Report) {
  // A context numbers the messages of one run, and mistakes one check for
  // another if it serves for a second.
  clang::tidy::ClangTidyContext Context(makeOptionsProvider(Options));
  if (!hasChecks(Context.getOptionsForFile(File))) {
    Report.Failure = "no check is enabled for it; mend --checks, or Checks in "
                     "its .clang-tidy";
    return false;
  }
  std::vector<ClangTidyError> Errors = clang::tidy::runClangTidy(
      Context, *Cured, {File},
      makeIntrusiveRefCnt<vfs::OverlayFileSystem>(vfs::getRealFileSystem()),
      /*ApplyAnyFix=*/false);
  if (Cure.learn({Errors.begin(), Errors.end()}))
    return true;
  Report.Failure = describeErrors(Errors);
  Report.Suppressed = Context.getStats().ErrorsIgnoredNOLINT;
  // A file that is understood in part only would give half-truths.
  if (Report.Failure.empty())
    for (const ClangTidyError &Error : Errors)
      if (isWanted(Error, Context))
        Report.Findings.push_back(toFinding(Error));
  return false;
}

FileReport FileAnalyzer::analyze(const std::string &File) {
  auto Start = std::chrono::steady_clock::now();
  FileReport Report;
  // Clang's driver names about one bad flag at a time.
  bool TryAgain = true;
  for (unsigned Try = 0; TryAgain && Try < 16; ++Try)
    TryAgain = tryOnce(File, Report);
  if (TryAgain)
    Report.Failure = "Clang rejects too many of its compiler flags; mend them "
                     "in the compile database";
  Report.DroppedFlags = Cure.takeDropped();
  Report.Seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
          .count();
  return Report;
}
