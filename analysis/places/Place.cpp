//===- Place.cpp - interning, naming and comparing places -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Interning makes comparison one pointer test. Two normal forms keep equal
// things equal: the address of what a pointer points to is the pointer's own
// value, and what the address of a place points to is that place.
//
//===----------------------------------------------------------------------===//

#include "analysis/places/Place.h"
#include "analysis/LLVMCompat.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"

using namespace clang;

namespace heddle {

/// More alternatives than this make a value unknown.
static constexpr unsigned MaxAlternatives = 4;
/// Longer paths than this are unknown: they come from recursive structures.
static constexpr unsigned MaxSelectors = 12;

const VarDecl *Place::var() const {
  if (K > Capture || K == This)
    return nullptr;
  return static_cast<const VarDecl *>(Entity);
}

const FieldDecl *Place::field() const {
  return K == Field ? static_cast<const FieldDecl *>(Entity) : nullptr;
}

const Stmt *Place::stmt() const {
  return K == Alloc || K == Temp ? static_cast<const Stmt *>(Entity) : nullptr;
}

void Place::profile(llvm::FoldingSetNodeID &ID, Kind K, const Place *Base,
                    const void *Entity, const Value *Idx, unsigned Number) {
  ID.AddInteger(K);
  ID.AddPointer(Base);
  ID.AddPointer(Entity);
  ID.AddPointer(Idx);
  ID.AddInteger(Number);
}

void Value::profile(llvm::FoldingSetNodeID &ID, Kind K, int64_t Int,
                    const Place *P, const FunctionDecl *F,
                    const LambdaExpr *Lambda,
                    llvm::ArrayRef<const Value *> Parts) {
  ID.AddInteger(K);
  ID.AddInteger(Int);
  ID.AddPointer(P);
  ID.AddPointer(F);
  ID.AddPointer(Lambda);
  for (const Value *Part : Parts)
    ID.AddPointer(Part);
}

static unsigned depth(const Place *P) {
  unsigned N = 0;
  for (; P; P = P->base())
    ++N;
  return N;
}

const Place *PlaceFactory::get(Place::Kind K, const Place *Base,
                               const void *Entity, const Value *Idx,
                               unsigned Number) {
  llvm::FoldingSetNodeID ID;
  Place::profile(ID, K, Base, Entity, Idx, Number);
  void *Slot;
  if (const Place *Known = Places.FindNodeOrInsertPos(ID, Slot))
    return Known;
  if (Base && depth(Base) > MaxSelectors)
    return nullptr;
  Place *P = new (Memory.Allocate<Place>()) Place();
  P->K = K;
  P->Base = Base;
  P->Root = Base ? Base->root() : P;
  P->Entity = Entity;
  P->Idx = Idx;
  P->Number = Number;
  P->Id = ById.size();
  ById.push_back(P);
  P->Dereferenced = K == Place::Deref || (Base && Base->hasDeref());
  Places.InsertNode(P, Slot);
  return P;
}

const Value *PlaceFactory::get(Value::Kind K, int64_t Int, const Place *P,
                               const FunctionDecl *F, const LambdaExpr *Lambda,
                               llvm::ArrayRef<const Value *> Parts) {
  llvm::FoldingSetNodeID ID;
  Value::profile(ID, K, Int, P, F, Lambda, Parts);
  void *Slot;
  if (const Value *Known = Values.FindNodeOrInsertPos(ID, Slot))
    return Known;
  Value *V = new (Memory.Allocate<Value>()) Value();
  V->K = K;
  V->Int = Int;
  V->P = P;
  V->F = F;
  V->Lambda = Lambda;
  if (!Parts.empty()) {
    auto *Copy = Memory.Allocate<const Value *>(Parts.size());
    std::copy(Parts.begin(), Parts.end(), Copy);
    V->Parts = llvm::ArrayRef(Copy, Parts.size());
  }
  Values.InsertNode(V, Slot);
  return V;
}

static Place::Kind storageOf(const VarDecl *Var) {
  if (Var->getTLSKind() != VarDecl::TLS_None)
    return Place::ThreadLocal;
  return Var->hasGlobalStorage() ? Place::Global : Place::Local;
}

const Place *PlaceFactory::variable(const VarDecl *Var) {
  const Place *&Known = Variables[Var];
  if (!Known) {
    const VarDecl *One = Var->getCanonicalDecl();
    Known = get(storageOf(One), nullptr, One);
  }
  return Known;
}

const Place *PlaceFactory::param(unsigned Index, const VarDecl *Var) {
  return get(Place::Param, nullptr, Var, nullptr, Index);
}

const Place *PlaceFactory::capture(const ValueDecl *Var) {
  return get(Place::Capture, nullptr, dyn_cast<VarDecl>(Var));
}

const Place *PlaceFactory::thisObject() {
  return get(Place::This, nullptr, nullptr);
}

const Place *PlaceFactory::result() {
  return get(Place::Result, nullptr, nullptr);
}

const Place *PlaceFactory::alloc(const Stmt *Site) {
  return get(Place::Alloc, nullptr, Site);
}

const Place *PlaceFactory::temp(const Stmt *Expr) {
  return get(Place::Temp, nullptr, Expr);
}

/// Adjacent bit-fields are one memory location ([intro.memory]/3).
static const FieldDecl *memoryLocation(const FieldDecl *Field) {
  Field = Field->getCanonicalDecl();
  if (!Field->isBitField())
    return Field;
  const FieldDecl *First = nullptr;
  for (const FieldDecl *F : Field->getParent()->fields()) {
    bool Starts = !F->isBitField() || compat::isZeroLengthBitField(F);
    First = Starts ? nullptr : First ? First : F;
    if (F->getCanonicalDecl() == Field)
      return First ? First->getCanonicalDecl() : Field;
  }
  return Field;
}

/// Following one link of a recursive structure many times is like following
/// it once: `head->next->next` is the place `head->next`.
static const Place *sameLink(const Place *Base, const FieldDecl *Link) {
  for (const Place *P = Base; P && !P->isRoot(); P = P->base())
    if (P->kind() == Place::Deref && P->base()->field() == Link)
      return P->base();
  return nullptr;
}

const Place *PlaceFactory::field(const Place *Base, const FieldDecl *Field) {
  if (!Base)
    return nullptr;
  auto [It, New] = Fields.try_emplace({Base, Field}, nullptr);
  if (New)
    It->second = newField(Base, Field);
  return It->second;
}

const Place *PlaceFactory::newField(const Place *Base, const FieldDecl *Field) {
  // All members of a union are one place: the union itself.
  if (Field->getParent()->isUnion() || Field->isAnonymousStructOrUnion())
    return Base;
  const FieldDecl *Location = memoryLocation(Field);
  if (Field->getType()->isPointerType())
    if (const Place *Earlier = sameLink(Base, Location))
      return Earlier;
  return get(Place::Field, Base, Location);
}

const Place *PlaceFactory::index(const Place *Base, const Value *Idx) {
  return Base ? get(Place::Index, Base, nullptr, Idx) : nullptr;
}

const Place *PlaceFactory::element(const Place *Container, const Value *Idx) {
  return index(deref(load(Container)), Idx);
}

const Place *PlaceFactory::part(const Place *Base, unsigned Part) {
  return Base ? get(Place::Part, Base, nullptr, nullptr, Part) : nullptr;
}

const Place *PlaceFactory::deref(const Value *Pointer) {
  if (!Pointer)
    return nullptr;
  if (Pointer->kind() == Value::Address)
    return Pointer->place();
  if (Pointer->kind() == Value::Load)
    return get(Place::Deref, Pointer->place(), nullptr);
  return nullptr;
}

llvm::SmallVector<const Place *, 2>
PlaceFactory::derefAll(const Value *Pointer) {
  llvm::SmallVector<const Place *, 2> All;
  if (!Pointer)
    return All;
  if (Pointer->kind() != Value::OneOf) {
    if (const Place *P = deref(Pointer))
      All.push_back(P);
    return All;
  }
  for (const Value *Part : Pointer->parts())
    if (const Place *P = deref(Part))
      All.push_back(P);
  return All;
}

const Value *PlaceFactory::constant(int64_t N) {
  return get(Value::Const, N, nullptr, nullptr, nullptr, {});
}

const Value *PlaceFactory::nonZero() {
  return get(Value::NonZero, 0, nullptr, nullptr, nullptr, {});
}

const Value *PlaceFactory::positive() {
  return get(Value::Positive, 0, nullptr, nullptr, nullptr, {});
}

const Value *PlaceFactory::failure() {
  return get(Value::Failure, -1, nullptr, nullptr, nullptr, {});
}

const Value *PlaceFactory::counted() {
  return get(Value::Counted, 0, nullptr, nullptr, nullptr, {});
}

const Value *PlaceFactory::below(int64_t N) {
  return get(Value::Below, N, nullptr, nullptr, nullptr, {});
}

const Value *PlaceFactory::perThread() {
  return get(Value::PerThread, 0, nullptr, nullptr, nullptr, {});
}

const Value *PlaceFactory::single() {
  return get(Value::Single, 0, nullptr, nullptr, nullptr, {});
}

const Value *PlaceFactory::computed(const Value *A, const Value *B) {
  if (!A || !B)
    return nullptr;
  if (A->kind() == Value::Single || B->kind() == Value::Single) {
    const Value *Other = A->kind() == Value::Single ? B : A;
    bool Fixed = Other->isConst() || Other->kind() == Value::Single;
    return Fixed ? single() : Other->isCounted() ? counted() : nullptr;
  }
  if (A->isCounted() && B->isCounted())
    return counted();
  const Value *Source = A->isCounted() ? B : A;
  if (!A->isCounted() && !B->isCounted() && A != B)
    return nullptr;
  if (Source->kind() == Value::PerThread)
    return Source;
  if (Source->kind() == Value::Load || Source->kind() == Value::Derived)
    return get(Value::Derived, 0, Source->place(), nullptr, nullptr, {});
  return nullptr;
}

const Value *PlaceFactory::stepped(const Value *V) {
  if (!V)
    return nullptr;
  if (V->isCounted())
    return counted();
  if (V->kind() == Value::Derived || V->kind() == Value::Load)
    return nullptr;
  const Place *P = V->kind() == Value::Address ? V->place() : nullptr;
  bool Element =
      P && P->kind() == Place::Index && P->index() && P->index()->isCounted();
  return Element ? address(index(P->base(), counted())) : nullptr;
}

const Value *PlaceFactory::load(const Place *From) {
  if (From && !From->Loaded)
    From->Loaded = get(Value::Load, 0, From, nullptr, nullptr, {});
  return From ? From->Loaded : nullptr;
}

const Value *PlaceFactory::address(const Place *Of) {
  if (!Of)
    return nullptr;
  if (Of->kind() == Place::Deref)
    return load(Of->base());
  if (!Of->Addressed)
    Of->Addressed = get(Value::Address, 0, Of, nullptr, nullptr, {});
  return Of->Addressed;
}

const Value *PlaceFactory::function(const FunctionDecl *F) {
  return get(Value::Function, 0, nullptr, F->getCanonicalDecl(), nullptr, {});
}

const Value *PlaceFactory::bound(const FunctionDecl *F,
                                 const LambdaExpr *Lambda,
                                 llvm::ArrayRef<const Value *> Parts) {
  return get(Value::Bound, 0, nullptr, F->getCanonicalDecl(), Lambda, Parts);
}

/// Two elements of one array at known places: some element of it.
const Value *PlaceFactory::someElement(const Value *A, const Value *B) {
  if (A->kind() != Value::Address || B->kind() != Value::Address)
    return nullptr;
  const Place *P = A->place(), *Q = B->place();
  bool Same = P->kind() == Place::Index && Q->kind() == Place::Index &&
              P->base() == Q->base() && P->index() && Q->index() &&
              P->index()->isCounted() && Q->index()->isCounted();
  bool Loop = Same && (!P->index()->isConst() || !Q->index()->isConst());
  return Loop ? address(index(P->base(), counted())) : nullptr;
}

const Value *PlaceFactory::either(const Value *A, const Value *B) {
  if (A == B)
    return A;
  if (!A || !B)
    return nullptr;
  if (const Value *Element = someElement(A, B))
    return Element;
  llvm::SmallVector<const Value *, 4> All;
  for (const Value *V : {A, B}) {
    auto Parts = V->kind() == Value::OneOf ? V->parts() : llvm::ArrayRef(V);
    for (const Value *Part : Parts)
      if (!llvm::is_contained(All, Part))
        All.push_back(Part);
  }
  if (All.size() == 1)
    return All.front();
  if (All.size() > MaxAlternatives)
    return nullptr;
  return get(Value::OneOf, 0, nullptr, nullptr, nullptr, All);
}

const Value *PlaceFactory::moved(const Value *Pointer, const Value *By) {
  if (Pointer && Pointer->kind() == Value::OneOf) {
    const Value *All = nullptr;
    for (const Value *Part : Pointer->parts()) {
      const Value *One = moved(Part, By);
      All = !One ? All : All ? either(All, One) : One;
    }
    return All;
  }
  const Place *P = deref(Pointer);
  if (!P)
    return nullptr;
  if (By && By->isConst(0))
    return Pointer;
  if (P->kind() != Place::Index)
    return address(index(P, By));
  const Value *Sum = nullptr;
  if (P->index() && P->index()->isConst(0))
    Sum = By;
  else if (P->index() && By && P->index()->isConst() && By->isConst())
    Sum = constant(P->index()->constant() + By->constant());
  else
    Sum = computed(P->index(), By);
  return address(index(P->base(), Sum));
}

//===----------------------------------------------------------------------===//
// Naming
//===----------------------------------------------------------------------===//

static std::string indexName(const Value *Idx) {
  if (!Idx)
    return "";
  if (Idx->isConst())
    return std::to_string(Idx->constant());
  return Idx->kind() == Value::Load ? Idx->place()->str() : "";
}

static std::string rootName(const Place &P) {
  if (const VarDecl *Var = P.var()) {
    if (P.kind() == Place::Global && Var->isCXXClassMember())
      return cast<CXXRecordDecl>(Var->getDeclContext())->getNameAsString() +
             "::" + Var->getNameAsString();
    return Var->getNameAsString();
  }
  if (P.kind() == Place::This)
    return "*this";
  if (P.kind() == Place::Alloc)
    return "*allocation";
  return P.kind() == Place::Result ? "*result" : "*temporary";
}

static bool isReference(const Place &P) {
  return P.var() && P.var()->getType()->isReferenceType();
}

static std::string baseWithDot(const Place &Base) {
  if (Base.kind() == Place::This)
    return "";
  if (Base.kind() == Place::Deref)
    return Base.base()->str() + (isReference(*Base.base()) ? "." : "->");
  return Base.str() + ".";
}

std::string Place::str() const {
  switch (K) {
  case Field:
    return baseWithDot(*Base) + field()->getNameAsString();
  case Deref:
    // A reference reads like the object it is bound to.
    if (isReference(*Base))
      return Base->str();
    return "*" + Base->str();
  case Index:
    return (Base->kind() == Deref ? Base->base()->str() : Base->str()) + "[" +
           indexName(Idx) + "]";
  case Part:
    return Base->str();
  default:
    return rootName(*this);
  }
}

} // namespace heddle
