//===- Engine.h - summaries of a whole translation unit -------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_SUMMARY_ENGINE_H
#define HEDDLE_ANALYSIS_SUMMARY_ENGINE_H

#include "analysis/lockset/Dataflow.h"
#include "analysis/primitives/LibraryCalls.h"
#include "analysis/primitives/Settings.h"
#include "analysis/summary/CallGraph.h"

namespace heddle {

/// Computes and keeps the summaries of one AST.
class Engine : public Program {
public:
  Engine(clang::ASTContext &Context, const Settings &Wanted);

  const Summary *summaryOf(const clang::FunctionDecl *F) override;
  llvm::ArrayRef<const clang::FunctionDecl *>
  overriders(const clang::CXXMethodDecl *Method) override {
    return Graph.overriders(Method);
  }
  llvm::ArrayRef<const clang::FunctionDecl *>
  functionsIn(const clang::ValueDecl *Holder) override {
    return Graph.functionsIn(Holder);
  }

  bool minds(const clang::FunctionDecl *F, bool InChild) override {
    return F && (Graph.isMinded(F) || (InChild && Graph.mayBeInChild(F)));
  }
  bool isTabled(const clang::FunctionDecl *Callee) override {
    return Library.lookup(Callee) != nullptr;
  }
  const BlockingCall *blocking(const clang::FunctionDecl *Callee,
                               clang::QualType Object) override {
    return Graph.sharesThreads() ? Waiting.lookup(Callee, Object) : nullptr;
  }

  /// Runs the dataflow of one function again and shows its states.
  void watch(const clang::FunctionDecl *F, const Dataflow::Observer &Watch);

  clang::ASTContext &Context;
  Primitives Table;
  LibraryCalls Library;
  BlockingCalls Waiting;
  Domain D;
  EffectPool Pool;
  CallGraph Graph;
  unsigned Analysed = 0, Truncated = 0;

private:
  void analyseGroup(llvm::ArrayRef<const FunctionNode *> Group);
  void analyse(const FunctionNode &Node);

  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<Summary>>
      Summaries;
};

} // namespace heddle

#endif
