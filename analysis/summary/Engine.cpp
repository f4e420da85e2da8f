//===- Engine.cpp - bottom-up over the call graph -------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Callees before callers. In a group of mutually recursive functions each is
// analysed twice: first as if the others did nothing, then with what was
// found. Locks that recursion would pile up deeper are not modelled.
//
//===----------------------------------------------------------------------===//

#include "analysis/summary/Engine.h"

using namespace clang;

namespace heddle {

Engine::Engine(ASTContext &Context, const Settings &Wanted)
    : Context(Context), Waiting(Context.Idents, Wanted.BlockingFunctions),
      Graph(Context, Table, Waiting) {
  D.Fences = Graph.usesFences();
  if (!Graph.isConcurrent())
    return;
  for (const auto &Group : Graph.bottomUp())
    analyseGroup(Group);
}

const Summary *Engine::summaryOf(const FunctionDecl *F) {
  if (!F)
    return nullptr;
  auto It = Summaries.find(F->getCanonicalDecl());
  return It == Summaries.end() ? nullptr : It->second.get();
}

static bool callsItself(const FunctionNode &Node) {
  return Node.Callees.contains(Node.F->getCanonicalDecl());
}

void Engine::analyseGroup(llvm::ArrayRef<const FunctionNode *> Group) {
  bool Recursive = Group.size() > 1 || callsItself(*Group.front());
  for (unsigned Round = 0; Round < (Recursive ? 2u : 1u); ++Round)
    for (const FunctionNode *Node : Group)
      analyse(*Node);
}

void Engine::analyse(const FunctionNode &Node) {
  if (Node.Broken)
    return;
  std::unique_ptr<EventGraph> Events = buildEvents(Node.F);
  if (!Events)
    return;
  Dataflow Flow(D, Table, *this, Pool, Node.F, *Events);
  auto Result = std::make_unique<Summary>(Flow.run());
  ++Analysed;
  Truncated += Result->Truncated;
  Summaries[Node.F->getCanonicalDecl()] = std::move(Result);
}

void Engine::watch(const FunctionDecl *F, const Dataflow::Observer &Watch) {
  if (std::unique_ptr<EventGraph> Events = buildEvents(F))
    Dataflow(D, Table, *this, Pool, F, *Events).run(Watch);
}

} // namespace heddle
