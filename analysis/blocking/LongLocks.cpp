//===- LongLocks.cpp - waiting and suspension under a lock ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/blocking/LongLocks.h"
#include "analysis/blocking/Coroutines.h"
#include "analysis/threads/LockOrder.h"
#include "analysis/threads/Races.h"

using namespace clang;

namespace heddle {

/// The effect is in another coroutine, which need not run while it is called.
static bool isInOtherCoroutine(const Effect &Of) {
  for (const CallStack *Step = Of.Stack; Step; Step = Step->Next)
    if (const FunctionDecl *Body = Step->Callee->getDefinition())
      if (coroutineBody(Body))
        return true;
  return false;
}

LongLocks::LongLocks(Engine &E,
                     const llvm::DenseSet<SourceLocation> &Reported) {
  for (const auto &[F, Node] : E.Graph.nodes())
    if (const Summary *S = E.summaryOf(F))
      for (const Effect &While : S->Effects) {
        bool Waits = While.K == Effect::Block && mayWait(While) &&
                     While.Row->Blocks != Blocking::File &&
                     !Reported.contains(While.Loc);
        if ((Waits || While.K == Effect::Suspend) && !isInOtherCoroutine(While))
          add(While);
      }
}

void LongLocks::add(const Effect &While) {
  for (const HeldLock &Held : While.At->Held) {
    bool Known = !Held.Maybe && Held.Lock->kind() != Place::Part &&
                 Held.Lock->kind() != Place::Temp;
    if (const void *Lock = Known ? lockIdentity(Held.Lock) : nullptr)
      Holders[Lock].push_back({&Held, &While});
  }
}

LongLockFact LongLocks::of(const Effect &Acquire) const {
  LongLockFact Fact;
  auto Known = Holders.find(lockIdentity(Acquire.P));
  if (Known == Holders.end())
    return Fact;
  for (const Holder &One : Known->second) {
    if (One.Lock->Shared && Acquire.Shared)
      continue;
    Fact.Lock = lockFact(*One.Lock);
    Fact.Where = One.While->Loc;
    Fact.In = One.While->In;
    if (One.While->Row) {
      Fact.During = One.While->Row->Blocks;
      Fact.Name = One.While->Row->Name;
    }
    return Fact;
  }
  return Fact;
}

} // namespace heddle
