//===- Transfer.cpp - dispatching events ----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each kind of event has its handler; what a handler does to locks, threads
// and memory lies in Locking.cpp, Threading.cpp and Access.cpp, calls in
// Calls.cpp. Branches are here.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Transfer.h"

using namespace clang;

namespace heddle {

Transfer::Transfer(Domain &D, const Primitives &Table, Program &P,
                   EffectPool &Pool, const FunctionDecl *F)
    : D(D), Table(Table), P(P), Pool(Pool), F(F), Eval(D, Table, F),
      GivenIn(D.Environments.getEmptyMap()) {}

void Transfer::apply(const Event &E, States &All, EffectList *To) {
  Sink = To;
  States Next;
  Forks = &Next;
  for (State &S : All) {
    Unreachable = false;
    apply(E, S);
    if (!Unreachable)
      Next.push_back(std::move(S));
  }
  All = std::move(Next);
  Forks = nullptr;
  Sink = nullptr;
}

void Transfer::apply(const Event &E, State &S) {
  Here = E.Loc;
  HereExpr = E.E;
  if (Sink && S.S.Process.Borrows)
    judgeBorrower(E, S);
  switch (E.K) {
  case Event::Read:
    return access(E.E, false, nullptr, E.Loc, S);
  case Event::Update:
    access(E.E, true, nullptr, E.Loc, S);
    for (const Place *Changed : D.Places.derefAll(Eval.address(E.E, S.Env)))
      store(Changed, updated(Changed, E.Init, S), S);
    return;
  case Event::Store:
    return onStore(E, S);
  case Event::Declare:
    return onDeclare(E, S);
  case Event::InitField: {
    const Place *Field = D.Places.field(D.Places.thisObject(), E.Field);
    bool Ref = E.Field->getType()->isReferenceType();
    if (Ref || !E.Field->getType()->isRecordType())
      store(Field,
            Ref ? Eval.address(E.Init, S.Env) : Eval.callable(E.Init, S.Env),
            S);
    return;
  }
  case Event::Call:
    return onCall(E, S);
  case Event::Atomic:
    return onAtomic(E.E, E.Loc, S);
  case Event::Runtime:
    return noteRuntime(E.E, E.Loc, S);
  case Event::DestroyVar:
    return destroy(Eval.variable(E.Var), E.Var->getType(), E.Loc,
                   E.Var->getInit(), S);
  case Event::Cleanup: {
    CallFrame Frame;
    Frame.Callee = E.Function;
    Frame.Args.push_back(D.Places.address(Eval.variable(E.Var)));
    Frame.Objects.push_back(nullptr);
    Frame.Site = F->getBody();
    Frame.Loc = E.Loc;
    return callFunction(Frame, S);
  }
  case Event::DestroyTemp:
    return destroy(D.Places.temp(E.E), E.E->getType(), E.Loc, E.E, S);
  case Event::DestroyMember:
    return destroy(D.Places.field(D.Places.thisObject(), E.Field),
                   E.Field->getType(), E.Loc, F->getBody(), S);
  case Event::Delete: {
    const auto *Del = cast<CXXDeleteExpr>(E.E);
    noteRuntime(Del, E.Loc, S);
    for (const Place *Dead :
         D.Places.derefAll(Eval.value(Del->getArgument(), S.Env)))
      destroy(Dead, Del->getDestroyedType(), E.Loc, Del, S);
    return;
  }
  case Event::Suspend:
    return onSuspend(E, S);
  case Event::Return:
    if (E.Init) {
      bool Ref = F && F->getReturnType()->isReferenceType();
      const Value *V =
          Ref ? Eval.address(E.Init, S.Env) : Eval.callable(E.Init, S.Env);
      S.Env = D.Environments.add(S.Env, D.Places.result()->id(), V);
    }
    return;
  }
}

/// The value after `P += Init`, or `++P` when there is no Init.
const Value *Transfer::updated(const Place *P, const Expr *Init, State &S) {
  const Value *By = Init ? Eval.value(Init, S.Env) : nullptr;
  if (Init && (!By || !By->isCounted()))
    return nullptr;
  return D.Places.stepped(Eval.loadFrom(P, S.Env));
}

Effect Transfer::effect(Effect::Kind K, const Place *P, SourceLocation Loc,
                        const State &S) {
  Situation At = S.S;
  addGiven(At, S.Env);
  Effect E;
  E.K = K;
  E.P = P;
  E.Loc = Loc;
  E.E = HereExpr;
  E.In = F;
  E.At = Pool.situation(At);
  return E;
}

void Transfer::record(const Effect &E) {
  if (Sink)
    Sink->add(E);
}

/// More conditions than these do not travel with an effect.
static constexpr size_t MaxGiven = 4;

/// A fact that stays true for as long as an effect is spoken of.
bool Transfer::isGiven(const Place *P, const Value *Known) const {
  if (!Known || !(Known->isConst() || Known->kind() == Value::NonZero) ||
      P->kind() != Place::Part || P->number() != Place::Fact)
    return false;
  const Place *Root = P->root();
  return Root->kind() == Place::Global ||
         (Root->kind() == Place::Param &&
          !Eval.ChangedParams.contains(cast_or_null<ParmVarDecl>(Root->var())));
}

void Transfer::addGiven(Situation &Into, const Environment &Env) {
  if (!F)
    return;
  if (GivenIn.getRootWithoutRetain() != Env.getRootWithoutRetain()) {
    GivenIn = Env;
    Given.clear();
    for (const auto &[Id, Known] : Env)
      if (Given.size() < MaxGiven && isGiven(D.Places.byId(Id), Known))
        Given.push_back({D.Places.byId(Id)->base(), Known});
  }
  for (const auto &Known : Given)
    if (Into.Given.size() < MaxGiven)
      Into.Given.push_back(Known);
}

/// The expression whose outcome a condition tests, and whether the branch
/// taken means that it was non-zero.
static std::pair<const Expr *, bool> tested(const Expr *Condition, bool Holds,
                                            const Evaluator &Eval,
                                            const Environment &Env) {
  const Expr *E = Condition->IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(E))
    if (Not->getOpcode() == UO_LNot)
      return tested(Not->getSubExpr(), !Holds, Eval, Env);
  const auto *Op = dyn_cast<BinaryOperator>(E);
  if (!Op || !Op->isComparisonOp())
    return {E, Holds};
  const Expr *L = Op->getLHS(), *R = Op->getRHS();
  const Value *Right = Eval.value(R, Env);
  bool Zero = Right && Right->isConst(0);
  // `fetch_sub(1) - 1 == 0` asks for the same operation.
  if (const auto *Sum = dyn_cast<BinaryOperator>(L->IgnoreParenImpCasts()))
    if (Sum->isAdditiveOp())
      L = Sum->getLHS();
  if (Op->getOpcode() == BO_EQ)
    return {L->IgnoreParenImpCasts(), Zero ? !Holds : Holds};
  if (Op->getOpcode() == BO_NE)
    return {L->IgnoreParenImpCasts(), Zero ? Holds : !Holds};
  return {L->IgnoreParenImpCasts(), Holds};
}

/// The branch taken means that a result had one particular value:
/// `!n`, `n == 1`, the other side of `n != 0`.
static bool testsEquality(const Expr *Condition, bool Holds) {
  const Expr *E = Condition->IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(E))
    if (Not->getOpcode() == UO_LNot)
      return testsEquality(Not->getSubExpr(), !Holds);
  const auto *Op = dyn_cast<BinaryOperator>(E);
  if (Op && Op->isEqualityOp())
    return (Op->getOpcode() == BO_EQ) == Holds;
  return !Op && !Holds;
}

void Transfer::enterBranch(const Expr *Condition, bool Holds, State &S) {
  if (const auto *Op =
          dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts()))
    if (Op->isLogicalOp() && (Op->getOpcode() == BO_LAnd) == Holds) {
      enterBranch(Op->getLHS(), Holds, S);
      enterBranch(Op->getRHS(), Holds, S);
      return;
    }
  auto [E, NonZero] = tested(Condition, Holds, Eval, S.Env);
  if (const Value *V = Eval.value(E, S.Env))
    if (NonZero && V->kind() == Value::Load &&
        V->place()->kind() == Place::Part &&
        V->place()->number() == Place::Seen)
      S.S.Awaited.insert(V->place()->base());
  auto Atomic = atomicOperation(E, Eval, S.Env);
  if (!Atomic && E->isGLValue() && E->getType()->isAtomicType())
    Atomic = AtomicOperation{AtomicOperation::Load, Eval.address(E, S.Env)};
  const Place *Object = Atomic ? D.Places.deref(Atomic->Object) : nullptr;
  if (!Object)
    return;
  // A flag that was seen set: what its setter did before is visible.
  if (Atomic->K == AtomicOperation::Load) {
    if (NonZero && Atomic->Acquires)
      S.S.Awaited.insert(Object);
    return;
  }
  // The last one out of a count: alone with the object, after all others.
  if (Atomic->K == AtomicOperation::Modify) {
    if (testsEquality(Condition, Holds)) {
      S.S.Awaited.insert(Object);
      acquire(Object, false, S, /*Record=*/false);
    }
    return;
  }
  // A lock built from an atomic: the one who changed it from free holds it.
  bool Won = Atomic->K == AtomicOperation::Exchange ? !NonZero : NonZero;
  // A value that is exchanged for a computed one is no lock.
  bool ToSet = Atomic->Stored && Atomic->Stored->isConst() &&
               Atomic->Stored->constant() != 0;
  bool FromFree = Atomic->Expected && Atomic->Expected->isConst(0);
  bool Taking = Atomic->K == AtomicOperation::CompareExchange
                    ? ToSet || FromFree
                    : Atomic->K == AtomicOperation::Exchange && ToSet;
  if (Won && Taking && Atomic->Acquires)
    acquire(Object, false, S, /*Record=*/false);
}

bool Transfer::isWaiting(const Expr *E) const {
  CallShape Call = Eval.shapeOf(E);
  if (Call.Row)
    return Call.Row->What == Op::Join || Call.Row->What == Op::Wait ||
           Call.Row->What == Op::Await;
  const Summary *Known = Call.Callee ? P.summaryOf(Call.Callee) : nullptr;
  return Known && llvm::any_of(Known->Exits, [](const ExitState &Exit) {
           return !Exit.S.Joined.empty();
         });
}

void Transfer::leaveLoop(llvm::ArrayRef<const Event *> Body, State &S) {
  State Inside = S;
  for (const Event *E : Body) {
    if (E->K == Event::Declare)
      onDeclare(*E, Inside);
    else
      leaveLoop(*E, S, Inside);
  }
}

void Transfer::leaveLoop(const Event &InBody, State &S, const State &Inside) {
  CallShape Call = Eval.shapeOf(InBody.E);
  Op What = Call.Row ? Call.Row->What : Op::None;
  if (What == Op::Join) {
    const Place *Handle = joinedHandle(Call, Inside);
    bool One = Handle && Handle->kind() != Place::Index &&
               !Handle->hasDeref() && Handle->root()->kind() == Place::Local;
    if (!One)
      joinHandles(Call, S, Inside);
  } else if (What == Op::Wait || What == Op::Await) {
    const Value *Object = Eval.roleAddress(Call, Call.Row->Object, S.Env);
    if (const Place *Awaited = D.Places.deref(Object))
      S.S.Awaited.insert(Awaited);
  } else if (What == Op::None && Call.Callee) {
    const Summary *Known = P.summaryOf(Call.Callee);
    if (!Known || Known->Exits.size() != 1 || Known->Exits[0].S.Joined.empty())
      return;
    CallFrame Frame = frameOf(Call, InBody.E, Inside);
    Substitution Subst(Eval, Pool, Frame, Inside);
    for (const Place *Handle : Known->Exits[0].S.Joined)
      if (const Place *Mine = Subst.place(Handle))
        joinThread(S.S, Mine);
  }
}

/// A variable or field that outlives the function, alone as the condition.
static bool isStoredFlag(const Expr *Condition, const Evaluator &Eval) {
  const Expr *E = Condition->IgnoreParenImpCasts();
  if (const auto *Op = dyn_cast<BinaryOperator>(E))
    if (Op->isComparisonOp() || Op->getOpcode() == BO_And)
      E = Op->getLHS()->IgnoreParenImpCasts();
  if (isa<MemberExpr>(E))
    return true;
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  // A local flag was set where the thread was started; when its value is not
  // known here, paths were merged.
  return Var && (Var->hasGlobalStorage() || Eval.ChangedLocals.contains(Var));
}

void Transfer::skipBranch(const Expr *Condition,
                          llvm::ArrayRef<const Event *> Body, State &S) {
  bool Asks = isStoredFlag(Condition, Eval);
  if (const auto *Call = dyn_cast<CallExpr>(Condition->IgnoreParenImpCasts())) {
    CallShape Shape = Eval.shapeOf(Call);
    Asks |= Shape.Row && Shape.Row->What == Op::Joinable;
    // `if (optional_thread)`, `if (thread_pointer)`
    Asks |= isa_and_nonnull<CXXConversionDecl>(Shape.Callee);
  }
  if (!Asks)
    return;
  for (const Event *E : Body) {
    if (E->K != Event::Call)
      continue;
    CallShape Call = Eval.shapeOf(E->E);
    if (Call.Row && Call.Row->What == Op::Join)
      joinHandles(Call, S, S);
  }
}

void Transfer::enterStatic(const VarDecl *Var, bool First, State &S) {
  const Place *Guard = D.Places.part(D.Places.variable(Var), Place::Once);
  S.S.Held.remove(Guard);
  HeldLock Held{Guard};
  Held.Shared = !First;
  S.S.Held.add(Held);
}

void Transfer::enterFunction(State &S) { addCapabilities(S, true); }
void Transfer::leaveFunction(State &S) { addCapabilities(S, false); }

} // namespace heddle
