//===- Processes.cpp - what the searches for faults have in common --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/processes/Processes.h"
#include "clang/Basic/SourceManager.h"
#include <map>

using namespace clang;

namespace heddle {

void ProcessFaults::add(ProcessFact New) {
  SourceLocation Loc = SM.getExpansionLoc(New.Where);
  auto Key = std::make_pair(static_cast<unsigned>(New.Kind),
                            static_cast<unsigned>(Loc.getRawEncoding()));
  if (Loc.isValid() && Known.insert(Key).second)
    All.push_back(std::move(New));
}

std::vector<ProcessFact> ProcessFaults::take() {
  llvm::stable_sort(All, [&](const ProcessFact &A, const ProcessFact &B) {
    if (A.Where != B.Where)
      return SM.isBeforeInTranslationUnit(A.Where, B.Where);
    return A.Kind < B.Kind;
  });
  return std::move(All);
}

std::vector<ProcessFact> findProcessFaults(Engine &E,
                                           const ThreadModel &Model) {
  ProcessFaults Found(E);
  findHandlerFaults(E, Model, Found);
  findChildFaults(E, Model, Found);
  findCopyFaults(E, Model, Found);
  findLifetimeFaults(E, Model, Found);
  return Found.take();
}

//===----------------------------------------------------------------------===//
// Unsafe calls
//===----------------------------------------------------------------------===//

/// What the language does with the help of its library.
static std::string operationName(const Expr *E) {
  if (isa<CXXThrowExpr>(E))
    return "throw";
  if (isa<CXXDynamicCastExpr>(E))
    return "dynamic_cast";
  // A class may have memory of its own.
  const auto *New = dyn_cast<CXXNewExpr>(E);
  const auto *Delete = dyn_cast<CXXDeleteExpr>(E);
  const FunctionDecl *Memory = New      ? New->getOperatorNew()
                               : Delete ? Delete->getOperatorDelete()
                                        : nullptr;
  if (!Memory || !Memory->isReplaceableGlobalAllocationFunction())
    return "";
  return New ? "new" : "delete";
}

std::optional<UnsafeCall> unsafeCall(const Effect &Of, const Engine &E) {
  if (Of.K != Effect::Library)
    return std::nullopt;
  if (!Of.V) {
    std::string Name = operationName(Of.E);
    return Name.empty() ? std::nullopt
                        : std::optional(UnsafeCall{&Of, Name, nullptr});
  }
  const FunctionDecl *Callee = Of.V->function();
  const LibraryCall *Row = Callee ? E.Library.lookup(Callee) : nullptr;
  if (!Row || !Row->SignalUnsafe)
    return std::nullopt;
  return UnsafeCall{&Of, primitiveName(Callee), Callee};
}

const CallStack *below(const CallStack *Stack, const CallStack *Above) {
  while (Stack && Above && Stack->Call == Above->Call) {
    Stack = Stack->Next;
    Above = Above->Next;
  }
  return Stack;
}

static unsigned depth(const CallStack *Stack) {
  unsigned Depth = 0;
  for (; Stack; Stack = Stack->Next)
    ++Depth;
  return Depth;
}

/// More calls than these do not stand beside the first.
static constexpr size_t MaxMore = 2;

std::vector<UnsafeGroup> grouped(llvm::ArrayRef<UnsafeCall> Calls,
                                 const CallStack *Above,
                                 const SourceManager &SM) {
  auto Rank = [&](const UnsafeCall &Call) {
    return depth(below(Call.At->Stack, Above));
  };
  std::vector<UnsafeCall> Sorted(Calls.begin(), Calls.end());
  llvm::stable_sort(Sorted, [&](const UnsafeCall &A, const UnsafeCall &B) {
    if (Rank(A) != Rank(B))
      return Rank(A) < Rank(B);
    return SM.isBeforeInTranslationUnit(A.At->Loc, B.At->Loc);
  });
  std::vector<UnsafeGroup> Groups;
  std::map<std::pair<unsigned, unsigned>, size_t> Index;
  for (const UnsafeCall &Call : Sorted) {
    const CallStack *Path = below(Call.At->Stack, Above);
    // One for each line, or for each call that leads further down.
    auto [File, Offset] =
        SM.getDecomposedExpansionLoc(Path ? Path->Call : Call.At->Loc);
    unsigned Line = Path ? Offset : SM.getLineNumber(File, Offset);
    auto [It, New] = Index.try_emplace(
        {File.getHashValue(), 2 * Line + (Path != nullptr)}, Groups.size());
    if (New)
      Groups.push_back({Call, {}});
    else if (Path && Groups[It->second].More.size() < MaxMore)
      Groups[It->second].More.push_back(Call);
  }
  return Groups;
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

bool isLockFreeAtomic(QualType Type, const Engine &E) {
  if (Type.isNull() || E.Table.kindOf(Type) != TypeKind::Atomic)
    return false;
  QualType Inner = Type;
  if (const auto *Atomic = Type->getAs<AtomicType>()) {
    Inner = Atomic->getValueType();
  } else if (const auto *Class =
                 dyn_cast_or_null<ClassTemplateSpecializationDecl>(
                     Type->getAsCXXRecordDecl())) {
    if (Class->getTemplateArgs()[0].getKind() == TemplateArgument::Type)
      Inner = Class->getTemplateArgs()[0].getAsType();
  }
  if (Inner->isDependentType() || Inner->isIncompleteType())
    return true;
  return E.Context.getTypeSize(Inner) <=
         E.Context.getTypeSize(E.Context.VoidPtrTy);
}

bool isSignalSafe(QualType Type, const Engine &E) {
  if (E.Table.kindOf(Type) == TypeKind::Atomic)
    return isLockFreeAtomic(Type, E);
  return Type.isVolatileQualified() && Type->isIntegralOrEnumerationType() &&
         E.Context.getTypeSize(Type) <= E.Context.getTypeSize(E.Context.IntTy);
}

} // namespace heddle
