//===- Facts.cpp - heddle facts -------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Shows what the engine found out about one file; the engine's own tests read
// it, and so may users who wonder why something was or was not reported.
//
//===----------------------------------------------------------------------===//

#include "analysis/FactsPrinter.h"
#include "cli/Commands.h"
#include "cli/FlagCure.h"
#include "cli/Project.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace heddle::cli;

cl::SubCommand heddle::cli::FactsCommand("facts",
                                         "Print what the engine knows");

static cl::OptionCategory Category("options of heddle facts");
static cl::opt<std::string> File(cl::Positional,
                                 cl::desc("FILE [-- compiler flags]"),
                                 cl::sub(FactsCommand), cl::cat(Category));
static cl::opt<std::string>
    BuildPath("p", cl::value_desc("folder"),
              cl::desc("Folder of compile_commands.json"),
              cl::sub(FactsCommand), cl::cat(Category));

namespace {

class PrintingConsumer : public clang::ASTConsumer {
public:
  void HandleTranslationUnit(clang::ASTContext &Context) override {
    heddle::printFacts(Context, outs());
  }
};

class PrintingAction : public clang::ASTFrontendAction {
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &, StringRef) override {
    return std::make_unique<PrintingConsumer>();
  }
};

} // namespace

int heddle::cli::runFacts(ArrayRef<std::string> Flags, bool HasFlags) {
  if (File.empty()) {
    complain("name a file (see: heddle facts --help)");
    return ExitProblem;
  }
  ProjectQuery Query;
  Query.BuildPath = BuildPath;
  Query.Paths = {File};
  Query.Flags = Flags;
  Query.HasFlags = HasFlags;
  Expected<Project> Found = findProject(Query);
  if (!Found) {
    complain(toString(Found.takeError()));
    return ExitProblem;
  }
  for (const std::string &Source : Found->Files)
    if (std::string Why = whyNotReadable(*Found, Source); !Why.empty()) {
      complain(displayPath(Source) + ": " + Why);
      return ExitProblem;
    }
  FlagCure Cure;
  clang::tooling::ClangTool Tool(*Found->Database, Found->Files);
  Tool.setPrintErrorMessage(false);
  Tool.appendArgumentsAdjuster(
      [&](const clang::tooling::CommandLineArguments &Command, StringRef) {
        return Cure.cure(Command);
      });
  auto Factory = clang::tooling::newFrontendActionFactory<PrintingAction>();
  return Tool.run(Factory.get()) ? ExitProblem : ExitClean;
}
