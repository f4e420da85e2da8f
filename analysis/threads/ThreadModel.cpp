//===- ThreadModel.cpp - thread roots and their order ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The main thread's effects are main's summary. Each start of a thread in
// them makes a child whose effects are its entry's summary with the start's
// arguments substituted; and so on. Without a main, each function that can be
// called from outside is a root of its own.
//
//===----------------------------------------------------------------------===//

#include "analysis/threads/ThreadModel.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace heddle {

/// Threads that start threads that start threads: how far is followed.
static constexpr unsigned MaxThreadDepth = 5;
static constexpr size_t MaxThreads = 200;

ThreadModel::ThreadModel(Engine &E) : E(E) {
  addRoots();
  addInitialisers();
  for (Thread &Root : Threads)
    expandInvokes(Root);
  for (size_t I = 0; I < Threads.size() && Threads.size() < MaxThreads; ++I)
    addChildren(Threads[I]);
  resolvePointers();
}

Thread &ThreadModel::addRoot(Thread::Kind K, const FunctionDecl *F) {
  Threads.emplace_back();
  Thread &Root = Threads.back();
  Root.K = K;
  Root.Entry = F;
  Root.Many = K == Thread::Caller;
  if (const Summary *S = E.summaryOf(F)) {
    Root.Effects = S->Effects;
    for (const ExitState &Exit : S->Exits)
      Root.Outliving.append(Exit.S.Running.begin(), Exit.S.Running.end());
  }
  noteFunctions(Root);
  return Root;
}

/// Somebody outside may call the function: it is exported, or its address
/// is given away, or nobody here calls it.
static bool isCalledFromOutside(const FunctionDecl *F, const CallGraph &Graph) {
  if (isa<CXXDestructorDecl>(F) || F->isImplicit())
    return false;
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  if (Method && Method->getParent()->isLambda())
    return false;
  if (Method && (Method->getAccess() == AS_private))
    return false;
  if (F->isExternallyVisible())
    return true;
  return !Graph.isCalled(F);
}

void ThreadModel::addRoots() {
  for (const auto &[F, Node] : E.Graph.nodes())
    if (Node.F->isMain()) {
      HasMain = true;
      addRoot(Thread::Main, Node.F);
    }
  if (HasMain)
    return;
  for (const auto &[F, Node] : E.Graph.nodes())
    if (E.summaryOf(F) && isCalledFromOutside(Node.F, E.Graph))
      addRoot(Thread::Caller, Node.F);
}

/// The initialiser may call something: it is not just there from the
/// beginning.
bool ThreadModel::runsCode(const VarDecl *Var) const {
  if (!E.Context.getLangOpts().CPlusPlus ||
      E.Context.getSourceManager().isInSystemHeader(Var->getLocation()))
    return false;
  const CXXRecordDecl *Record = Var->getType()->getAsCXXRecordDecl();
  if (Record && !Record->hasTrivialDefaultConstructor())
    return true;
  return !Var->getInit()->isConstantInitializer(
      E.Context, Var->getType()->isReferenceType());
}

/// Static initialisers, and a thread of their own if they start threads.
void ThreadModel::addInitialisers() {
  for (const VarDecl *Var : E.Graph.globals()) {
    if (!runsCode(Var))
      continue;
    std::unique_ptr<EventGraph> Events = buildEvents(Var);
    if (!Events)
      continue;
    Summary One = Dataflow(E.D, E.Table, E, E.Pool, nullptr, *Events).run();
    for (const ExitState &Exit : One.Exits)
      for (const auto &[P, V] : Exit.Stores)
        if (V && V->kind() == Value::Address)
          InitialPointers.push_back({P, V});
    if (!One.Effects.empty())
      Initialisers.push_back({Var, nullptr, std::move(One)});
  }
  for (const auto &[F, Node] : E.Graph.nodes())
    if (Node.F->hasAttr<ConstructorAttr>())
      if (const Summary *S = E.summaryOf(F))
        Initialisers.push_back({nullptr, Node.F, *S});
  std::vector<Effect> All;
  for (const Initialiser &One : Initialisers)
    llvm::append_range(All, One.Does.Effects);
  bool Starts =
      llvm::any_of(All, [](const Effect &E) { return E.K == Effect::Spawn; });
  if (!Starts)
    return;
  Thread &Root = addRoot(Thread::Before, nullptr);
  Root.Effects = std::move(All);
}

static bool contains(const ThreadList &List, const SpawnSite *Site) {
  return llvm::any_of(List,
                      [&](const RunningThread &T) { return T.Thread == Site; });
}

/// The same start is reached again while its thread may be running.
static bool startsAgain(const Thread &Parent, const Effect &Spawn) {
  return llvm::any_of(Parent.Effects, [&](const Effect &Again) {
    return Again.K == Effect::Spawn && Again.Thread == Spawn.Thread &&
           Again.Loc == Spawn.Loc && contains(Again.At->Running, Again.Thread);
  });
}

void ThreadModel::addChildren(Thread &Parent) {
  if (Parent.Depth >= MaxThreadDepth)
    return;
  for (size_t I = 0; I < Parent.Effects.size(); ++I) {
    const Effect Spawn = Parent.Effects[I];
    bool Handles = Spawn.K == Effect::Process && Spawn.What == Op::Handle &&
                   Parent.K != Thread::Handler &&
                   Handled.insert({Spawn.V, Spawn.Args.front()}).second;
    if ((Spawn.K != Effect::Spawn && !Handles) || !Spawn.V)
      continue;
    // The first round of a loop is one of its rounds.
    if (!Handles && !contains(Spawn.At->Running, Spawn.Thread) &&
        startsAgain(Parent, Spawn))
      continue;
    if (Spawn.V->kind() == Value::OneOf)
      for (const Value *Part : Spawn.V->parts())
        addChild(Parent, Spawn, Part);
    else
      addChild(Parent, Spawn, Spawn.V);
  }
}

/// What differs from thread to thread when the same start makes many.
static const Value *perThread(const Value *V, PlaceFactory &Places) {
  if (!V)
    return nullptr;
  if (V->kind() == Value::Counted || V->kind() == Value::Below)
    return Places.perThread();
  const Place *P = V->kind() == Value::Address ? V->place() : nullptr;
  if (P && P->kind() == Place::Index && P->index() &&
      (P->index()->kind() == Value::Counted ||
       P->index()->kind() == Value::Below))
    return Places.address(Places.index(P->base(), Places.perThread()));
  return V;
}

/// A thread object is often made as a temporary and then moved: the handle
/// is where it came to lie.
const Place *ThreadModel::handleOf(const Thread &Parent,
                                   const Effect &Spawn) const {
  for (const RunningThread &T : Parent.Outliving)
    if (T.Thread == Spawn.Thread)
      return T.Handle;
  for (const Effect &Later : Parent.Effects)
    for (const RunningThread &T : Later.At->Running)
      if (T.Thread == Spawn.Thread && T.Handle && T.Handle != Spawn.P &&
          T.Handle->kind() != Place::Temp)
        return T.Handle;
  return Spawn.P;
}

void ThreadModel::addChild(Thread &Parent, const Effect &Spawn,
                           const Value *Entry) {
  if (Entry && Entry->kind() == Value::Load) {
    const Place *Holder = Entry->place();
    const ValueDecl *Decl = Holder->field();
    if (!Decl && Holder->root()->kind() == Place::Global)
      Decl = Holder->root()->var();
    if (Decl)
      for (const FunctionDecl *F : E.functionsIn(Decl))
        addChild(Parent, Spawn, E.D.Places.function(F));
    return;
  }
  if (!Entry || !Entry->function())
    return;
  const auto *Method = dyn_cast<CXXMethodDecl>(Entry->function());
  if (Method && Method->isVirtual() && Entry->kind() == Value::Function &&
      !E.summaryOf(Method))
    for (const FunctionDecl *Override : E.overriders(Method))
      addChild(Parent, Spawn, E.D.Places.function(Override));
  bool Many = Parent.Many && Parent.K != Thread::Caller;
  if (contains(Spawn.At->Running, Spawn.Thread))
    Many = true;
  Threads.emplace_back();
  Thread &Child = Threads.back();
  Child.K = Spawn.K == Effect::Process ? Thread::Handler : Thread::Spawned;
  Child.Parent = &Parent;
  Child.Entry = Entry->function()->getDefinition();
  Child.Site = Spawn.Thread;
  Child.Handle = handleOf(Parent, Spawn);
  Child.Started = Spawn.Loc;
  Child.StartedIn = Spawn.In;
  Child.Many = Many;
  Child.Depth = Parent.Depth + 1;
  Child.AtStart.push_back(Spawn.At);
  instantiate(Child, Spawn, Entry, Many);
}

bool ThreadModel::bind(CallFrame &Frame, const Value *Callable,
                       llvm::ArrayRef<const Value *> Args, bool Many) {
  if (!Callable || !Callable->function())
    return false;
  Frame.Callee = Callable->function();
  llvm::SmallVector<const Value *, 4> All;
  if (Callable->kind() == Value::Bound) {
    llvm::SmallVector<const Value *, 4> Parts;
    for (const Value *Part : Callable->parts())
      Parts.push_back(Many ? perThread(Part, E.D.Places) : Part);
    Frame.This = Parts.empty() ? nullptr : Parts.front();
    Frame.Lambda = Callable->lambda();
    if (Frame.Lambda)
      Frame.Captures = E.Pool.list(Parts);
    else
      All.append(Parts.begin() + !Parts.empty(), Parts.end());
  }
  for (const Value *Arg : Args)
    All.push_back(Many ? perThread(Arg, E.D.Places) : Arg);
  const auto *Method = dyn_cast<CXXMethodDecl>(Frame.Callee);
  bool NeedsObject = Method && !Method->isStatic() && !Frame.Lambda;
  if (NeedsObject && Callable->kind() == Value::Function) {
    Frame.This = All.empty() ? nullptr : All.front();
    All.erase(All.begin(), All.begin() + !All.empty());
  }
  Frame.Args.assign(All.begin(), All.end());
  for (const Value *Arg : All)
    Frame.Objects.push_back(E.D.Places.deref(Arg));
  return true;
}

/// A lock that is a local variable of the thread's own functions is another
/// lock in each thread: it guards nothing.
const Situation *ThreadModel::withoutOwnLocks(const Situation &Theirs,
                                              const Situation &Mine) {
  Situation Rest = Mine;
  for (const HeldLock &L : Theirs.Held)
    if (L.Lock->root()->kind() == Place::Local && !L.Lock->hasDeref())
      Rest.Held.remove(L.Lock);
  return E.Pool.situation(Rest);
}

void ThreadModel::instantiate(Thread &Child, const Effect &Spawn,
                              const Value *Entry, bool Many) {
  const Summary *S = E.summaryOf(Entry->function());
  CallFrame Frame;
  if (!S || !bind(Frame, Entry, Spawn.Args, Many))
    return;
  State Start(E.D.Environments.getEmptyMap());
  for (const auto &[P, V] : Spawn.Fields)
    Start.Env = E.D.Environments.add(Start.Env, P->id(),
                                     Many ? perThread(V, E.D.Places) : V);
  Evaluator Eval(E.D, E.Table, nullptr);
  Substitution Subst(Eval, E.Pool, Frame, Start);
  for (const Effect &Theirs : S->Effects)
    if (std::optional<Effect> Mine = Subst.effect(Theirs)) {
      Mine->Stack = Theirs.Stack; // a thread's stack begins at its entry
      Mine->At = withoutOwnLocks(*Theirs.At, *Mine->At);
      Child.Effects.push_back(*Mine);
    }
  for (const ExitState &Exit : S->Exits)
    for (const RunningThread &T : Exit.S.Running)
      Child.Outliving.push_back(
          {E.Pool.spawn(Frame.Site, T.Thread), Subst.place(T.Handle), T.Many});
  noteFunctions(Child);
  expandInvokes(Child);
}

//===----------------------------------------------------------------------===//
// Calls that only the whole thread resolves
//===----------------------------------------------------------------------===//

/// Which element of a table of functions is called is not followed.
static const Place *holderOf(const Place *P) {
  return P->kind() == Place::Index ? P->base() : P;
}

void ThreadModel::noteFunctions(const Thread &T) {
  for (const Effect &Store : T.Effects)
    if (Store.K == Effect::Write && Store.V && Store.V->function()) {
      auto &Known = StoredFunctions[holderOf(Store.P)];
      if (!llvm::is_contained(Known, Store.V))
        Known.push_back(Store.V);
    }
}

/// Callbacks kept in globals and objects: the effects of whatever was stored
/// there happen where it is called.
void ThreadModel::expandInvokes(Thread &T) {
  Evaluator Eval(E.D, E.Table, nullptr);
  for (size_t I = 0; I < T.Effects.size(); ++I) {
    const Effect Call = T.Effects[I];
    if (Call.K != Effect::Invoke || !Call.V)
      continue;
    llvm::SmallVector<const Value *, 2> Targets;
    if (Call.V->function())
      Targets.push_back(Call.V);
    else if (Call.V->kind() == Value::Load)
      Targets = StoredFunctions.lookup(holderOf(Call.V->place()));
    for (const Value *Target : Targets) {
      CallFrame Frame;
      Frame.Site = Call.E;
      Frame.Loc = Call.Loc;
      State At(E.D.Environments.getEmptyMap());
      At.S = *Call.At;
      const Summary *S = E.summaryOf(Target->function());
      if (!S || !bind(Frame, Target, Call.Args, false) ||
          T.Effects.size() > EffectList::MaxEffects)
        continue;
      Substitution Subst(Eval, E.Pool, Frame, At);
      for (const Effect &Theirs : S->Effects)
        if (std::optional<Effect> Mine = Subst.effect(Theirs))
          if (Mine->K != Effect::Invoke)
            T.Effects.push_back(*Mine);
    }
  }
}

//===----------------------------------------------------------------------===//
// Pointers that are set once
//===----------------------------------------------------------------------===//

void ThreadModel::resolvePointers() {
  llvm::DenseSet<const Place *> Several;
  auto Note = [&](const Place *Holder, const Value *V) {
    if (!V || V->isConst(0))
      return;
    const Place *Target = V->kind() == Value::Address ? V->place() : nullptr;
    auto [It, New] = Targets.try_emplace(Holder, Target);
    if ((!New && It->second != Target) || !Target ||
        Target->root()->kind() != Place::Global)
      Several.insert(Holder);
  };
  Environment Empty = E.D.Environments.getEmptyMap();
  Evaluator Eval(E.D, E.Table, nullptr);
  for (const VarDecl *Var : E.Graph.globals())
    if (Var->getType()->isPointerType())
      Note(E.D.Places.variable(Var), Eval.value(Var->getInit(), Empty));
  for (const auto &[P, V] : InitialPointers)
    if (P->root()->kind() == Place::Global)
      Note(P, V);
  for (const Thread &T : Threads)
    for (const Effect &Store : T.Effects)
      if (Store.K == Effect::Write && Store.P->root()->kind() == Place::Global)
        if (Store.E && Store.E->getType()->isPointerType())
          Note(Store.P, Store.V ? Store.V : E.D.Places.nonZero());
  for (const Place *Holder : Several)
    Targets.erase(Holder);
}

const Place *ThreadModel::resolved(const Place *P) const {
  if (!P || !P->hasDeref())
    return P;
  auto [It, New] = Resolved.try_emplace(P, P);
  if (!New)
    return It->second;
  PlaceFactory &Places = E.D.Places;
  const Place *Base = resolved(P->base());
  const Place *Result = P;
  switch (P->kind()) {
  case Place::Deref: {
    auto Target = Targets.find(Base);
    Result = Target != Targets.end() ? resolved(Target->second)
                                     : Places.deref(Places.load(Base));
    break;
  }
  case Place::Field:
    Result = Places.field(Base, P->field());
    break;
  case Place::Index:
    // p[i] through a pointer to the first element is a[i].
    if (Base->kind() == Place::Index && P->base()->kind() == Place::Deref)
      Result = Places.index(Base->base(), P->index());
    else
      Result = Places.index(Base, P->index());
    break;
  case Place::Part:
    Result = Places.part(Base, P->number());
    break;
  default:
    break;
  }
  return Resolved[P] = Result ? Result : P;
}

} // namespace heddle
