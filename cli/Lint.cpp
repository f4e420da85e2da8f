//===- Lint.cpp - heddle lint ---------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the files, has worker processes analyse them, and shows the findings of
// all together: sorted, each once, whatever worker came first.
//
//===----------------------------------------------------------------------===//

#include "cli/Commands.h"
#include "cli/FileAnalyzer.h"
#include "cli/Findings.h"
#include "cli/LintOptions.h"
#include "cli/Progress.h"
#include "cli/Project.h"
#include "cli/ProjectConfig.h"
#include "cli/WorkerPool.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <map>
#include <set>

using namespace llvm;
using namespace heddle::cli;

cl::SubCommand heddle::cli::LintCommand("lint", "Analyse a project");

static cl::OptionCategory Category(
    "options of heddle lint",
    "The project's .clang-tidy is honoured. Unless it names heddle's checks, "
    "all of them run and no others.\n"
    "Exits with 0 if all was analysed and nothing found, 1 if something was "
    "found, 2 if something could not be analysed.\n");

template <typename T> using Option = cl::opt<T>;
static cl::sub Sub(LintCommand);
static cl::cat InCategory(Category);

static cl::list<std::string>
    Paths(cl::Positional, cl::desc("[FILES or FOLDERS] [-- compiler flags]"),
          Sub, InCategory);
static Option<std::string> BuildPath(
    "p", cl::value_desc("folder"), Sub, InCategory,
    cl::desc("Folder of compile_commands.json (default: searched for in and "
             "above the first path, and in 'build' there)"));
static Option<unsigned> Jobs("j", cl::Prefix, cl::value_desc("n"), Sub,
                             InCategory,
                             cl::desc("Worker processes (default: one per "
                                      "core)"));
static Option<std::string>
    Checks("checks", cl::value_desc("globs"), Sub, InCategory,
           cl::desc("Added to the checks in force, for example "
                    "-heddle-lock-order-inversion to take one away"));
static Option<std::string>
    HeaderFilter("header-filter", cl::value_desc("regex"), Sub, InCategory,
                 cl::desc("Headers to report from (default: the project's "
                          "HeaderFilterRegex, else all but system headers)"));
static Option<bool> Fix("fix", Sub, InCategory,
                        cl::desc("Apply the fixes, each once"));
static Option<unsigned>
    Timeout("timeout", cl::value_desc("seconds"), cl::init(600), Sub,
            InCategory, cl::desc("Longest time for one file (0: no limit)"));
static Option<bool> Quiet("quiet", Sub, InCategory,
                          cl::desc("Only findings, and what went wrong"));
static Option<bool> Statistics("statistics", Sub, InCategory,
                               cl::desc("Numbers for each check, and the "
                                        "slowest files"));

namespace {

/// One run from the list of files to the exit code.
class LintRun {
public:
  LintRun(const Project &Project, const LintOptions &Options)
      : Project(Project), Options(Options), Reports(Project.Files.size()) {}
  int run();

private:
  std::vector<size_t> readableFiles();
  void analyze(ArrayRef<size_t> Tasks);
  void take(size_t Task, const Outcome &Result);
  void printNotices() const;
  void printStatistics() const;
  unsigned printFailures() const;
  void printSummary(unsigned Failed, double Seconds) const;
  bool fixFindings(clang::tidy::ClangTidyContext &Context);

  const Project &Project;
  const LintOptions &Options;
  std::vector<FileReport> Reports;
  std::set<std::string> WorkerOutput;
  std::vector<Finding> Findings;
  size_t Duplicates = 0;
};

} // namespace

/// "1 file", "2 files".
static std::string counted(size_t Number, StringRef One, StringRef Many = "") {
  std::string Noun = Number == 1    ? One.str()
                     : Many.empty() ? One.str() + "s"
                                    : Many.str();
  return std::to_string(Number) + " " + Noun;
}

/// The files that a worker can be asked for, largest first: the last to end
/// should be a small one.
std::vector<size_t> LintRun::readableFiles() {
  std::vector<std::pair<uint64_t, size_t>> BySize;
  for (size_t Index = 0; Index < Project.Files.size(); ++Index) {
    const std::string &File = Project.Files[Index];
    Reports[Index].Failure = whyNotReadable(Project, File);
    if (!Reports[Index].Failure.empty())
      continue;
    uint64_t Size = 0;
    (void)sys::fs::file_size(File, Size);
    BySize.push_back({~Size, Index});
  }
  llvm::sort(BySize);
  std::vector<size_t> Result;
  for (auto [Size, Index] : BySize)
    Result.push_back(Index);
  return Result;
}

void LintRun::take(size_t Task, const Outcome &Result) {
  FileReport &Report = Reports[Task];
  Report.Failure = Result.Failure;
  if (Result.Failure.empty()) {
    if (std::optional<FileReport> Read = deserialize(Result.Result))
      Report = std::move(*Read);
    else
      Report.Failure = "the worker's answer cannot be read; please report this";
  }
  SmallVector<StringRef, 8> Lines;
  StringRef(Result.Output).split(Lines, '\n', -1, /*KeepEmpty=*/false);
  if (Result.Failure.empty()) {
    // Clang's tooling reports its progress, failures and counts; all are ours
    // to tell.
    for (StringRef Line : Lines)
      if (!Line.starts_with("Error while processing") &&
          !Line.contains("Processing file ") && !Line.ends_with(" generated."))
        WorkerOutput.insert(Line.trim().str());
    return;
  }
  if (!Result.HasCrashed)
    return;
  // Only a failed assertion explains a crash; a stack is for developers.
  for (StringRef Line : Lines)
    if (Line.contains("Assertion") || Line.contains("UNREACHABLE") ||
        Line.contains("LLVM ERROR") || Line.contains("Sanitizer:"))
      Report.Failure += ": " + Line.trim().str();
  Report.Failure += "; please report it";
}

void LintRun::analyze(ArrayRef<size_t> Tasks) {
  Progress Bar(Tasks.size(), Options.Quiet);
  WorkerPool Pool;
  Pool.Jobs = Options.Jobs;
  Pool.Timeout = Options.Timeout;
  Pool.Start = [&] {
    auto Analyzer = std::make_shared<FileAnalyzer>(*Project.Database, Options);
    return [this, Analyzer](size_t Task) {
      return serialize(Analyzer->analyze(Project.Files[Task]));
    };
  };
  Pool.Done = [&](size_t Task, const Outcome &Result) {
    take(Task, Result);
    Bar.advance(displayPath(Project.Files[Task]));
  };
  Pool.run(Tasks);
  Bar.finish();
}

void LintRun::printNotices() const {
  std::set<std::string> Flags;
  for (const FileReport &Report : Reports)
    Flags.insert(Report.DroppedFlags.begin(), Report.DroppedFlags.end());
  if (!Flags.empty())
    complain("left out compiler flags that Clang does not know: " +
             join(Flags, " "));
  if (Project.OtherLanguages)
    complain("left out " + counted(Project.OtherLanguages, "file") +
             " in other languages than C and C++");
  for (const std::string &Line : WorkerOutput)
    complain(Line);
}

unsigned LintRun::printFailures() const {
  unsigned Failed = 0;
  for (size_t Index = 0; Index < Reports.size(); ++Index) {
    if (Reports[Index].Failure.empty())
      continue;
    ++Failed;
    complain(displayPath(Project.Files[Index]) +
             ": not analysed: " + Reports[Index].Failure);
  }
  return Failed;
}

void LintRun::printStatistics() const {
  std::map<std::string, unsigned> PerCheck;
  for (const Finding &Each : Findings)
    ++PerCheck[Each.DiagnosticName];
  unsigned Suppressed = 0;
  std::vector<std::pair<double, size_t>> Slowest;
  for (size_t Index = 0; Index < Reports.size(); ++Index) {
    Suppressed += Reports[Index].Suppressed;
    Slowest.push_back({Reports[Index].Seconds, Index});
  }
  llvm::sort(Slowest, std::greater<>());
  errs() << "heddle: statistics\n";
  for (const auto &[Check, Number] : PerCheck)
    errs() << format("  %6u  ", Number) << Check << "\n";
  errs() << format("  %6u  suppressed by NOLINT\n", Suppressed)
         << format("  %6zu  seen in several files, shown once\n", Duplicates);
  for (auto [Seconds, Index] : ArrayRef(Slowest).take_front(5))
    errs() << format("  %6.2f s ", Seconds) << displayPath(Project.Files[Index])
           << "\n";
}

void LintRun::printSummary(unsigned Failed, double Seconds) const {
  size_t Analysed = Reports.size() - Failed;
  std::string Line =
      counted(Analysed, "file") + " analysed, " +
      (Findings.empty() && Failed == 0 ? std::string("no findings")
                                       : counted(Findings.size(), "finding"));
  if (Failed)
    Line += ", " + counted(Failed, "file") + " NOT analysed (see above)";
  raw_string_ostream(Line) << format(", %.1f s", Seconds);
  complain(Line);
}

/// True if every file could be written.
bool LintRun::fixFindings(clang::tidy::ClangTidyContext &Context) {
  FixSummary Summary = applyFixes(Findings, Context);
  for (const std::string &Failure : Summary.Failures)
    complain(Failure);
  std::string Line = "applied " + counted(Summary.Applied, "fix", "fixes") +
                     " in " + counted(Summary.FilesChanged, "file");
  if (Summary.Overlapping)
    Line += "; " + std::to_string(Summary.Overlapping) +
            " overlap others: run again for those";
  complain(Line);
  return Summary.Failures.empty();
}

int LintRun::run() {
  auto Start = std::chrono::steady_clock::now();
  analyze(readableFiles());
  for (const FileReport &Report : Reports)
    llvm::append_range(Findings, Report.Findings);
  size_t All = Findings.size();
  sortAndUnify(Findings);
  Duplicates = All - Findings.size();

  clang::tidy::ClangTidyContext Context(makeOptionsProvider(Options));
  printFindings(Findings, Context);
  outs().flush();
  if (!Options.Quiet)
    printNotices();
  bool Written = !Options.Fix || fixFindings(Context);
  if (Options.Statistics)
    printStatistics();
  unsigned Failed = printFailures();
  double Seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
          .count();
  if (!Options.Quiet || Failed)
    printSummary(Failed, Seconds);
  if (Failed || !Written)
    return ExitProblem;
  return Findings.empty() ? ExitClean : ExitFindings;
}

int heddle::cli::runLint(ArrayRef<std::string> Flags, bool HasFlags) {
  LintOptions Options;
  Options.Checks = Checks;
  Options.HeaderFilter = HeaderFilter;
  Options.Timeout = Timeout;
  Options.Fix = Fix;
  Options.Quiet = Quiet;
  Options.Statistics = Statistics;
  Options.Jobs =
      Jobs ? unsigned(Jobs) : hardware_concurrency().compute_thread_count();
  std::string Why;
  if (!HeaderFilter.empty() && !Regex(HeaderFilter).isValid(Why)) {
    complain("--header-filter is no regular expression: " + Why);
    return ExitProblem;
  }

  ProjectQuery Query;
  Query.BuildPath = BuildPath;
  Query.Paths.assign(Paths.begin(), Paths.end());
  Query.Flags = Flags;
  Query.HasFlags = HasFlags;
  Expected<Project> Found = findProject(Query);
  if (!Found) {
    complain(toString(Found.takeError()));
    return ExitProblem;
  }
  if (Error Failure = checkConfigs(Found->Files)) {
    complain(toString(std::move(Failure)));
    return ExitProblem;
  }
  return LintRun(*Found, Options).run();
}
