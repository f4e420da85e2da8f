//===- Compose.cpp - substituting arguments into a summary ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A callee's path is rewritten from its root outwards: `*p0.m` becomes the
// place that the first argument points to, and its field m. A pointer that
// the path follows on its way is read in the caller's state.
//
//===----------------------------------------------------------------------===//

#include "analysis/summary/Compose.h"

using namespace clang;

namespace heddle {

/// The value that the frame binds to a captured variable.
static const Value *capturedValue(const CallFrame &Frame, const VarDecl *Var) {
  if (!Frame.Lambda)
    return nullptr;
  unsigned Position = 1; // the first part is the captured `this`
  for (const LambdaCapture &Capture : Frame.Lambda->captures()) {
    if (!Capture.capturesVariable())
      continue;
    if (Capture.getCapturedVar() == Var)
      return Position < Frame.Captures.size() ? Frame.Captures[Position]
                                              : nullptr;
    ++Position;
  }
  return nullptr;
}

const Value *Substitution::loadOf(const Place *P) {
  // A reference to a function is the function.
  if (P->kind() == Place::Deref) {
    const Value *Pointer = loadOf(P->base());
    if (Pointer && Pointer->function())
      return Pointer;
  }
  if (P->kind() == Place::Param)
    return P->number() < Frame.Args.size() ? Frame.Args[P->number()] : nullptr;
  if (P->kind() == Place::Capture)
    return capturedValue(Frame, P->var());
  const Place *Mine = place(P);
  return Mine ? Eval.loadFrom(Mine, Caller.Env) : nullptr;
}

const Place *Substitution::computePlace(const Place *P) {
  switch (P->kind()) {
  case Place::Param:
    return P->number() < Frame.Objects.size() ? Frame.Objects[P->number()]
                                              : nullptr;
  case Place::This:
    return D.Places.deref(Frame.This);
  case Place::Capture:
    return nullptr;
  case Place::Result:
    return Frame.Result;
  case Place::Field:
    return D.Places.field(place(P->base()), P->field());
  case Place::Deref:
    return D.Places.deref(loadOf(P->base()));
  case Place::Index:
    return D.Places.index(place(P->base()), value(P->index()));
  case Place::Part:
    return D.Places.part(place(P->base()), P->number());
  default:
    return P;
  }
}

const Place *Substitution::place(const Place *P) {
  if (!P)
    return nullptr;
  auto [It, New] = KnownPlaces.try_emplace(P, nullptr);
  if (!New)
    return It->second;
  const Place *Mine = computePlace(P);
  return KnownPlaces[P] = Mine;
}

const Value *Substitution::value(const Value *V) {
  if (!V)
    return nullptr;
  switch (V->kind()) {
  case Value::Load:
    return loadOf(V->place());
  case Value::Derived: {
    // Computed from one constant: one element, which one is not known.
    const Value *Source = loadOf(V->place());
    return Source && Source->isConst()
               ? D.Places.single()
               : D.Places.computed(Source, D.Places.constant(0));
  }
  case Value::Address:
    return D.Places.address(place(V->place()));
  case Value::Bound: {
    llvm::SmallVector<const Value *, 4> Parts;
    for (const Value *Part : V->parts())
      Parts.push_back(value(Part));
    return D.Places.bound(V->function(), V->lambda(), Parts);
  }
  case Value::OneOf: {
    const Value *All = value(V->parts().front());
    for (const Value *Part : llvm::drop_begin(V->parts()))
      All = D.Places.either(All, value(Part));
    return All;
  }
  default:
    return V;
  }
}

/// A lock that the caller cannot name is still a lock: some unknown one.
const Place *Substitution::lockPlace(const Place *P) {
  if (const Place *Mine = place(P))
    return Mine;
  return D.Places.temp(Frame.Site);
}

static bool overlapsIndexed(const Place *A, const Place *B) {
  bool Indexed = A->kind() == Place::Index || B->kind() == Place::Index ||
                 (A->base() && A->base()->kind() == Place::Index);
  return Indexed && mayOverlap(A, B);
}

static bool isVaryingIndex(const Place *P) {
  for (; P; P = P->base())
    if (P->kind() == Place::Index && !(P->index() && P->index()->isConst()))
      return true;
  return false;
}

/// True when joins of constant elements cover the whole array of handles.
static bool allElementsJoined(const Situation &S, const Place *Handle) {
  const Place *Array = Handle->base();
  if (!Array || !Array->var())
    return false;
  const auto *Type = dyn_cast<ConstantArrayType>(Array->var()->getType());
  if (!Type)
    return false;
  unsigned Joined = 0;
  for (const Place *P : S.Joined)
    Joined += P->kind() == Place::Index && P->base() == Array;
  return Joined >= Type->getZExtSize();
}

/// A handle reached through a pointer can be named in other ways.
static bool mayBeSameHandle(const Place *A, const Place *B) {
  bool Pointers = A->hasDeref() || B->hasDeref();
  return Pointers && A->field() && A->field() == B->field();
}

void joinThread(Situation &S, const Place *Handle) {
  // A join of who knows which thread: of any whose handle is kept in a
  // container, behind a pointer, or is lost (assumption A3).
  auto Elsewhere = [](const RunningThread &T) {
    return !T.Handle || T.Handle->hasDeref() ||
           T.Handle->kind() == Place::Index;
  };
  if (!Handle) {
    llvm::erase_if(S.Running, Elsewhere);
    return;
  }
  S.Joined.insert(Handle);
  bool Found = false;
  llvm::erase_if(S.Running, [&](const RunningThread &T) {
    if (!T.Handle)
      return false;
    bool Exact = T.Handle == Handle;
    Found |= Exact;
    // An object made in a loop stands for one object of each round.
    if (Exact && (!T.Many || Handle->root()->kind() == Place::Alloc))
      return true;
    if (!overlapsIndexed(T.Handle, Handle))
      return false;
    Found = true;
    return isVaryingIndex(Handle) || !T.Many || allElementsJoined(S, Handle);
  });
  if (Found)
    return;
  bool Unknown = Handle->hasDeref() && Handle->root()->kind() == Place::Local;
  llvm::erase_if(S.Running, [&](const RunningThread &T) {
    return !T.Handle || mayBeSameHandle(T.Handle, Handle) ||
           (Unknown && Elsewhere(T));
  });
}

void Substitution::addThreads(ThreadList &Into, const ThreadList &From) {
  for (const RunningThread &T : From) {
    const SpawnSite *Name = Pool.spawn(Frame.Site, T.Thread);
    auto Same = llvm::find_if(
        Into, [&](const RunningThread &Old) { return Old.Thread == Name; });
    if (Same != Into.end()) {
      Same->Many = true;
      continue;
    }
    auto At = llvm::find_if(Into, [&](const RunningThread &Old) {
      return Old.Thread->Id > Name->Id;
    });
    Into.insert(At, {Name, place(T.Handle), T.Many});
  }
}

/// What became of the process in the callee, before its threads are added.
void Substitution::addProcess(Situation &Into, const ProcessState &Callee) {
  ProcessState &Mine = Into.Process;
  if (Callee.Alone) {
    Into.Running.clear();
    Into.Started.clear();
    Mine.Alone = true;
  }
  if (Callee.Replaced) {
    Mine.Child = nullptr;
    Mine.Replaced = true;
  }
  if (Callee.Reaped)
    Mine.reap();
  if (Callee.Mask != SignalMask::AsBefore)
    Mine.Mask = Callee.Mask;
  for (const ForkRecord &R : Callee.Forks)
    Mine.note(Pool.spawn(Frame.Site, R.Fork), R.Roles);
  if (Callee.Child)
    Mine.Child = Pool.spawn(Frame.Site, Callee.Child);
  for (const HandlerRecord &R : Callee.Handlers)
    Mine.setHandler({value(R.Signal), value(R.Handler)});
}

/// Carries over what the callee's path takes its parameters to be. False when
/// the arguments contradict it.
bool Substitution::addGiven(Situation &Into, const Situation &Callee) {
  for (const auto &[Param, Expected] : Callee.Given) {
    if (Param->root()->kind() == Place::Global) {
      if (!llvm::is_contained(Into.Given, std::pair(Param, Expected)))
        Into.Given.push_back({Param, Expected});
      continue;
    }
    const Value *Actual = loadOf(Param);
    if (!Actual)
      continue;
    bool WantsZero = Expected->isConst(0);
    if (Actual->isConst()) {
      bool Fits = Expected->isConst()
                      ? Actual->constant() == Expected->constant()
                      : Actual->constant() != 0;
      if (!Fits)
        return false;
    }
    if (Actual->isNonZero() || Actual->kind() == Value::Address ||
        Actual->kind() == Value::Function) {
      if (WantsZero)
        return false;
    }
    if (Actual->kind() == Value::Load &&
        Actual->place()->kind() == Place::Param)
      Into.Given.push_back({Actual->place(), Expected});
  }
  return true;
}

std::optional<Situation> Substitution::combine(const Situation &Callee) {
  Situation S = Caller.S;
  if (!addGiven(S, Callee))
    return std::nullopt;
  for (const Place *P : Callee.Dropped) {
    const Place *Lock = lockPlace(P);
    if (!S.Held.release(Lock))
      S.Dropped.insert(Lock);
  }
  for (HeldLock L : Callee.Held) {
    const Place *Mine = place(L.Lock);
    L.Lock = Mine ? Mine : lockPlace(L.Lock);
    L.Maybe |= !Mine;
    S.Held.add(L);
  }
  for (const Place *P : Callee.Joined)
    if (const Place *Handle = place(P))
      joinThread(S, Handle);
  addProcess(S, Callee.Process);
  addThreads(S.Running, Callee.Running);
  addThreads(S.Started, Callee.Started);
  for (const Place *P : Callee.Awaited)
    if (const Place *Mine = place(P))
      S.Awaited.insert(Mine);
  for (const Place *P : Callee.Signalled)
    if (const Place *Mine = place(P))
      S.Signalled.insert(Mine);
  S.OnPool |= Callee.OnPool;
  return S;
}

const Situation *Substitution::situation(const Situation *S) {
  auto [It, New] = KnownSituations.try_emplace(S, nullptr);
  if (!New)
    return It->second;
  std::optional<Situation> Mine = combine(*S);
  return KnownSituations[S] = Mine ? Pool.situation(*Mine) : nullptr;
}

std::optional<Effect> Substitution::effect(const Effect &E) {
  Effect Mine = E;
  Mine.P = E.K == Effect::Acquire || E.K == Effect::Relock ? lockPlace(E.P)
                                                           : place(E.P);
  bool NeedsPlace = E.K != Effect::Spawn && E.K != Effect::Invoke &&
                    E.K != Effect::Library && E.K != Effect::Block &&
                    E.K != Effect::Post && E.K != Effect::Suspend &&
                    E.K != Effect::Process && E.K != Effect::Misuse;
  if (NeedsPlace && !Mine.P)
    return std::nullopt;
  Mine.At = situation(E.At);
  if (!Mine.At)
    return std::nullopt;
  Mine.V = value(E.V);
  if (!E.Args.empty()) {
    llvm::SmallVector<const Value *, 4> Args;
    for (const Value *Arg : E.Args)
      Args.push_back(value(Arg));
    Mine.Args = Pool.list(Args);
  }
  if (!E.Fields.empty()) {
    llvm::SmallVector<FieldValue, 4> Fields;
    for (const auto &[P, V] : E.Fields)
      if (const Place *At = place(P))
        Fields.push_back({At, value(V)});
    Mine.Fields = Pool.fields(Fields);
  }
  if (E.Thread)
    Mine.Thread = Pool.spawn(Frame.Site, E.Thread);
  // Whoever calls a function that comes back with the lock takes the lock.
  if (E.K == Effect::Acquire && LocksLeft.contains(E.P) && E.At->Held.empty()) {
    Mine.Loc = Frame.Loc;
    Mine.E = dyn_cast_or_null<Expr>(Frame.Site);
    Mine.In = Eval.function();
    Mine.Stack = nullptr;
    return Mine;
  }
  Mine.Stack = Pool.stack(Frame.Loc, Frame.Callee, E.Stack);
  return Mine;
}

static bool leadsThrough(const Place *P, const Place *Pointer) {
  for (; P; P = P->base())
    if (P->kind() == Place::Deref && P->base() == Pointer)
      return true;
  return false;
}

void detach(Environment &Env, const Place *Pointer, Domain &D) {
  Environment Old = Env;
  for (const auto &[Id, V] : Old) {
    if (!V || (V->kind() != Value::Load && V->kind() != Value::Address))
      continue;
    bool Reads = V->kind() == Value::Load && V->place() == Pointer;
    if (Reads || leadsThrough(V->place(), Pointer))
      Env = D.Environments.add(Env, Id, nullptr);
  }
}

std::optional<State> Substitution::after(const ExitState &Exit) {
  std::optional<Situation> S = combine(Exit.S);
  if (!S)
    return std::nullopt;
  State Next = Caller;
  Next.S = *S;
  // For the caller, a lock that the callee left held was taken by the call.
  for (const HeldLock &Left : Exit.S.Held)
    if (HeldLock *Mine = Next.S.Held.find(place(Left.Lock)))
      Mine->Where = Frame.Loc;
  for (const auto &[P, V] : Exit.Stores)
    if (const Place *Mine = place(P)) {
      if (Mine->root()->kind() == Place::Global)
        detach(Next.Env, Mine, D);
      Next.Env = D.Environments.add(Next.Env, Mine->id(), value(V));
    }
  if (const auto *E = dyn_cast_or_null<Expr>(Frame.Site))
    if (const Value *Result = value(Exit.Result))
      Next.Env = D.Environments.add(Next.Env, D.Places.temp(E)->id(), Result);
  return Next;
}

} // namespace heddle
