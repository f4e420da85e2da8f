//===- Project.cpp - finds the compile database and its files -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every failure names the thing that is wrong and what to do about it, because
// this is where most first runs go wrong.
//
//===----------------------------------------------------------------------===//

#include "cli/Project.h"
#include "clang/Driver/Types.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <optional>
#include <unistd.h>

using namespace llvm;
using namespace heddle::cli;
using clang::tooling::CompilationDatabase;
using clang::tooling::FixedCompilationDatabase;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static constexpr const char *JsonName = "compile_commands.json";
static constexpr const char *FlagsName = "compile_flags.txt";
static constexpr const char *HowToGetADatabase =
    "configure with cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON, or build under "
    "`bear --`, or name its folder with -p";

static Error problem(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

static std::string absolute(StringRef Path) {
  SmallString<256> Result(Path);
  // Fails only where there is no current folder; then the path stays as it is.
  (void)fs::make_absolute(Result);
  path::remove_dots(Result, /*remove_dot_dot=*/true);
  return Result.str().str();
}

/// \p Path with symbolic links resolved, to compare paths of different origin.
static std::string real(StringRef Path) {
  SmallString<256> Result;
  return fs::real_path(Path, Result) ? absolute(Path) : Result.str().str();
}

static bool isBelow(StringRef File, StringRef Folder) {
  return Folder == "/" ||
         (File.consume_front(Folder) && (File.empty() || File[0] == '/'));
}

std::string heddle::cli::displayPath(StringRef Path) {
  SmallString<256> Current;
  if (fs::current_path(Current) || Current == "/")
    return Path.str();
  std::string Full = absolute(Path);
  if (Full != Current && isBelow(Full, Current))
    return Full.substr(Current.size() + 1);
  return Full;
}

/// The language of \p File by its name, or TY_INVALID if it is none of ours.
static clang::driver::types::ID languageOf(StringRef File) {
  namespace types = clang::driver::types;
  StringRef Extension = path::extension(File);
  if (Extension.empty())
    return types::TY_INVALID;
  types::ID Type = types::lookupTypeForExtension(Extension.drop_front());
  bool IsOurs = Type != types::TY_INVALID && types::isDerivedFromC(Type) &&
                types::isAcceptedByClang(Type) && Type != types::TY_Asm &&
                Type != types::TY_PP_Asm;
  return IsOurs ? Type : types::TY_INVALID;
}

//===----------------------------------------------------------------------===//
// Finding the database
//===----------------------------------------------------------------------===//

static std::string databaseIn(StringRef Folder) {
  for (const char *Name : {JsonName, FlagsName}) {
    SmallString<256> Candidate(Folder);
    path::append(Candidate, Name);
    if (fs::exists(Candidate))
      return Candidate.str().str();
  }
  return "";
}

/// Looks in \p Start and the folders above it, and in `build` of each.
static std::string searchUpwards(StringRef Start) {
  std::string Folder = absolute(Start);
  if (!fs::is_directory(Folder))
    Folder = path::parent_path(Folder).str();
  for (; !Folder.empty(); Folder = path::parent_path(Folder).str()) {
    SmallString<256> Build(Folder);
    path::append(Build, "build");
    for (StringRef Candidate : {StringRef(Folder), StringRef(Build)})
      if (std::string Found = databaseIn(Candidate); !Found.empty())
        return Found;
  }
  return "";
}

static Expected<std::string> namedDatabase(StringRef BuildPath) {
  if (!fs::exists(BuildPath))
    return problem("there is no '" + BuildPath + "', which -p names");
  if (!fs::is_directory(BuildPath))
    return absolute(BuildPath);
  std::string Found = databaseIn(absolute(BuildPath));
  if (Found.empty())
    return problem("there is no " + Twine(JsonName) + " in '" + BuildPath +
                   "': " + HowToGetADatabase);
  return Found;
}

//===----------------------------------------------------------------------===//
// Reading the database
//===----------------------------------------------------------------------===//

/// Where and why \p Text is no JSON; the compile database's own reader says
/// neither.
static std::string whyNotJson(StringRef Text) {
  Expected<json::Value> Value = json::parse(Text);
  if (!Value)
    return toString(Value.takeError());
  return "it is not a list of objects with directory, file and command";
}

static Error loadJson(StringRef File, Project &Result) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text =
      MemoryBuffer::getFile(File, /*IsText=*/true);
  if (!Text)
    return problem("cannot read '" + displayPath(File) +
                   "': " + Text.getError().message());
  // The reader accepts broken text in part, and prints what it dislikes.
  Expected<json::Value> Value = json::parse((*Text)->getBuffer());
  std::string Unused;
  std::unique_ptr<CompilationDatabase> Base;
  if (Value && Value->getAsArray())
    Base = clang::tooling::JSONCompilationDatabase::loadFromBuffer(
        (*Text)->getBuffer(), Unused,
        clang::tooling::JSONCommandLineSyntax::AutoDetect);
  if (!Value)
    consumeError(Value.takeError());
  if (!Base)
    return problem("'" + displayPath(File) + "' is broken (" +
                   whyNotJson((*Text)->getBuffer()) +
                   "): let the build system write it again");
  std::vector<std::string> Files = Base->getAllFiles();
  Result.Database = inferTargetAndDriverMode(
      inferMissingCompileCommands(clang::tooling::expandResponseFiles(
          std::move(Base), vfs::getRealFileSystem())));
  for (std::string &Name : Files) {
    if (languageOf(Name) == clang::driver::types::TY_INVALID)
      ++Result.OtherLanguages;
    else
      Result.Files.push_back(std::move(Name));
  }
  if (Result.Files.empty())
    return problem("'" + displayPath(File) +
                   "' lists no C or C++ file: nothing can be analysed");
  return Error::success();
}

static Error loadDatabase(StringRef File, Project &Result) {
  Result.DatabaseFile = File.str();
  if (path::filename(File) != FlagsName)
    return loadJson(File, Result);
  std::string Message;
  Result.Database = FixedCompilationDatabase::loadFromFile(File, Message);
  if (!Result.Database)
    return problem("cannot read '" + displayPath(File) + "': " + Message);
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Choosing the files
//===----------------------------------------------------------------------===//

/// All sources below \p Folder, for a database that lists none. Hidden folders
/// and headers are left out.
static Error collectSources(StringRef Folder, std::vector<std::string> &Files) {
  std::error_code Failure;
  fs::recursive_directory_iterator Entry(Folder, Failure), End;
  for (; !Failure && Entry != End; Entry.increment(Failure)) {
    if (path::filename(Entry->path()).starts_with(".")) {
      Entry.no_push();
      continue;
    }
    clang::driver::types::ID Type = languageOf(Entry->path());
    if (Type != clang::driver::types::TY_INVALID &&
        !clang::driver::types::onlyPrecompileType(Type) &&
        !fs::is_directory(Entry->path()))
      Files.push_back(absolute(Entry->path()));
  }
  if (Failure)
    return problem("cannot read folder '" + displayPath(Folder) +
                   "': " + Failure.message());
  return Error::success();
}

/// A file as the database names it, and with symbolic links resolved.
struct ListedFile {
  std::string Name;
  std::string Real;
};

/// Adds the files of \p Listed that \p Path stands for.
static Error select(StringRef Path, const Project &Result,
                    ArrayRef<ListedFile> Listed,
                    std::vector<std::string> &Chosen) {
  std::string Wanted = real(Path);
  if (!fs::is_directory(Path)) {
    auto Found = llvm::find_if(
        Listed, [&](const ListedFile &File) { return File.Real == Wanted; });
    // Not listed: the flags of its nearest neighbour are used.
    Chosen.push_back(Found != Listed.end() ? Found->Name : absolute(Path));
    return Error::success();
  }
  if (path::filename(Result.DatabaseFile) == FlagsName)
    return collectSources(Path, Chosen);
  // The folder of the database stands for all that it lists.
  bool All = Wanted == real(path::parent_path(Result.DatabaseFile));
  size_t Before = Chosen.size();
  for (const ListedFile &File : Listed)
    if (All || isBelow(File.Real, Wanted))
      Chosen.push_back(File.Name);
  if (Chosen.size() == Before)
    return problem("'" + displayPath(Result.DatabaseFile) +
                   "' lists no file below '" + displayPath(Path) +
                   "': name another folder, or configure the project again");
  return Error::success();
}

/// Leaves only the files that the user named; all if that is nothing.
static Error restrictTo(ArrayRef<std::string> Paths, Project &Result) {
  if (Paths.empty())
    return Error::success();
  std::vector<ListedFile> Listed;
  for (std::string &File : Result.Files)
    Listed.push_back({File, real(File)});
  Result.Files.clear();
  Result.OtherLanguages = 0;
  for (const std::string &Path : Paths)
    if (Error Failure = select(Path, Result, Listed, Result.Files))
      return Failure;
  return Error::success();
}

static Error checkPath(StringRef Path) {
  if (!fs::exists(Path))
    return problem("there is no '" + Path + "'");
  if (::access(Path.str().c_str(), fs::is_directory(Path) ? R_OK | X_OK : R_OK))
    return problem("cannot read '" + Path + "': " +
                   std::error_code(errno, std::generic_category()).message());
  return Error::success();
}

namespace {

/// For files without any database: the flags of \p Flags, or where there are
/// none, the newest standard that is in wide use.
class PlainDatabase : public CompilationDatabase {
public:
  explicit PlainDatabase(std::optional<std::vector<std::string>> Flags)
      : Flags(std::move(Flags)) {}

  std::vector<clang::tooling::CompileCommand>
  getCompileCommands(StringRef File) const override {
    bool IsCxx = clang::driver::types::isCXX(languageOf(File));
    std::vector<std::string> Line = {"clang-tool"};
    if (Flags)
      llvm::append_range(Line, *Flags);
    else
      Line.push_back(IsCxx ? "-std=c++20" : "-std=c17");
    Line.push_back(File.str());
    return {clang::tooling::CompileCommand(".", File, Line, "")};
  }

private:
  std::optional<std::vector<std::string>> Flags;
};

} // namespace

static Expected<Project>
plainProject(ArrayRef<std::string> Paths,
             std::optional<std::vector<std::string>> Flags) {
  Project Result;
  Result.Database = std::make_unique<PlainDatabase>(std::move(Flags));
  for (const std::string &Path : Paths)
    Result.Files.push_back(absolute(Path));
  llvm::sort(Result.Files);
  Result.Files.erase(llvm::unique(Result.Files), Result.Files.end());
  return Result;
}

static Expected<Project> projectWithoutDatabase(const ProjectQuery &Query,
                                                StringRef Start) {
  bool NamesFolders = llvm::any_of(
      Query.Paths, [](const std::string &P) { return fs::is_directory(P); });
  if (Query.Paths.empty() || NamesFolders)
    return problem("there is no " + Twine(JsonName) + " in or above '" +
                   displayPath(Start) + "': " + HowToGetADatabase);
  for (const std::string &File : Query.Paths)
    if (languageOf(File) == clang::driver::types::TY_INVALID)
      return problem("'" + File +
                     "' is no C or C++ source: name its compiler "
                     "flags behind --, such as -- -x c++");
  return plainProject(Query.Paths, std::nullopt);
}

Expected<Project> heddle::cli::findProject(const ProjectQuery &Query) {
  for (const std::string &Path : Query.Paths)
    if (Error Failure = checkPath(Path))
      return std::move(Failure);
  if (Query.HasFlags) {
    if (Query.Paths.empty() ||
        llvm::any_of(Query.Paths,
                     [](const std::string &P) { return fs::is_directory(P); }))
      return problem("flags behind -- need the files that they are for");
    return plainProject(Query.Paths, Query.Flags.vec());
  }

  std::string Start = Query.Paths.empty() ? "." : Query.Paths.front();
  std::string File = searchUpwards(Start);
  if (!Query.BuildPath.empty()) {
    Expected<std::string> Named = namedDatabase(Query.BuildPath);
    if (!Named)
      return Named.takeError();
    File = *Named;
  }
  if (File.empty())
    return projectWithoutDatabase(Query, Start);

  Project Result;
  if (Error Failure = loadDatabase(File, Result))
    return std::move(Failure);
  if (Error Failure = restrictTo(Query.Paths, Result))
    return std::move(Failure);
  llvm::sort(Result.Files);
  Result.Files.erase(llvm::unique(Result.Files), Result.Files.end());
  if (Result.Files.empty())
    return problem("there is no source file below '" + displayPath(Start) +
                   "': nothing can be analysed");
  return Result;
}

std::string heddle::cli::whyNotReadable(const Project &Project,
                                        StringRef File) {
  std::string Database = displayPath(Project.DatabaseFile);
  for (const auto &Command : Project.Database->getCompileCommands(File)) {
    if (!fs::is_directory(Command.Directory))
      return "its build folder '" + Command.Directory + "', named in " +
             Database + ", is gone; configure the project again";
    if (::access(Command.Directory.c_str(), R_OK | X_OK))
      return "its build folder '" + Command.Directory + "' cannot be read; " +
             "mend its permissions";
  }
  if (!fs::exists(File))
    return "the file is gone, but " + Database +
           " lists it; configure the project again";
  if (::access(File.str().c_str(), R_OK))
    return "the file cannot be read; mend its permissions";
  return "";
}
