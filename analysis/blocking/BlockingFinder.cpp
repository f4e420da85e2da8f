//===- BlockingFinder.cpp - blocking calls, and the way to them -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The summary of a coroutine or callback has the effects of all that it calls,
// with the calls that lead there. Those that wait are the findings; what lies
// behind another coroutine is that one's. Of several ways to one call the
// shortest is kept.
//
//===----------------------------------------------------------------------===//

#include "analysis/blocking/BlockingFinder.h"
#include "analysis/blocking/Coroutines.h"
#include "analysis/blocking/LongLocks.h"
#include "analysis/blocking/LoopCode.h"
#include "analysis/blocking/Readiness.h"
#include "analysis/threads/Races.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace heddle {

namespace {

/// A way from shared code to an effect.
struct Way {
  const LoopCodeFact *Code;
  const Effect *To;
  /// The promise's function that it begins with, if any.
  const FunctionDecl *Hook;
  Blocking Why;
  size_t Length;
};

class BlockingFinder {
public:
  explicit BlockingFinder(Engine &E)
      : E(E), SM(E.Context.getSourceManager()), Ready(E),
        Shared(findLoopCode(E)) {}

  std::vector<BlockingFact> run();

private:
  void collect(const LoopCodeFact &Code, const FunctionDecl *F,
               const FunctionDecl *Hook);
  void add(const LoopCodeFact &Code, const Effect &Of,
           const FunctionDecl *Hook);
  const CallStack *below(const CallStack *Stack, const CallStack *Rest);
  Blocking judge(const LoopCodeFact &Code, const Effect &Of,
                 const FunctionDecl *Hook);
  bool isOthers(const Effect &Of, const FunctionDecl *Hook) const;
  BlockingFact fact(const Way &Of);

  Engine &E;
  const SourceManager &SM;
  Readiness Ready;
  std::vector<LoopCodeFact> Shared;
  llvm::MapVector<SourceLocation, Way> Best;
  std::deque<Effect> Moved;
};

} // namespace

static size_t depth(const CallStack *Stack) {
  size_t Depth = 0;
  for (; Stack; Stack = Stack->Next)
    ++Depth;
  return Depth;
}

/// The body of the lambda that the expression calls, whatever it captured.
static const FunctionDecl *lambdaAt(const Effect &Invoke) {
  const auto *Call = dyn_cast_or_null<CXXOperatorCallExpr>(Invoke.E);
  const auto *Method =
      Call ? dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee()) : nullptr;
  return Method && Method->getParent()->isLambda() ? Method : nullptr;
}

/// The arguments may say that the call does not wait.
bool mayWait(const Effect &Of) {
  const BlockingCall &Row = *Of.Row;
  const Value *Says =
      Of.V && Of.V->kind() == Value::Bound ? Of.V->parts().back() : nullptr;
  if (Row.Time != BlockingCall::NoArg)
    return !Says || !Says->isConst(0);
  if (Row.Flags == BlockingCall::NoArg)
    return true;
  return Says && Says->isConst() && !(Says->constant() & Row.Not) &&
         (!Row.Only || Says->constant() == Row.Only);
}

/// On the way lies another coroutine, which runs by itself, or a function that
/// the tables name as a whole; or the waiting is a library's own.
bool BlockingFinder::isOthers(const Effect &Of,
                              const FunctionDecl *Hook) const {
  auto Resumes = [](const FunctionDecl *F) {
    return F && F->getIdentifier() && F->getName() == "await_resume";
  };
  // Whoever is resumed finds what was awaited.
  bool Resumed = Resumes(Hook);
  for (const CallStack *Step = Of.Stack; Step; Step = Step->Next) {
    const FunctionDecl *Body = Step->Callee->getDefinition();
    if (Body && coroutineBody(Body) && !isFunctionInDisguise(Body))
      return true;
    const BlockingCall *Row = E.Waiting.lookup(Step->Callee);
    if (Row && Row->Blocks != Blocking::No)
      return true;
    Resumed |= Resumes(Step->Callee);
  }
  if (Resumed && (Of.K == Effect::Acquire || Of.Row->Blocks != Blocking::Sleep))
    return true;
  return Of.In && isLibraryCode(Of.In);
}

Blocking BlockingFinder::judge(const LoopCodeFact &Code, const Effect &Of,
                               const FunctionDecl *Hook) {
  if (Of.At->OnPool || Of.Loc.isInvalid())
    return Blocking::No;
  if (Of.K == Effect::Acquire)
    return isOthers(Of, Hook) ? Blocking::No : Blocking::Lock;
  if (Of.K != Effect::Block || !mayWait(Of) || isOthers(Of, Hook))
    return Blocking::No;
  return Ready.judge(Of, !Code.Coroutine);
}

void BlockingFinder::collect(const LoopCodeFact &Code, const FunctionDecl *F,
                             const FunctionDecl *Hook) {
  const Summary *S = E.summaryOf(F);
  if (!S)
    return;
  for (const Effect &Of : S->Effects) {
    add(Code, Of, Hook);
    // Of a lambda that was kept somewhere nothing is known but what it does.
    const FunctionDecl *Body = Of.K == Effect::Invoke ? lambdaAt(Of) : nullptr;
    if (const Summary *Kept = Body ? E.summaryOf(Body) : nullptr)
      for (Effect Deep : Kept->Effects) {
        Deep.Stack = below(Of.Stack, E.Pool.stack(Of.Loc, Body, Deep.Stack));
        Moved.push_back(Deep);
        add(Code, Moved.back(), Hook);
      }
  }
}

void BlockingFinder::add(const LoopCodeFact &Code, const Effect &Of,
                         const FunctionDecl *Hook) {
  Blocking Why = judge(Code, Of, Hook);
  if (Why == Blocking::No)
    return;
  Way New{&Code, &Of, Hook, Why, depth(Of.Stack) + (Hook != nullptr)};
  auto [It, First] = Best.try_emplace(Of.Loc, New);
  if (!First && New.Length < It->second.Length)
    It->second = New;
}

/// The calls of the second stack, made where the first one ends.
const CallStack *BlockingFinder::below(const CallStack *Stack,
                                       const CallStack *Rest) {
  return Stack ? E.Pool.stack(Stack->Call, Stack->Callee,
                              below(Stack->Next, Rest))
               : Rest;
}

BlockingFact BlockingFinder::fact(const Way &Of) {
  BlockingFact Fact;
  Fact.Kind = Of.Why;
  Fact.Where = Of.To->Loc;
  Fact.E = Of.To->E;
  Fact.Code = *Of.Code;
  Fact.Calls = callFacts(Of.To->Stack);
  if (Of.Hook)
    Fact.Calls.insert(Fact.Calls.begin(),
                      {Of.Code->Function->getLocation(), Of.Hook});
  Fact.HoldsLock = !Of.To->At->Held.empty();
  if (Of.To->Row) {
    Fact.Name = Ready.shownName(*Of.To);
    Fact.Instead = Of.To->Row->Instead;
  } else {
    Fact.Name = lockFact(Of.To->P, Of.To->Loc).Name;
  }
  return Fact;
}

std::vector<BlockingFact> BlockingFinder::run() {
  for (const LoopCodeFact &Code : Shared) {
    collect(Code, Code.Function, nullptr);
    if (const CoroutineBodyStmt *Body = coroutineBody(Code.Function))
      for (const FunctionDecl *Hook : promiseHooks(Body))
        collect(Code, Hook, Hook);
  }
  llvm::DenseSet<SourceLocation> Reported;
  for (const auto &[Where, Way] : Best)
    if (Way.Why != Blocking::Lock)
      Reported.insert(Where);
  LongLocks Long(E, Reported);
  std::vector<BlockingFact> Found;
  for (const auto &[Where, Way] : Best) {
    BlockingFact New = fact(Way);
    if (Way.Why == Blocking::Lock)
      New.Held = Long.of(*Way.To);
    Found.push_back(std::move(New));
  }
  llvm::sort(Found, [&](const BlockingFact &A, const BlockingFact &B) {
    return SM.isBeforeInTranslationUnit(A.Where, B.Where);
  });
  return Found;
}

std::vector<BlockingFact> findBlocking(Engine &E) {
  if (!E.Graph.sharesThreads())
    return {};
  return BlockingFinder(E).run();
}

} // namespace heddle
