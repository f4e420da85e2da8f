//===- Destruction.cpp - objects at the end of their lives ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Destructors of guards unlock, those of joining threads join; other classes'
// destructors are called if they have code, and take their members along.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Transfer.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace heddle {

/// Members of members of members are not destroyed in the model.
static constexpr unsigned MaxDestroyDepth = 3;

void Transfer::destroy(const Place *Dead, QualType Type, SourceLocation Loc,
                       const Stmt *Site, State &S, unsigned Depth) {
  if (!Dead || Type.isNull() || Depth > MaxDestroyDepth)
    return;
  if (Loc.isValid())
    Here = Loc;
  switch (Table.kindOf(Type)) {
  case TypeKind::ScopedGuard:
  case TypeKind::MovableGuard:
  case TypeKind::SharedGuard: {
    const Place *Part = D.Places.part(Dead, Place::Owns);
    const Value *const *Owns = Part ? S.Env.lookup(Part->id()) : nullptr;
    if (Owns && !(*Owns && (*Owns)->isConst(0)))
      releaseGuard(Dead, Type, Site, S);
    return;
  }
  case TypeKind::JoiningThread:
  case TypeKind::Task:
    noteEndOfThread(Dead, Type, S);
    joinThread(S.S, Dead);
    return;
  case TypeKind::Container:
    // Elements that join when they die.
    if (const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
            Type->getAsCXXRecordDecl()))
      if (Spec->getTemplateArgs().size() > 0 &&
          Spec->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
        destroy(elementOf(Dead, Type), Spec->getTemplateArgs()[0].getAsType(),
                Loc, Site, S, Depth + 1);
    return;
  case TypeKind::SmartPointer:
    return destroyPointee(Dead, Type, Loc, Site, S, Depth);
  case TypeKind::Plain:
    return destroyObject(Dead, Type, Loc, Site, S, Depth);
  default:
    return;
  }
}

/// Guards and joining threads that a unique_ptr owns die with it.
void Transfer::destroyPointee(const Place *Dead, QualType Type,
                              SourceLocation Loc, const Stmt *Site, State &S,
                              unsigned Depth) {
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type->getAsCXXRecordDecl());
  if (!Spec || Spec->getName() != "unique_ptr" ||
      Spec->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return;
  for (const Place *Owned : D.Places.derefAll(Eval.loadFrom(Dead, S.Env)))
    destroy(Owned, Spec->getTemplateArgs()[0].getAsType(), Loc, Site, S,
            Depth + 1);
}

void Transfer::destroyObject(const Place *Dead, QualType Type,
                             SourceLocation Loc, const Stmt *Site, State &S,
                             unsigned Depth) {
  const CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition() || Record->hasTrivialDestructor())
    return;
  const CXXDestructorDecl *Dtor = Record->getDestructor();
  bool Own = Dtor && Dtor->isUserProvided();
  if (Own && P.summaryOf(Dtor))
    callMethod(Dtor, Dead, Site ? Site : F->getBody(), Loc, S);
  else if (Own && Record->hasAttr<ScopedLockableAttr>())
    return releaseGuard(Dead, Type, Site, S);
  else if (Own)
    return;
  // What a member guard owns is known here, not in the destructor; the other
  // members of a class with a destructor of its own died in there.
  llvm::SmallVector<const FieldDecl *, 8> Fields(Record->fields());
  for (const FieldDecl *Field : llvm::reverse(Fields)) {
    TypeKind Kind = Table.kindOf(Field->getType());
    bool Guard = Kind == TypeKind::ScopedGuard ||
                 Kind == TypeKind::MovableGuard ||
                 Kind == TypeKind::SharedGuard;
    if (!Own || Guard)
      destroy(D.Places.field(Dead, Field), Field->getType(), Loc, Site, S,
              Depth + 1);
  }
}

/// A guard dies: it unlocks what it locked, by the lock's own method if the
/// lock is a class of the project.
void Transfer::releaseGuard(const Place *Guard, QualType Type, const Stmt *Site,
                            State &S) {
  const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type->getAsCXXRecordDecl());
  const CXXMethodDecl *Custom = nullptr;
  if (Spec && Spec->getTemplateArgs().size() > 0) {
    TemplateArgument Arg = Spec->getTemplateArgs()[0];
    if (Arg.getKind() == TemplateArgument::Pack && Arg.pack_size() == 1)
      Arg = *Arg.pack_begin();
    if (Arg.getKind() == TemplateArgument::Type &&
        Table.kindOf(Arg.getAsType()) == TypeKind::Plain)
      Custom = lockMethod(Arg.getAsType(),
                          Table.kindOf(Type) == TypeKind::SharedGuard
                              ? "unlock_shared"
                              : "unlock");
  }
  if (!Custom)
    return unlockGuard(Guard, S);
  for (const Place *Lock : guarded(Guard, S))
    callMethod(Custom, Lock, Site ? Site : F->getBody(), Here, S);
}

} // namespace heddle
