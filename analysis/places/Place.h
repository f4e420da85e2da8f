//===- Place.h - memory places and the values that lead to them -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A place is an access path: a root (global, parameter, `this`, local, ...)
// followed by fields, dereferences and indices. Locks are places too. Places
// and values are interned: equal means same pointer, and each place carries a
// serial number in order of creation, so that sets of places can be kept in
// an order that does not depend on addresses.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PLACES_PLACE_H
#define HEDDLE_ANALYSIS_PLACES_PLACE_H

#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/FoldingSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Allocator.h"
#include <string>
#include <vector>

namespace heddle {

class Value;

/// A memory place: a root and a chain of selectors.
class Place : public llvm::FoldingSetNode {
public:
  enum Kind : uint8_t {
    // Roots.
    Global,      ///< variable of static storage duration
    ThreadLocal, ///< variable of thread storage duration: never shared by name
    Local,       ///< automatic variable; its identity crosses calls
    Param,       ///< the n-th parameter variable of the function at hand
    This,        ///< the object that `this` points to
    Capture,     ///< a variable captured by copy in the closure at hand
    Alloc,       ///< the object made by a new expression or a call to malloc
    Temp,        ///< the object or value an expression denotes
    Result,      ///< the object or value the function at hand returns
    // Selectors.
    Field, ///< member of the base
    Deref, ///< what the pointer stored in the base points to
    Index, ///< element of the base; the index is a value, null when unknown
    Part,  ///< modelled component of a library object, see PartKind
  };

  /// Components of library objects that have no visible field.
  enum PartKind : unsigned {
    Fact,   ///< what tests have shown the place's value at the entry to be
    Seen,   ///< the value of an atomic, as read with acquire order
    Owns,   ///< whether a guard holds its locks (Const 0 or 1)
    Once,   ///< the state of a once flag or of a local static's guard
    Mutex0, ///< address of the first lock a guard refers to; others follow
  };

  Kind kind() const { return K; }
  const Place *base() const { return Base; }
  const Place *root() const { return Root; }
  unsigned id() const { return Id; }
  bool isRoot() const { return K < Field; }
  /// True when a dereference stands anywhere in the path.
  bool hasDeref() const { return Dereferenced; }
  const clang::VarDecl *var() const;
  const clang::FieldDecl *field() const;
  const clang::Stmt *stmt() const;
  const Value *index() const { return Idx; }
  unsigned number() const { return Number; }

  /// The path as a C++ programmer would write it: `table[i].lock`, `p->x`.
  std::string str() const;

  void Profile(llvm::FoldingSetNodeID &ID) const {
    profile(ID, K, Base, Entity, Idx, Number);
  }
  static void profile(llvm::FoldingSetNodeID &ID, Kind K, const Place *Base,
                      const void *Entity, const Value *Idx, unsigned Number);

private:
  friend class PlaceFactory;
  Place() = default;
  Kind K = Global;
  bool Dereferenced = false;
  unsigned Id = 0;
  unsigned Number = 0;
  const Place *Base = nullptr;
  const Place *Root = nullptr;
  const void *Entity = nullptr;
  const Value *Idx = nullptr;
  /// The values load() and address() of the place, once they were asked for.
  mutable const Value *Loaded = nullptr;
  mutable const Value *Addressed = nullptr;
};

/// What an expression evaluates to. A null `const Value *` means unknown.
class Value : public llvm::FoldingSetNode {
public:
  enum Kind : uint8_t {
    Const,     ///< this integer (or null pointer)
    NonZero,   ///< some value other than zero
    Positive,  ///< some value above zero
    Failure,   ///< the -1 of a call that has failed
    Counted,   ///< an integer computed from constants, the same in any thread
    Below,     ///< Counted, and less than the constant
    Single,    ///< one integer, computed from one constant, which is not known
    Derived,   ///< an integer computed from what the place holds
    PerThread, ///< an integer that differs from thread to thread
    Load,      ///< what the place held when the function was entered
    Address,   ///< pointer (or reference) to the place
    Function,  ///< this function
    Bound,     ///< a callable: function, object, bound arguments, captures
    OneOf,     ///< one of a few values
  };

  Kind kind() const { return K; }
  bool isConst() const { return K == Const; }
  bool isConst(int64_t N) const { return K == Const && Int == N; }
  /// Any of the kinds that are not zero for certain, constants left out.
  bool isNonZero() const {
    return K == NonZero || K == Positive || K == Failure;
  }
  /// An integer that comes from constants alone.
  bool isCounted() const {
    return K == Const || K == NonZero || K == Counted || K == Below;
  }
  int64_t constant() const { return Int; }
  const Place *place() const { return P; }
  const clang::FunctionDecl *function() const { return F; }
  const clang::LambdaExpr *lambda() const { return Lambda; }
  /// Bound: first the object (may be null), then arguments or captures.
  /// OneOf: the alternatives.
  llvm::ArrayRef<const Value *> parts() const { return Parts; }

  void Profile(llvm::FoldingSetNodeID &ID) const {
    profile(ID, K, Int, P, F, Lambda, Parts);
  }
  static void profile(llvm::FoldingSetNodeID &ID, Kind K, int64_t Int,
                      const Place *P, const clang::FunctionDecl *F,
                      const clang::LambdaExpr *Lambda,
                      llvm::ArrayRef<const Value *> Parts);

private:
  friend class PlaceFactory;
  Value() = default;
  Kind K = Const;
  int64_t Int = 0;
  const Place *P = nullptr;
  const clang::FunctionDecl *F = nullptr;
  const clang::LambdaExpr *Lambda = nullptr;
  llvm::ArrayRef<const Value *> Parts;
};

/// Creates and owns places and values.
class PlaceFactory {
public:
  const Place *variable(const clang::VarDecl *Var);
  const Place *param(unsigned Index, const clang::VarDecl *Var);
  const Place *capture(const clang::ValueDecl *Var);
  const Place *thisObject();
  const Place *result();
  const Place *alloc(const clang::Stmt *Site);
  const Place *temp(const clang::Stmt *Expr);
  const Place *field(const Place *Base, const clang::FieldDecl *Field);
  const Place *index(const Place *Base, const Value *Idx);
  /// An element of a library container: memory of its own.
  const Place *element(const Place *Container, const Value *Idx);
  const Place *part(const Place *Base, unsigned Part);
  const Place *byId(unsigned Id) const { return ById[Id]; }
  /// The place a pointer value leads to; null when unknown or several.
  const Place *deref(const Value *Pointer);
  /// All the places a pointer value may lead to; empty when unknown.
  llvm::SmallVector<const Place *, 2> derefAll(const Value *Pointer);

  const Value *constant(int64_t N);
  const Value *nonZero();
  const Value *positive();
  const Value *failure();
  const Value *counted();
  const Value *below(int64_t N);
  const Value *perThread();
  const Value *single();
  /// The result of arithmetic on two integers, one of which may be null for
  /// an operand that plays no role.
  const Value *computed(const Value *A, const Value *B);
  /// What a variable that held this holds after a step of a loop.
  const Value *stepped(const Value *V);
  const Value *load(const Place *From);
  const Value *address(const Place *Of);
  const Value *function(const clang::FunctionDecl *F);
  const Value *bound(const clang::FunctionDecl *F,
                     const clang::LambdaExpr *Lambda,
                     llvm::ArrayRef<const Value *> Parts);
  /// A value that is one of the two; null when that would be too many.
  const Value *either(const Value *A, const Value *B);

  /// The pointer moved by an unknown number of elements.
  const Value *moved(const Value *Pointer, const Value *By);

private:
  const Place *newField(const Place *Base, const clang::FieldDecl *Field);
  const Value *someElement(const Value *A, const Value *B);
  const Place *get(Place::Kind K, const Place *Base, const void *Entity,
                   const Value *Idx = nullptr, unsigned Number = 0);
  const Value *get(Value::Kind K, int64_t Int, const Place *P,
                   const clang::FunctionDecl *F,
                   const clang::LambdaExpr *Lambda,
                   llvm::ArrayRef<const Value *> Parts);

  llvm::BumpPtrAllocator Memory;
  llvm::FoldingSet<Place> Places;
  llvm::FoldingSet<Value> Values;
  std::vector<const Place *> ById;
  /// What variable() and field() answered; most expressions name the same few.
  llvm::DenseMap<const clang::VarDecl *, const Place *> Variables;
  llvm::DenseMap<std::pair<const Place *, const clang::FieldDecl *>,
                 const Place *>
      Fields;
};

/// True when the two paths can denote overlapping memory: equal, or one the
/// whole of which the other is a part, with unknown indices equal to any.
bool mayOverlap(const Place *A, const Place *B);

/// True when the two places are the same memory in some execution: they
/// overlap, and no index on the way is unknown. \p Sweeps says that one side
/// passes the elements of all threads.
bool mustMeet(const Place *A, const Place *B, bool Sweeps = false);

/// True when the two places can be one lock. Distinct variables are distinct
/// locks; a lock reached through an unknown pointer can be any lock that the
/// pointer's type allows.
bool mayBeSameLock(const Place *A, const Place *B);

} // namespace heddle

#endif
