//===- CallGraph.h - the functions of a translation unit ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_SUMMARY_CALLGRAPH_H
#define HEDDLE_ANALYSIS_SUMMARY_CALLGRAPH_H

#include "analysis/primitives/BlockingCalls.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"

namespace heddle {

/// A function with a body in the project's own code, and what one walk over
/// it saw.
struct FunctionNode {
  const clang::FunctionDecl *F; ///< the definition
  llvm::SmallSetVector<const clang::FunctionDecl *, 8> Callees;
  /// Variables and fields whose functions it calls.
  llvm::SmallSetVector<const clang::ValueDecl *, 2> Holders;
  /// Holds an event that matters by itself: a primitive or a mutable global.
  bool Interesting = false;
  /// Locks, starts a thread, hands over: see CallGraph::isConcurrent.
  bool Concurrent = false;
  /// Static, in a header: whoever does not call it does not have it.
  bool Optional = false;
  /// Runs where not every library call will do: it may be a signal handler.
  bool Root = false;
  /// Makes another process.
  bool Forks = false;
  /// The body cannot be analysed: it holds an error.
  bool Broken = false;
};

class CallGraph {
public:
  CallGraph(clang::ASTContext &Context, const Primitives &Table,
            const BlockingCalls &Waiting);

  /// Functions worth analysing, callees before callers. Mutually recursive
  /// functions lie in one group.
  std::vector<std::vector<const FunctionNode *>> bottomUp() const;
  const FunctionNode *node(const clang::FunctionDecl *F) const;
  llvm::ArrayRef<const clang::FunctionDecl *>
  overriders(const clang::CXXMethodDecl *Method) const;
  llvm::ArrayRef<const clang::FunctionDecl *>
  functionsIn(const clang::ValueDecl *Holder) const;
  /// Variables of static storage whose initialiser runs code.
  llvm::ArrayRef<const clang::VarDecl *> globals() const { return Globals; }
  bool usesFences() const { return Fences; }
  /// Something locks, starts a thread, hands over, or shares one. Without, no
  /// two executions are there to be compared.
  bool isConcurrent() const { return Concurrent; }
  /// All functions with bodies, in the order of the source.
  const auto &nodes() const { return Nodes; }
  llvm::ArrayRef<const clang::DeclRefExpr *>
  usesOf(const clang::VarDecl *Var) const;
  /// Some root calls the function, at whatever depth, or is it; or it may be
  /// called by the child of a fork.
  bool isMinded(const clang::FunctionDecl *F) const {
    return Minded.contains(F->getCanonicalDecl());
  }
  /// The file has a coroutine, or hands a callback to an event loop.
  bool sharesThreads() const { return SharesThreads; }
  /// The functions that were stored where an event loop finds them.
  const auto &callbacks() const { return Callbacks; }
  /// The function may go on in the child of a fork, in a file with threads.
  bool mayBeInChild(const clang::FunctionDecl *F) const {
    return Forking.contains(F->getCanonicalDecl());
  }
  /// The file starts threads somewhere.
  bool startsThreads() const { return StartsThreads; }
  /// Called by a function of this translation unit.
  bool isCalled(const clang::FunctionDecl *F) const {
    return Called.contains(F->getCanonicalDecl());
  }

private:
  friend class GraphBuilder;
  void addHeld();
  void selectLive();
  void selectRelevant();
  void selectMinded();
  void addCallers(llvm::DenseSet<const clang::FunctionDecl *> &Set) const;
  void addCallees(llvm::DenseSet<const clang::FunctionDecl *> &Set) const;

  llvm::MapVector<const clang::FunctionDecl *, FunctionNode> Nodes;
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SmallVector<const clang::FunctionDecl *, 2>>
      Overriders;
  llvm::DenseMap<const clang::ValueDecl *,
                 llvm::SmallVector<const clang::FunctionDecl *, 2>>
      Stored;
  llvm::DenseSet<const clang::FunctionDecl *> Called, Live, Relevant, Minded,
      Forking;
  std::vector<const clang::VarDecl *> Globals;
  bool Fences = false;
  bool Concurrent = false;
  bool SharesThreads = false;
  llvm::MapVector<const clang::FunctionDecl *, clang::SourceLocation> Callbacks;
  bool StartsThreads = false;
  /// Functions of a signal handler's type that somebody may pass on.
  llvm::DenseSet<const clang::FunctionDecl *> HandlerLike;
  bool HandlesSignals = false;
  llvm::DenseMap<const clang::VarDecl *,
                 llvm::SmallVector<const clang::DeclRefExpr *, 4>>
      Uses;
};

} // namespace heddle

#endif
