//===- lock-order-inversion.cpp -------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/lock-order-inversion.h"
#include "checks/common/ScopedLockFix.h"

using namespace clang;

namespace heddle {

void LockOrderInversionCheck::reportSelf(const DeadlockFact &Deadlock) {
  const LockEdgeFact &Edge = Deadlock.Edges.front();
  switch (Deadlock.Kind) {
  case DeadlockKind::Upgrade:
    diag(Edge.Where, "'%0' is locked for writing here by a thread that holds "
                     "it for reading: it waits for itself")
        << Edge.Wanted.Name;
    break;
  case DeadlockKind::ArgumentOrder:
    diag(Edge.Where,
         "'%0' is locked here while '%1' is held; a call with the objects "
         "exchanged locks them in the opposite order")
        << Edge.Wanted.Name << Edge.Held.Name;
    break;
  default:
    diag(Edge.Where, "'%0' is locked here by a thread that already holds it: "
                     "it waits for itself")
        << Edge.Wanted.Name;
  }
  if (Edge.Held.Where.isValid())
    diag(Edge.Held.Where, "'%0' is locked here first", DiagnosticIDs::Note)
        << Edge.Held.Name;
  noteCalls(Edge.Calls);
}

void LockOrderInversionCheck::reportCycle(const DeadlockFact &Cycle,
                                          ASTContext &Context) {
  size_t Length = Cycle.Edges.size();
  for (size_t First = 0; First < Length; ++First) {
    const LockEdgeFact &Edge = Cycle.Edges[First];
    {
      auto Warning =
          diag(Edge.Where,
               "'%0' is locked here while '%1' is held, but %select{the "
               "opposite order is taken|others close a cycle}2 elsewhere");
      Warning << Edge.Wanted.Name << Edge.Held.Name << (Length > 2);
      for (const FixItHint &Fix : lockTogether(Edge, Context))
        Warning << Fix;
    }
    if (Edge.Held.Where.isValid())
      diag(Edge.Held.Where, "'%0' is locked here first", DiagnosticIDs::Note)
          << Edge.Held.Name;
    noteCalls(Edge.Calls);
    for (size_t Step = 1; Step < Length; ++Step) {
      const LockEdgeFact &Other = Cycle.Edges[(First + Step) % Length];
      diag(Other.Where, "'%0' is locked here while '%1' is held, in %2",
           DiagnosticIDs::Note)
          << Other.Wanted.Name << Other.Held.Name << nameOf(Other.Thread);
      noteCalls(Other.Calls);
    }
  }
}

void LockOrderInversionCheck::report(const Facts &Known, ASTContext &Context) {
  for (const DeadlockFact &Deadlock : Known.mayDeadlock())
    if (Deadlock.Kind == DeadlockKind::Cycle)
      reportCycle(Deadlock, Context);
    else
      reportSelf(Deadlock);
}

} // namespace heddle
