//===- Project.h - the files to analyse and their compiler flags -*- C++
//-*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_PROJECT_H
#define HEDDLE_CLI_PROJECT_H

#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace heddle::cli {

struct Project {
  std::unique_ptr<clang::tooling::CompilationDatabase> Database;
  /// The compile_commands.json or compile_flags.txt; empty if the flags came
  /// from the command line or are our own.
  std::string DatabaseFile;
  /// As the database names them: absolute, sorted, each once.
  std::vector<std::string> Files;
  /// Entries that are neither C nor C++, such as assembly.
  unsigned OtherLanguages = 0;
};

struct ProjectQuery {
  /// -p: a folder that holds a database, or the database itself.
  std::string BuildPath;
  /// Files and folders named by the user; none means the current folder.
  std::vector<std::string> Paths;
  llvm::ArrayRef<std::string> Flags;
  bool HasFlags = false;
};

/// Finds the compile database as clang-tidy does (in the folder of the first
/// path and above), and in a folder `build` at each step. One source file
/// without a database gets plain flags of its language. The error is one line
/// that names the thing and the cure.
llvm::Expected<Project> findProject(const ProjectQuery &Query);

/// Why \p File cannot even be handed to a worker; empty if it can.
std::string whyNotReadable(const Project &Project, llvm::StringRef File);

/// \p Path for people: relative if it lies below the current folder.
std::string displayPath(llvm::StringRef Path);

} // namespace heddle::cli

#endif
