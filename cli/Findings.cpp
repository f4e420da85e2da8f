//===- Findings.cpp - the findings of a whole run -------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cli/Findings.h"
#include "clang-tidy/ClangTidy.h"
#include "cli/Project.h"
#include "clang/Format/Format.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <set>
#include <tuple>

using namespace llvm;
using namespace heddle::cli;
using clang::tooling::Replacement;
using clang::tooling::Replacements;

static auto placeAndText(const Finding &Finding) {
  return std::tie(Finding.Message.FilePath, Finding.Message.FileOffset,
                  Finding.Message.Message, Finding.DiagnosticName);
}

void heddle::cli::sortAndUnify(std::vector<Finding> &Findings) {
  llvm::stable_sort(Findings, [](const Finding &A, const Finding &B) {
    return placeAndText(A) < placeAndText(B);
  });
  auto End = llvm::unique(Findings, [](const Finding &A, const Finding &B) {
    return placeAndText(A) == placeAndText(B);
  });
  Findings.erase(End, Findings.end());
}

/// As clang-tidy's own type, and with paths for people.
static clang::tidy::ClangTidyError forPrinting(const Finding &Source) {
  clang::tidy::ClangTidyError Error(Source.DiagnosticName, Source.DiagLevel,
                                    /*BuildDirectory=*/"",
                                    /*IsWarningAsError=*/false);
  Error.Message = Source.Message;
  Error.Notes = Source.Notes;
  Error.Message.FilePath = displayPath(Error.Message.FilePath);
  for (clang::tooling::DiagnosticMessage &Note : Error.Notes)
    Note.FilePath = displayPath(Note.FilePath);
  return Error;
}

void heddle::cli::printFindings(ArrayRef<Finding> Findings,
                                clang::tidy::ClangTidyContext &Context) {
  std::vector<clang::tidy::ClangTidyError> Errors;
  for (const Finding &Each : Findings)
    Errors.push_back(forPrinting(Each));
  unsigned WarningsAsErrors = 0;
  clang::tidy::handleErrors(Errors, Context, clang::tidy::FB_NoFix,
                            WarningsAsErrors, vfs::getRealFileSystem());
}

//===----------------------------------------------------------------------===//
// Fixes
//===----------------------------------------------------------------------===//

using EditsByFile = std::map<std::string, Replacements>;

/// Adds \p Fix to \p Edits. False, with nothing added, if it overlaps.
static bool addFix(const StringMap<Replacements> &Fix, EditsByFile &Edits) {
  EditsByFile Tried;
  for (const auto &[File, Wanted] : Fix) {
    Replacements &Of =
        Tried.try_emplace(File.str(), Edits[File.str()]).first->second;
    for (const Replacement &Edit : Wanted) {
      // Two fixes may need the same header: include it once.
      if (Edit.getReplacementText().starts_with("#include") &&
          llvm::is_contained(Of, Edit))
        continue;
      if (Error Overlap = Of.add(Edit)) {
        consumeError(std::move(Overlap));
        return false;
      }
    }
  }
  for (auto &[File, Combined] : Tried)
    Edits[File] = std::move(Combined);
  return true;
}

/// The text of \p File with \p Edits, formatted as the project asks for.
static Expected<std::string> edited(StringRef File, const Replacements &Edits,
                                    clang::tidy::ClangTidyContext &Context) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Buffer = MemoryBuffer::getFile(File);
  if (!Buffer)
    return errorCodeToError(Buffer.getError());
  StringRef Code = (*Buffer)->getBuffer();
  Expected<clang::format::FormatStyle> Style = clang::format::getStyle(
      Context.getOptionsForFile(File).FormatStyle.value_or("none"), File,
      "none");
  if (!Style)
    return Style.takeError();
  Expected<Replacements> Clean =
      clang::format::cleanupAroundReplacements(Code, Edits, *Style);
  if (!Clean)
    return Clean.takeError();
  Expected<Replacements> Formatted =
      clang::format::formatReplacements(Code, *Clean, *Style);
  if (!Formatted)
    return Formatted.takeError();
  return clang::tooling::applyAllReplacements(Code, *Formatted);
}

static Error overwrite(StringRef File, StringRef Text) {
  std::error_code Failure;
  raw_fd_ostream Out(File, Failure, sys::fs::OF_None);
  if (Failure)
    return errorCodeToError(Failure);
  Out << Text;
  Out.close();
  if (Out.has_error()) {
    Failure = Out.error();
    Out.clear_error();
  }
  return errorCodeToError(Failure);
}

FixSummary heddle::cli::applyFixes(ArrayRef<Finding> Findings,
                                   clang::tidy::ClangTidyContext &Context) {
  FixSummary Summary;
  EditsByFile Edits;
  std::vector<const StringMap<Replacements> *> Accepted;
  for (const Finding &Each : Findings) {
    if (Each.Message.Fix.empty())
      continue;
    if (addFix(Each.Message.Fix, Edits))
      Accepted.push_back(&Each.Message.Fix);
    else
      ++Summary.Overlapping;
  }
  std::set<StringRef> Unwritten;
  for (const auto &[File, Changes] : Edits) {
    if (Changes.empty())
      continue;
    Expected<std::string> Text = edited(File, Changes, Context);
    Error Failure = Text ? overwrite(File, *Text) : Text.takeError();
    if (!Failure) {
      ++Summary.FilesChanged;
      continue;
    }
    Unwritten.insert(File);
    Summary.Failures.push_back(displayPath(File) + ": cannot be fixed: " +
                               toString(std::move(Failure)));
  }
  for (const StringMap<Replacements> *Fix : Accepted)
    Summary.Applied += llvm::none_of(
        Fix->keys(), [&](StringRef File) { return Unwritten.count(File); });
  return Summary;
}
