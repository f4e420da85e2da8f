//===- Calls.cpp - calls, constructions and destructions ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call is, in this order: a primitive with a row; a function with a
// summary, which is composed; a choice among virtual overriders or stored
// function pointers; a library class's method; or unknown, which touches
// nothing it was not given (assumption A1).
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Transfer.h"

using namespace clang;

namespace heddle {

/// Callables that call callables: how deep resolution goes.
static constexpr unsigned MaxNestedCalls = 6;

const Place *Transfer::targetOf(const Event &E) {
  switch (E.Target) {
  case Event::Variable:
    return Eval.variable(E.Var);
  case Event::Member:
    return D.Places.field(D.Places.thisObject(), E.Field);
  case Event::Self:
    return D.Places.thisObject();
  case Event::New:
    return D.Places.alloc(E.Init);
  case Event::Returned:
    return D.Places.result();
  case Event::Temporary:
    return D.Places.temp(E.E);
  }
  return nullptr;
}

CallFrame Transfer::frameOf(const CallShape &Call, const Expr *E,
                            const State &S) {
  CallFrame Frame;
  Frame.Callee = Call.Callee;
  Frame.Site = E;
  Frame.Loc = E->getExprLoc();
  Frame.This = Eval.objectAddress(Call, S.Env);
  for (unsigned I = 0; I < Call.Args.size(); ++I) {
    const Expr *Arg = Call.Args[I];
    bool Ref = Call.Callee && I < Call.Callee->getNumParams() &&
               Call.Callee->getParamDecl(I)->getType()->isReferenceType();
    Frame.Args.push_back(Ref ? Eval.address(Arg, S.Env)
                             : Eval.callable(Arg, S.Env));
    Frame.Objects.push_back(Arg->getType()->isRecordType()
                                ? D.Places.deref(Eval.address(Arg, S.Env))
                                : nullptr);
  }
  return Frame;
}

bool Transfer::bindCallable(CallFrame &Frame, const Value *Callable,
                            llvm::ArrayRef<const Value *> Args) {
  llvm::SmallVector<const Value *, 4> All;
  if (!Callable)
    return false;
  if (Callable->kind() == Value::Bound) {
    auto Parts = Callable->parts();
    Frame.This = Parts.empty() ? nullptr : Parts.front();
    Frame.Lambda = Callable->lambda();
    if (Frame.Lambda)
      Frame.Captures = Parts;
    else
      All.append(Parts.begin() + !Parts.empty(), Parts.end());
  } else if (Callable->kind() != Value::Function) {
    return false;
  }
  All.append(Args.begin(), Args.end());
  Frame.Callee = Callable->function();
  const auto *Method = dyn_cast<CXXMethodDecl>(Frame.Callee);
  bool NeedsObject = Method && !Method->isStatic() && !Frame.Lambda;
  if (NeedsObject && Callable->kind() == Value::Function) {
    Frame.This = All.empty() ? nullptr : All.front();
    All.erase(All.begin(), All.begin() + !All.empty());
  }
  Frame.Args.assign(All.begin(), All.end());
  Frame.Objects.assign(All.size(), nullptr);
  return true;
}

void Transfer::resolveInvokes(const Effect &E, Substitution &Subst,
                              const State &S, unsigned Depth) {
  std::optional<Effect> Mine = Subst.effect(E);
  if (!Mine || (E.K == Effect::Library && !P.minds(F, Mine->At->Process.Child)))
    return;
  bool Known = Mine->V && (Mine->V->kind() == Value::Function ||
                           Mine->V->kind() == Value::Bound);
  if (E.K != Effect::Invoke || !Known || Depth >= MaxNestedCalls) {
    if (E.K != Effect::Invoke || Mine->V)
      Sink->add(*Mine);
    return;
  }
  CallFrame Frame;
  Frame.Site = E.E;
  Frame.Loc = E.Loc;
  if (!bindCallable(Frame, Mine->V, Mine->Args))
    return;
  const Summary *Callee = P.summaryOf(Frame.Callee);
  if (!Callee)
    return;
  State At = S;
  At.S = *Mine->At;
  Substitution Inner(Eval, Pool, Frame, At);
  for (Effect Deep : Callee->Effects) {
    std::optional<Effect> Composed = Inner.effect(Deep);
    if (!Composed)
      continue;
    // The callback's effect happens below the calls that led to its call.
    Composed->Stack =
        Pool.stack(Mine->Stack->Call, Mine->Stack->Callee, Composed->Stack);
    Sink->add(*Composed);
  }
}

void Transfer::callFunction(CallFrame &Frame, State &S) {
  const Summary *Callee = P.summaryOf(Frame.Callee);
  if (!Callee || ++CallDepth > MaxNestedCalls) {
    CallDepth -= Callee != nullptr;
    return;
  }
  State Caller = S;
  addGiven(Caller.S, Caller.Env);
  Substitution Subst(Eval, Pool, Frame, Caller);
  Subst.setExits(Callee->Exits);
  if (Sink)
    for (const Effect &E : Callee->Effects)
      resolveInvokes(E, Subst, Caller, 0);
  forgetForkResults(*Callee, Subst, S);
  bool First = true;
  State Before = S;
  for (const ExitState &Exit : Callee->Exits) {
    std::optional<State> After = Subst.after(Exit);
    if (!After)
      continue;
    for (const auto &[Param, V] : After->S.Given)
      if (const Place *Fact = D.Places.part(Param, Place::Fact))
        After->Env = D.Environments.add(After->Env, Fact->id(), V);
    After->S.Given.clear();
    if (First)
      S = *After;
    else if (Forks)
      Forks->push_back(*After);
    First = false;
  }
  Unreachable |= First;
  --CallDepth;
}

void Transfer::callTargets(llvm::ArrayRef<const FunctionDecl *> Targets,
                           CallFrame &Frame, State &S) {
  if (Targets.empty() || Targets.size() > Program::MaxTargets)
    return;
  State Before = S;
  bool Reachable = false;
  for (const FunctionDecl *Target : Targets) {
    State Each = Before;
    Frame.Callee = Target;
    Unreachable = false;
    callFunction(Frame, Each);
    if (Unreachable)
      continue;
    if (!Reachable)
      S = Each;
    else if (Forks)
      Forks->push_back(Each);
    Reachable = true;
  }
  Unreachable = !Reachable;
}

void Transfer::callValue(const Value *Callable,
                         llvm::ArrayRef<const Value *> Args, const Expr *E,
                         State &S) {
  if (!Callable)
    return;
  CallFrame Frame;
  Frame.Site = E;
  Frame.Loc = E->getExprLoc();
  if (Callable->kind() == Value::OneOf) {
    for (const Value *Part : Callable->parts())
      if (bindCallable(Frame, Part, Args)) {
        State Each = S;
        callFunction(Frame, Each);
      }
    return;
  }
  if (bindCallable(Frame, Callable, Args))
    return callFunction(Frame, S);
  if (Callable->kind() != Value::Load)
    return;
  const Place *Holder = Callable->place();
  const ValueDecl *Decl = Holder->field();
  if (!Decl && Holder->root()->kind() == Place::Global)
    Decl = Holder->root()->var();
  if (Decl) {
    auto Targets = P.functionsIn(Decl);
    if (!Targets.empty()) {
      Frame.Args.assign(Args.begin(), Args.end());
      Frame.Objects.assign(Args.size(), nullptr);
      return callTargets(Targets, Frame, S);
    }
  }
  if (Sink) {
    Effect New = effect(Effect::Invoke, nullptr, E->getExprLoc(), S);
    New.V = Callable;
    New.Args = Pool.list(Args);
    New.E = E;
    record(New);
  }
}

void Transfer::callMethod(const CXXMethodDecl *Method, const Place *Object,
                          const Stmt *Site, SourceLocation Loc, State &S) {
  CallFrame Frame;
  Frame.Callee = Method;
  Frame.This = D.Places.address(Object);
  Frame.Site = Site;
  Frame.Loc = Loc;
  callFunction(Frame, S);
}

/// Objects whose construction is a primitive. True when nothing is left to do.
bool Transfer::onConstruct(const Event &E, const CallShape &Call, State &S) {
  const auto *Construct = dyn_cast<CXXConstructExpr>(E.E);
  if (!Construct)
    return false;
  const Place *Target = targetOf(E);
  TypeKind Kind = Table.kindOf(Construct->getConstructor()->getParent());
  switch (Kind) {
  case TypeKind::ScopedGuard:
  case TypeKind::MovableGuard:
  case TypeKind::SharedGuard:
    if (Construct->getConstructor()->isCopyOrMoveConstructor())
      moveObject(D.Places.deref(Eval.address(Call.Args[0], S.Env)), Target, S);
    else
      constructGuard(Target, Kind, Call, S);
    return true;
  case TypeKind::Thread:
  case TypeKind::JoiningThread:
  case TypeKind::Task:
    constructThread(Target, Call, E.E, S);
    return true;
  default:
    break;
  }
  onConveyed(E, Call, S);
  return Kind != TypeKind::Plain;
}

/// Copies and moves take along what is known of the object.
void Transfer::onConveyed(const Event &E, const CallShape &Call, State &S) {
  const auto *Construct = cast<CXXConstructExpr>(E.E);
  const Place *Target = targetOf(E);
  if (!Construct->getConstructor()->isCopyOrMoveConstructor() ||
      Call.Args.empty()) {
    const Value *V = Eval.value(E.E, S.Env);
    if (Target && V)
      store(Target, V, S);
    return;
  }
  const Value *Source = Eval.address(Call.Args[0], S.Env);
  for (const Place *From : D.Places.derefAll(Source)) {
    const CXXConstructorDecl *Ctor = Construct->getConstructor();
    bool OwnCode =
        Ctor->isUserProvided() && !Call.Row && P.summaryOf(Ctor) != nullptr;
    if (!OwnCode && From->kind() != Place::Temp)
      touch(From, Ctor->isMoveConstructor() && !Ctor->isTrivial(), false,
            nullptr, Call.Args[0], E.Loc, S);
    moveObject(From, Target, S);
  }
  if (const Value *V = Eval.value(E.E, S.Env))
    if (Target)
      store(Target, V, S);
}

/// Assignment of whole objects by an operator that has no code of its own.
static bool isImplicitAssignment(const CallShape &Call) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call.Callee);
  return Method && !Method->isUserProvided() &&
         (Method->isCopyAssignmentOperator() ||
          Method->isMoveAssignmentOperator());
}

/// Assignment of whole objects. True when nothing is left to do.
bool Transfer::onAssignment(const CallShape &Call, const Expr *E, State &S) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call.Callee);
  if (!Method || Method->getOverloadedOperator() != OO_Equal ||
      Call.Args.size() != 1)
    return false;
  const Expr *Source = Call.Args[0];
  TypeKind Kind = Table.kindOf(Method->getParent());
  const Place *To = D.Places.deref(Eval.objectAddress(Call, S.Env));
  if (To && Kind == TypeKind::Callable) {
    const Value *V = Eval.callable(Source, S.Env);
    touch(To, true, false, V, nullptr, E->getExprLoc(), S);
    store(To, V, S);
    return true;
  }
  if (!Method->isCopyAssignmentOperator() &&
      !Method->isMoveAssignmentOperator())
    return false;
  const Place *From = D.Places.deref(Eval.address(Source, S.Env));
  bool Implicit = isImplicitAssignment(Call);
  if (Implicit) {
    touch(To, true, false, nullptr, Call.Object, E->getExprLoc(), S);
    if (From && From->kind() != Place::Temp)
      touch(From, false, false, nullptr, Source, E->getExprLoc(), S);
  }
  // What the target was before ends here.
  if (To && Kind == TypeKind::JoiningThread)
    joinThread(S.S, To);
  if (To && Kind == TypeKind::MovableGuard)
    destroy(To, Source->getType().getNonReferenceType(), E->getExprLoc(), E, S);
  moveObject(From, To, S);
  return Implicit;
}

void Transfer::onIndirectCall(const CallShape &Call, const Expr *E, State &S) {
  llvm::SmallVector<const Value *, 4> Args;
  for (const Expr *Arg : Call.Args)
    Args.push_back(Eval.callable(Arg, S.Env));
  if (const auto *Indirect = dyn_cast<CallExpr>(E))
    callValue(Eval.value(Indirect->getCallee(), S.Env), Args, E, S);
}

/// A virtual call that is not pinned to a class by a qualified name.
static bool isVirtualCall(const Expr *E, const CXXMethodDecl *Method) {
  const auto *Member = dyn_cast<CXXMemberCallExpr>(E);
  const auto *Name =
      Member ? dyn_cast<MemberExpr>(Member->getCallee()->IgnoreParens())
             : nullptr;
  return Method && Method->isVirtual() && Name && !Name->hasQualifier();
}

void Transfer::onCall(const Event &E, State &S) {
  CallShape Call = Eval.shapeOf(E.E);
  noteLibraryCall(Call, E.E, S);
  noteBlocking(Call, E.E, S);
  HereTarget = targetOf(E);
  ResultUsed = !E.Discarded;
  if (atomicOperation(E.E, Eval, S.Env))
    return onAtomic(E.E, E.Loc, S);
  if (onConstruct(E, Call, S))
    return;
  if (Call.Row)
    return onRow(Call, E.E, S);
  if (onAssignment(Call, E.E, S))
    return;
  if (!Call.Callee)
    return onIndirectCall(Call, E.E, S);
  CallFrame Frame = frameOf(Call, E.E, S);
  Frame.Result = HereTarget;
  if (isa<CXXConstructExpr>(E.E))
    Frame.This = D.Places.address(HereTarget);
  const auto *Method = dyn_cast<CXXMethodDecl>(Call.Callee);
  if (isVirtualCall(E.E, Method) && !P.overriders(Method).empty())
    return callTargets(P.overriders(Method), Frame, S);
  if (Method && Method->getParent()->isLambda()) {
    const Value *Closure = Method->getOverloadedOperator() == OO_Call
                               ? Eval.callable(Call.Object, S.Env)
                               : nullptr;
    return callValue(Closure, Frame.Args, E.E, S);
  }
  if (P.summaryOf(Call.Callee))
    return callFunction(Frame, S);
  onUnknownCallee(Call, E.E, S);
}

/// What a function that shows no body says of itself by its name
/// (assumption A28): 1 it locks, -1 it unlocks, 0 neither.
static int namedLocking(const FunctionDecl *F) {
  if (!F->getIdentifier() || F->hasBody() || F->hasAttrs())
    return 0;
  const SourceManager &SM = F->getASTContext().getSourceManager();
  if (SM.isInSystemHeader(F->getLocation()))
    return 0;
  std::string Name = F->getName().lower();
  llvm::StringRef Lower = Name;
  if (Lower.contains("unlock") || Lower.contains("leave"))
    return -1;
  for (llvm::StringRef Other : {"block", "clock", "init", "destroy", "locked"})
    if (Lower.contains(Other))
      return 0;
  return Lower.contains("lock") || Lower.contains("enter_critical");
}

void Transfer::onUnknownCallee(const CallShape &Call, const Expr *E, State &S) {
  onAttributes(Call, E, S);
  const Place *Unknown = D.Places.temp(nullptr);
  int Locking = namedLocking(Call.Callee);
  if (Locking > 0)
    acquire(Unknown, false, S, /*Record=*/false);
  else if (Locking < 0)
    S.S.Held.release(Unknown);
  noteUnknownCall(Call, E, S);
  onObjectCall(Call, E, S);
}

} // namespace heddle
