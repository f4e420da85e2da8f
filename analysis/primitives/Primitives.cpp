//===- Primitives.cpp - looking primitives up by name ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/Primitives.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace heddle {

std::string simpleName(const NamedDecl *D) {
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(D))
    return Ctor->getParent()->getName().str();
  if (const auto *Dtor = dyn_cast<CXXDestructorDecl>(D))
    return "~" + Dtor->getParent()->getName().str();
  return D->getNameAsString();
}

std::string primitiveName(const NamedDecl *D) {
  std::string Name = simpleName(D);
  for (const DeclContext *DC = D->getDeclContext(); DC; DC = DC->getParent()) {
    if (const auto *Space = dyn_cast<NamespaceDecl>(DC)) {
      if (!Space->isInline() && !Space->isAnonymousNamespace())
        Name = Space->getNameAsString() + "::" + Name;
    } else if (const auto *Record = dyn_cast<RecordDecl>(DC)) {
      Name = Record->getNameAsString() + "::" + Name;
    }
  }
  return Name;
}

Primitives::Primitives() {
  for (const PrimitiveTable &Table :
       {stdPrimitives(), pthreadPrimitives(), c11Primitives(), libcPrimitives(),
        boostPrimitives(), asioPrimitives(), processPrimitives()}) {
    for (const Primitive &Row : Table.Functions)
      Functions[Row.Name] = &Row;
    for (const TypeRow &Row : Table.Types)
      Types[Row.Name] = Row.Kind;
  }
}

bool isOwnCode(const FunctionDecl *F) {
  const FunctionDecl *Body = F->getDefinition();
  if (!Body)
    return false;
  const SourceManager &SM = F->getASTContext().getSourceManager();
  return !SM.isInSystemHeader(SM.getExpansionLoc(Body->getLocation()));
}

const Primitive *Primitives::lookup(const FunctionDecl *F,
                                    QualType Object) const {
  const RecordDecl *Record =
      Object.isNull() ? nullptr : Object->getAsRecordDecl();
  auto [It, New] = Known.try_emplace({F->getCanonicalDecl(), Record}, nullptr);
  if (!New)
    return It->second;
  if (isOwnCode(F))
    return nullptr;
  const Primitive *Row = nullptr;
  if (Record && isa<CXXMethodDecl>(F))
    Row = Functions.lookup(primitiveName(Record) + "::" + simpleName(F));
  if (!Row)
    Row = Functions.lookup(primitiveName(F));
  return Known[{F->getCanonicalDecl(), Record}] = Row;
}

TypeKind Primitives::kindOf(QualType Type) const {
  if (Type.isNull())
    return TypeKind::Plain;
  Type = Type.getNonReferenceType();
  if (Type->isAtomicType())
    return TypeKind::Atomic;
  if (const auto *Typedef = Type->getAs<TypedefType>()) {
    auto It = Types.find(primitiveName(Typedef->getDecl()));
    if (It != Types.end())
      return It->second;
  }
  const RecordDecl *Record = Type->getAsRecordDecl();
  return Record ? kindOf(Record) : TypeKind::Plain;
}

TypeKind Primitives::kindOf(const RecordDecl *Record) const {
  auto [It, New] =
      KnownTypes.try_emplace(Record->getCanonicalDecl(), TypeKind::Plain);
  if (!New)
    return It->second;
  auto Row = Types.find(primitiveName(Record));
  return It->second = Row == Types.end() ? TypeKind::Plain : Row->second;
}

} // namespace heddle
