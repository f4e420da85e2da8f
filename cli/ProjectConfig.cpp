//===- ProjectConfig.cpp - the project's .clang-tidy files ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cli/ProjectConfig.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "cli/Project.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"

using namespace llvm;
using namespace heddle::cli;

/// What is wrong with the text of a .clang-tidy; empty if nothing is. Sets
/// \p GoesUp if it only adds to the one in a folder above.
static std::string whyBroken(MemoryBufferRef Text, bool &GoesUp) {
  std::string Why;
  ErrorOr<clang::tidy::ClangTidyOptions> Options =
      clang::tidy::parseConfigurationWithDiags(
          Text, [&](const SMDiagnostic &Diagnostic) {
            if (Why.empty())
              Why = "line " + std::to_string(Diagnostic.getLineNo()) + ": " +
                    Diagnostic.getMessage().str();
          });
  if (Options) {
    GoesUp = Options->InheritParentConfig.value_or(false);
    return "";
  }
  return Why.empty() ? Options.getError().message() : Why;
}

/// Checks the file in \p Folder; \p GoesUp says whether the folder above holds
/// too.
static Error checkFolder(StringRef Folder, bool &GoesUp) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, ".clang-tidy");
  GoesUp = true;
  if (!sys::fs::is_regular_file(Path))
    return Error::success();
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text = MemoryBuffer::getFile(Path);
  std::string Why;
  if (!Text)
    Why = Text.getError().message();
  else if (!(*Text)->getBuffer().trim().empty())
    Why = whyBroken((*Text)->getMemBufferRef(), GoesUp);
  if (Why.empty())
    return Error::success();
  return createStringError(inconvertibleErrorCode(), "'" + displayPath(Path) +
                                                         "' is broken (" + Why +
                                                         "): mend it");
}

Error heddle::cli::checkConfigs(ArrayRef<std::string> Files) {
  StringSet<> Checked;
  for (const std::string &File : Files) {
    StringRef Folder = sys::path::parent_path(File);
    bool GoesUp = true;
    for (; GoesUp && !Folder.empty() && Checked.insert(Folder).second;
         Folder = sys::path::parent_path(Folder))
      if (Error Failure = checkFolder(Folder, GoesUp))
        return Failure;
  }
  return Error::success();
}
