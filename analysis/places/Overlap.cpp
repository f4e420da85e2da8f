//===- Overlap.cpp - whether two paths can mean the same memory -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Paths are compared from their roots outwards. An index decides: two
// constants are apart when they differ, a counter of a loop passes every
// element, an index that depends on the thread is the thread's own.
//
//===----------------------------------------------------------------------===//

#include "analysis/places/Place.h"

using namespace clang;

namespace heddle {

static bool indicesMayBeEqual(const Value *A, const Value *B) {
  return !(A && B && A->isConst() && B->isConst() && A != B);
}

static void pathOf(const Place *P, llvm::SmallVectorImpl<const Place *> &Path) {
  for (; P; P = P->base())
    Path.push_back(P);
  std::reverse(Path.begin(), Path.end());
}

static bool selectorsMayBeEqual(const Place *A, const Place *B) {
  if (A->kind() != B->kind())
    return false;
  if (A->kind() == Place::Index)
    return indicesMayBeEqual(A->index(), B->index());
  return A->field() == B->field() && A->number() == B->number();
}

bool mayOverlap(const Place *A, const Place *B) {
  if (A == B)
    return true;
  if (A->root() != B->root())
    return false;
  llvm::SmallVector<const Place *, 8> PathA, PathB;
  pathOf(A, PathA);
  pathOf(B, PathB);
  size_t Common = std::min(PathA.size(), PathB.size());
  for (size_t I = 1; I < Common; ++I)
    if (!selectorsMayBeEqual(PathA[I], PathB[I]))
      return false;
  // A pointer and what it points to are two objects.
  auto &Longer = PathA.size() > PathB.size() ? PathA : PathB;
  for (size_t I = Common; I < Longer.size(); ++I)
    if (Longer[I]->kind() == Place::Deref)
      return false;
  return true;
}

/// A path that starts at a variable and follows no pointer names one object
/// (or one element of it) for good.
static bool isFixed(const Place *P) {
  return !P->hasDeref() && (P->root()->kind() == Place::Global ||
                            P->root()->kind() == Place::Local ||
                            P->root()->kind() == Place::Alloc);
}

bool mayBeSameLock(const Place *A, const Place *B) {
  if (A == B)
    return true;
  if (isFixed(A) && isFixed(B))
    return mayOverlap(A, B);
  const FieldDecl *FieldA = A->field(), *FieldB = B->field();
  if (FieldA && FieldB)
    return FieldA == FieldB;
  // A member lock is never a lock that is a whole variable.
  auto IsWholeVariable = [](const Place *P) {
    return P->isRoot() && isFixed(P);
  };
  if ((FieldA && IsWholeVariable(B)) || (FieldB && IsWholeVariable(A)))
    return false;
  return true;
}

/// Both indices name the same element in some execution of the two accesses.
/// An index that depends on the thread (an argument, an unknown) most often
/// picks the thread's own element: unknown.
static bool mustMeet(const Value *A, const Value *B, bool Sweeps) {
  // A counter passes every element.
  auto IsFree = [](const Value *V) { return V->isCounted() && !V->isConst(); };
  auto IsKnown = [&](const Value *V) {
    return V && (V->isCounted() || V->kind() == Value::Single);
  };
  auto IsOwn = [](const Value *V) {
    return V && V->kind() == Value::PerThread;
  };
  if (Sweeps && A && B && ((IsOwn(A) && IsFree(B)) || (IsOwn(B) && IsFree(A))))
    return true;
  if (IsKnown(A) && IsKnown(B))
    return (A == B && A->isConst()) || IsFree(A) || IsFree(B);
  return A && A == B && A->kind() == Value::Load &&
         A->place()->root()->kind() == Place::Global;
}

bool mustMeet(const Place *A, const Place *B, bool Sweeps) {
  if (!mayOverlap(A, B))
    return false;
  llvm::SmallVector<const Place *, 8> PathA, PathB;
  for (const Place *P = A; P; P = P->base())
    PathA.push_back(P);
  for (const Place *P = B; P; P = P->base())
    PathB.push_back(P);
  auto ItA = PathA.rbegin(), ItB = PathB.rbegin();
  for (; ItA != PathA.rend() && ItB != PathB.rend(); ++ItA, ++ItB)
    if ((*ItA)->kind() == Place::Index &&
        !mustMeet((*ItA)->index(), (*ItB)->index(), Sweeps))
      return false;
  return true;
}

} // namespace heddle
