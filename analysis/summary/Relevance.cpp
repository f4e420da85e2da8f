//===- Relevance.cpp - which functions are worth looking at ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the walk has noted of each function decides, over the calls, which of
// them can run at all, which are analysed, and which run where not every
// library call will do.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Program.h"
#include "analysis/summary/CallGraph.h"

using namespace clang;

namespace heddle {

/// Whoever calls a variable may call every function that is stored in it.
void CallGraph::addHeld() {
  for (auto &[F, Node] : Nodes)
    for (const ValueDecl *Holder : Node.Holders)
      if (functionsIn(Holder).size() <= Program::MaxTargets)
        for (const FunctionDecl *Callee : functionsIn(Holder))
          Node.Callees.insert(Callee);
}

/// Functions that something outside of functions names, and all but those
/// that nobody calls who is live.
void CallGraph::selectLive() {
  for (const auto &[F, Node] : Nodes)
    if (!Node.Optional)
      Live.insert(F);
  addCallees(Live);
  Concurrent |= SharesThreads;
  for (const auto &[F, Node] : Nodes)
    Concurrent |= Node.Concurrent && Live.contains(F);
}

/// Interesting functions, their callers, and what all these call.
void CallGraph::selectRelevant() {
  for (const auto &[F, Node] : Nodes)
    if (Node.Interesting && Live.contains(F))
      Relevant.insert(F);
  addCallers(Relevant);
  addCallees(Relevant);
}

/// Roots, and what they call; whatever the child of a fork may call.
void CallGraph::selectMinded() {
  if (StartsThreads) {
    for (const auto &[F, Node] : Nodes)
      if (Node.Forks)
        Forking.insert(F);
    addCallers(Forking);
    Minded = Forking;
    addCallees(Minded);
    for (const FunctionDecl *F : Forking)
      Minded.erase(F);
  }
  for (const auto &[F, Node] : Nodes)
    if (Node.Root || (HandlesSignals && HandlerLike.contains(F)))
      Minded.insert(F);
  addCallees(Minded);
}

/// Adds who calls the functions in the set, at whatever depth.
void CallGraph::addCallers(llvm::DenseSet<const FunctionDecl *> &Set) const {
  llvm::DenseMap<const FunctionDecl *,
                 llvm::SmallVector<const FunctionDecl *, 4>>
      Callers;
  for (const auto &[F, Node] : Nodes)
    for (const FunctionDecl *Callee : Node.Callees)
      Callers[Callee].push_back(F);
  std::vector<const FunctionDecl *> Work(Set.begin(), Set.end());
  while (!Work.empty()) {
    const FunctionDecl *F = Work.back();
    Work.pop_back();
    for (const FunctionDecl *Caller : Callers[F])
      if (Set.insert(Caller).second)
        Work.push_back(Caller);
  }
}

/// Adds what the functions in the set call, at whatever depth.
void CallGraph::addCallees(llvm::DenseSet<const FunctionDecl *> &Set) const {
  std::vector<const FunctionDecl *> Work(Set.begin(), Set.end());
  while (!Work.empty()) {
    const FunctionNode *Node = node(Work.back());
    Work.pop_back();
    if (!Node)
      continue;
    for (const FunctionDecl *Callee : Node->Callees) {
      if (Set.insert(Callee).second)
        Work.push_back(Callee);
      if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee))
        for (const FunctionDecl *Override : overriders(Method))
          if (Set.insert(Override).second)
            Work.push_back(Override);
    }
  }
}

} // namespace heddle
