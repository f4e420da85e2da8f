//===- Access.cpp - reads, writes and what variables hold -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An access is recorded when its place can be shared: a global, or something
// reached from a parameter, `this` or a capture, which a caller may turn out
// to have shared. A constructor's and destructor's own object is not shared
// yet, or no more (assumption A5).
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Transfer.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace heddle {

/// Never changes after its initialisation.
static bool isImmutable(const Place *P) {
  if (P->kind() == Place::Global) {
    QualType Type = P->var()->getType().getNonReferenceType();
    while (const auto *Array = dyn_cast<ArrayType>(Type.getTypePtr()))
      Type = Array->getElementType();
    return Type.isConstQualified() || P->var()->isConstexpr();
  }
  if (const FieldDecl *Field = P->field()) {
    if (Field->getType().isConstQualified())
      return true;
    return !Field->isMutable() && isImmutable(P->base());
  }
  return P->kind() == Place::Index && isImmutable(P->base());
}

bool Transfer::isShareable(const Place *P, const Expr *E) const {
  switch (P->root()->kind()) {
  case Place::Global:
    break;
  case Place::Param:
  case Place::Capture:
    if (!P->hasDeref())
      return false;
    break;
  case Place::This:
    if (!P->hasDeref() &&
        isa_and_nonnull<CXXConstructorDecl, CXXDestructorDecl>(F))
      return false;
    break;
  default:
    return false;
  }
  if (P->kind() == Place::Part || isImmutable(P))
    return false;
  if (!E)
    return true;
  TypeKind Kind = Table.kindOf(E->getType());
  return Kind != TypeKind::Lock && Kind != TypeKind::RecursiveLock &&
         Kind != TypeKind::Handover && Kind != TypeKind::Synchronised;
}

void Transfer::touch(const Place *P, bool Write, bool Atomic,
                     const Value *Stored, const Expr *E, SourceLocation Loc,
                     State &S) {
  if (!Sink || !P || !isShareable(P, E))
    return;
  Effect New = effect(Write ? Effect::Write : Effect::Read, P, Loc, S);
  New.Atomic = Atomic;
  New.E = E;
  New.V = Stored;
  record(New);
}

void Transfer::access(const Expr *LValue, bool Write, const Expr *Init,
                      SourceLocation Loc, State &S) {
  if (!Sink)
    return;
  bool Atomic = LValue->getType()->isAtomicType();
  const Value *Stored = nullptr;
  if (Init && Init->getType()->isScalarType())
    Stored = Eval.value(Init, S.Env);
  if (Stored && Stored->kind() < Value::Load && !Stored->isConst())
    Stored = nullptr;
  for (const Place *Target : D.Places.derefAll(Eval.address(LValue, S.Env)))
    touch(Target, Write, Atomic, Stored, LValue, Loc, S);
}

/// After a change of P, what P led to is another object.
void Transfer::forget(const Place *Changed, State &S) {
  for (HeldLock &Held : S.S.Held)
    for (const Place *Step = Held.Lock; Step; Step = Step->base()) {
      bool Through = Step->kind() == Place::Deref && Step->base() == Changed;
      bool Indexed = Step->kind() == Place::Index && Step->index() &&
                     Step->index()->kind() == Value::Load &&
                     Step->index()->place() == Changed;
      Held.Maybe |= Through || Indexed;
    }
}

static const Place *rebase(const Place *P, const Place *From, const Place *To,
                           PlaceFactory &Places);

/// A fresh object becomes what a global pointer leads to: from now on every
/// way to it is a way to shared memory.
void Transfer::publish(const Place *Object, const Place *Holder, State &S) {
  const Place *Shared = D.Places.deref(D.Places.load(Holder));
  if (!Shared)
    return;
  Environment Old = S.Env;
  for (const auto &[Id, V] : Old) {
    const Place *P = D.Places.byId(Id);
    if (V && V->kind() == Value::Address)
      if (const Place *Now = rebase(V->place(), Object, Shared, D.Places))
        S.Env = D.Environments.add(S.Env, Id, D.Places.address(Now));
    if (rebase(P, Object, Shared, D.Places))
      S.Env = D.Environments.remove(S.Env, Id);
  }
  S.Env = D.Environments.remove(S.Env, Holder->id());
  for (ThreadList *List : {&S.S.Running, &S.S.Started})
    for (RunningThread &T : *List)
      if (T.Handle)
        if (const Place *Now = rebase(T.Handle, Object, Shared, D.Places))
          T.Handle = Now;
}

static bool isOwnVariable(const Place *P) {
  Place::Kind Root = P->root()->kind();
  if (P->hasDeref())
    return false;
  return Root == Place::Local || Root == Place::Param || Root == Place::Temp ||
         Root == Place::Result || Root == Place::Alloc;
}

void Transfer::store(const Place *P, const Value *V, State &S, bool Pointer) {
  forget(P, S);
  if (!isOwnVariable(P))
    detach(S.Env, P, D);
  if (V && P->root()->kind() == Place::Global && V->kind() == Value::Address &&
      V->place()->root()->kind() == Place::Alloc)
    return publish(V->place(), P, S);
  // Another thread may change a shared integer at any time.
  if (V && !isOwnVariable(P) && V->kind() < Value::Load)
    V = nullptr;
  if (const Place *Fact = D.Places.part(P, Place::Fact))
    S.Env = D.Environments.remove(S.Env, Fact->id());
  if (V || Pointer || isOwnVariable(P) || S.Env.contains(P->id()))
    S.Env = D.Environments.add(S.Env, P->id(), V);
}

void Transfer::onStore(const Event &E, State &S) {
  access(E.E, true, E.Init, E.Loc, S);
  const Value *Target = Eval.address(E.E, S.Env);
  auto Places = D.Places.derefAll(Target);
  const Value *V = nullptr;
  if (!E.E->getType()->isRecordType())
    V = Eval.callable(E.Init, S.Env);
  for (const Place *Changed : Places)
    store(Changed, Places.size() == 1 ? V : nullptr, S,
          E.E->getType()->isPointerType());
  if (Places.size() == 1 && isForkResult(E.Init, V, S))
    S.Env = D.Environments.add(S.Env, Places.front()->id(), V);
}

/// Arrays longer than this are not followed element by element.
static constexpr unsigned MaxInitialisers = 16;

/// Pointers and constants that a braced list puts into a local object.
void Transfer::initialiseList(const Place *P, const InitListExpr *List,
                              State &S) {
  if (!P || List->getNumInits() > MaxInitialisers)
    return;
  const RecordDecl *Record = List->getType()->getAsRecordDecl();
  llvm::SmallVector<const Place *, 8> Parts;
  bool Container = Table.kindOf(List->getType()) == TypeKind::Container;
  if (Container && List->getNumInits() == 1)
    if (const auto *Inner = dyn_cast<InitListExpr>(List->getInit(0)))
      return initialiseList(D.Places.deref(D.Places.load(P)), Inner, S);
  if (Record)
    for (const FieldDecl *Field : Record->fields())
      Parts.push_back(D.Places.field(P, Field));
  else
    for (unsigned I = 0; I < List->getNumInits(); ++I)
      Parts.push_back(D.Places.index(P, D.Places.constant(I)));
  for (unsigned I = 0; I < List->getNumInits() && I < Parts.size(); ++I) {
    if (const auto *Inner = dyn_cast<InitListExpr>(List->getInit(I)))
      initialiseList(Parts[I], Inner, S);
    else
      moveObject(D.Places.temp(makerOf(List->getInit(I))), Parts[I], S);
    if (const Value *V = Eval.callable(List->getInit(I), S.Env))
      if (Parts[I])
        S.Env = D.Environments.add(S.Env, Parts[I]->id(), V);
  }
}

void Transfer::onDeclare(const Event &E, State &S) {
  const VarDecl *Var = E.Var;
  if (Var->isStaticLocal()) {
    const Place *Guard = D.Places.part(D.Places.variable(Var), Place::Once);
    if (HeldLock *Held = S.S.Held.find(Guard))
      Held->Shared = true;
    return;
  }
  if (!Var->hasLocalStorage())
    return;
  const Place *P = Eval.variable(Var);
  if (!E.Init) {
    if (!Var->getType()->isRecordType() && !Var->getType()->isArrayType())
      store(P, nullptr, S);
    return;
  }
  if (Var->getType()->isReferenceType())
    return store(P, Eval.address(E.Init, S.Env), S);
  if (const auto *List = dyn_cast<InitListExpr>(E.Init->IgnoreParenCasts()))
    if (Var->getType()->isArrayType() || Var->getType()->isRecordType())
      return initialiseList(P, List, S);
  if (Var->getType()->isArrayType())
    return;
  store(P, Eval.callable(E.Init, S.Env), S);
}

void Transfer::onAtomic(const Expr *E, SourceLocation Loc, State &S) {
  auto Atomic = atomicOperation(E, Eval, S.Env);
  if (!Atomic)
    return;
  bool Write =
      Atomic->K != AtomicOperation::Load && Atomic->K != AtomicOperation::Wait;
  if (Atomic->K == AtomicOperation::Wait)
    if (const Place *Object = D.Places.deref(Atomic->Object))
      S.S.Awaited.insert(Object);
  for (const Place *Object : D.Places.derefAll(Atomic->Object)) {
    touch(Object, Write, true, nullptr, nullptr, Loc, S);
    if (!Write)
      continue;
    bool Frees = !Atomic->Stored || !(Atomic->Stored->isConst() &&
                                      Atomic->Stored->constant() != 0);
    if (Atomic->Releases)
      signal(Object, S);
    bool Clears = Atomic->K == AtomicOperation::Store && Frees;
    if (Clears && !S.S.Held.release(Object))
      S.S.Dropped.insert(Object);
  }
}

/// Members of container-like classes that only look ([container.requirements.
/// dataraces]); with a row of their own they are Element or Pointee.
static bool onlyLooks(const CallShape &Call, TypeKind Kind) {
  const auto *Method = dyn_cast<CXXMethodDecl>(Call.Callee);
  if (!Method || Method->isConst())
    return true;
  if (!Call.Row)
    return false;
  bool Subscript = Method->getOverloadedOperator() == OO_Subscript;
  if (Kind == TypeKind::GrowingMap && Subscript)
    return false;
  return Call.Row->What == Op::Element || Call.Row->What == Op::Pointee ||
         Call.Row->What == Op::PointerTo || Call.Row->What == Op::Invoke;
}

/// A call of a library class's method reads or changes the object.
void Transfer::onObjectCall(const CallShape &Call, const Expr *E, State &S) {
  if (!Sink || !Call.Object || !Call.Callee)
    return;
  const SourceManager &SM = Call.Callee->getASTContext().getSourceManager();
  if (!SM.isInSystemHeader(Call.Callee->getLocation()))
    return;
  QualType Type = Call.Object->IgnoreParenImpCasts()->getType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  TypeKind Kind = Table.kindOf(Type);
  bool Plain = Kind == TypeKind::Plain || Kind == TypeKind::Container ||
               Kind == TypeKind::GrowingMap || Kind == TypeKind::Callable ||
               Kind == TypeKind::SmartPointer;
  if (!Plain)
    return;
  bool Write = !onlyLooks(Call, Kind);
  for (const Place *Object : D.Places.derefAll(Eval.objectAddress(Call, S.Env)))
    touch(Object, Write, false, nullptr, Call.Object->IgnoreParenImpCasts(),
          E->getExprLoc(), S);
}

void Transfer::touchPointees(const CallShape &Call, uint16_t Mask, bool Write,
                             State &S) {
  for (unsigned I = 0; I < Call.Args.size() && I < 16; ++I) {
    if (!(Mask >> I & 1))
      continue;
    const Expr *Arg = Call.Args[I];
    const Value *Pointer = Arg->getType()->isPointerType()
                               ? Eval.value(Arg, S.Env)
                               : Eval.address(Arg, S.Env);
    for (const Place *Target : D.Places.derefAll(Pointer)) {
      // A pointer to the first element stands for the whole array.
      if (Target->kind() == Place::Index)
        Target = Target->base();
      touch(Target, Write, false, nullptr, nullptr, Arg->getExprLoc(), S);
    }
  }
}

static const Place *rebase(const Place *P, const Place *From, const Place *To,
                           PlaceFactory &Places) {
  if (P == From)
    return To;
  if (!P || P->isRoot())
    return nullptr;
  const Place *Base = rebase(P->base(), From, To, Places);
  if (!Base)
    return nullptr;
  switch (P->kind()) {
  case Place::Field:
    return Places.field(Base, P->field());
  case Place::Index:
    return Places.index(Base, P->index());
  case Place::Part:
    return Places.part(Base, P->number());
  default:
    return nullptr;
  }
}

/// What is known of From is known of To from now on: a move or a copy.
void Transfer::moveObject(const Place *From, const Place *To, State &S) {
  if (!From || !To || From == To)
    return;
  Environment Old = S.Env;
  for (const auto &[Id, V] : Old)
    if (const Place *Moved = rebase(D.Places.byId(Id), From, To, D.Places))
      S.Env = D.Environments.add(S.Env, Moved->id(), V);
  for (ThreadList *List : {&S.S.Running, &S.S.Started})
    for (RunningThread &T : *List)
      if (T.Handle)
        if (const Place *Moved = rebase(T.Handle, From, To, D.Places)) {
          T.Handle = Moved;
          S.S.Joined.erase(Moved);
        }
  const Place *Owns = D.Places.part(From, Place::Owns);
  if (Owns && S.Env.contains(Owns->id()))
    S.Env = D.Environments.add(S.Env, Owns->id(), D.Places.constant(0));
}

/// Like a move, but what From owned is forgotten, not given back.
void Transfer::exchange(const Place *From, const Place *To, State &S) {
  const Place *Owns = D.Places.part(From, Place::Owns);
  const Value *const *Owned = S.Env.lookup(Owns->id());
  const Value *Kept = Owned ? *Owned : nullptr;
  moveObject(From, To, S);
  if (Owned)
    S.Env =
        D.Environments.add(S.Env, D.Places.part(To, Place::Owns)->id(), Kept);
}

const Place *Transfer::elementOf(const Place *Container, QualType Type) {
  const RecordDecl *Record = Type->getAsRecordDecl();
  bool One = Record && Record->getName() == "optional";
  return D.Places.element(Container, One ? D.Places.counted() : nullptr);
}

/// What was read of shared variables may have changed meanwhile.
void Transfer::dropSharedFacts(State &S) {
  Environment Old = S.Env;
  for (const auto &[Id, V] : Old) {
    const Place *P = D.Places.byId(Id);
    bool Fact = P->kind() == Place::Part && P->number() == Place::Fact;
    bool Shared = !isOwnVariable(P) && (P->kind() != Place::Part || Fact) &&
                  (P->root()->kind() == Place::Global || P->hasDeref() ||
                   P->root()->kind() == Place::This);
    if (Shared && V && V->kind() < Value::Load)
      S.Env = D.Environments.remove(S.Env, Id);
  }
}

} // namespace heddle
