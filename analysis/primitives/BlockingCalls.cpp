//===- BlockingCalls.cpp - looking up what waits and what posts -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/BlockingCalls.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace heddle {

BlockingCalls::BlockingCalls(const IdentifierTable &Names,
                             llvm::ArrayRef<std::string> Named) {
  for (llvm::ArrayRef<BlockingCall> Table : {blockingCalls(), eventLoopCalls()})
    for (const BlockingCall &Row : Table) {
      auto [It, New] = Calls.try_emplace(Row.Name, Row);
      if (!New && Row.Later)
        It->second.Later = Row.Later;
      auto Name = Names.find(Row.Name.rsplit(':').second.empty()
                                 ? Row.Name
                                 : Row.Name.rsplit(':').second);
      if (Row.Later && Name != Names.end())
        Posting.insert(Name->second);
    }
  HasAsio = Names.find("asio") != Names.end();
  for (const std::string &Entry : Named) {
    auto [Name, Instead] =
        llvm::StringRef(Texts.emplace_back(Entry)).split('=');
    BlockingCall &Call = Calls[Name.trim()];
    Call.Name = Name.trim();
    Call.Blocks = Blocking::Named;
    Call.Instead = Instead.trim();
  }
}

/// Asio names all that starts an operation alike: async_read, async_wait.
static bool startsOperation(const FunctionDecl *F) {
  return F->getIdentifier() && F->getName().starts_with("async_");
}

bool BlockingCalls::mayPost(const FunctionDecl *F) const {
  return Posting.contains(F->getIdentifier()) ||
         (HasAsio && startsOperation(F));
}

bool BlockingCalls::isCallback(const FieldDecl *Field) const {
  if (!Posting.contains(Field->getIdentifier()))
    return false;
  auto Row = Calls.find(primitiveName(Field));
  return Row != Calls.end() && Row->second.Later;
}

const BlockingCall *BlockingCalls::find(const FunctionDecl *F,
                                        QualType Object) const {
  static const BlockingCall Operation{.Name = "asio::async_",
                                      .Later = BlockingCall::LastArg};
  std::string Name = primitiveName(F);
  auto Row = Calls.end();
  const RecordDecl *Record =
      Object.isNull() ? nullptr : Object->getAsRecordDecl();
  if (Record && isa<CXXMethodDecl>(F))
    Row = Calls.find(primitiveName(Record) + "::" + simpleName(F));
  if (Row == Calls.end())
    Row = Calls.find(Name);
  llvm::StringRef Full = Name;
  if (Row == Calls.end())
    return startsOperation(F) && (Full.starts_with("asio::") ||
                                  Full.starts_with("boost::asio::") ||
                                  Full.starts_with("boost::beast::"))
               ? &Operation
               : nullptr;
  if (Row->second.Blocks == Blocking::Named)
    return &Row->second;
  // A plain name is a function of C; a library's own namespace is proof.
  bool Plain = !Full.contains("::");
  return Plain && (isOwnCode(F) || !F->isExternC()) ? nullptr : &Row->second;
}

const BlockingCall *BlockingCalls::lookup(const FunctionDecl *F,
                                          QualType Object) const {
  const RecordDecl *Record =
      Object.isNull() ? nullptr : Object->getAsRecordDecl();
  auto [It, New] = Known.try_emplace({F->getCanonicalDecl(), Record}, nullptr);
  if (New)
    It->second = find(F, Object);
  return It->second;
}

std::optional<int64_t> constantOf(const Expr *E, const ASTContext &Context) {
  Expr::EvalResult Result;
  if (!E || E->isValueDependent() ||
      !E->getType()->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Result, Context))
    return std::nullopt;
  return Result.Val.getInt().getExtValue();
}

/// The number in a duration: a class of one field.
static bool isZero(const APValue &V) {
  switch (V.getKind()) {
  case APValue::Int:
    return V.getInt().isZero();
  case APValue::Float:
    return V.getFloat().isZero();
  case APValue::Struct:
    return V.getStructNumBases() == 0 && V.getStructNumFields() == 1 &&
           isZero(V.getStructField(0));
  default:
    return false;
  }
}

bool isZeroTime(const Expr *E, const ASTContext &Context) {
  if (!E || E->isValueDependent())
    return false;
  if (const auto *Made = dyn_cast<MaterializeTemporaryExpr>(E->IgnoreParens()))
    E = Made->getSubExpr();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts())) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    bool Fixed = Var && Var->hasInit() && !Var->getInit()->isValueDependent() &&
                 (Var->isConstexpr() || Var->getType().isConstQualified());
    const APValue *V = Fixed ? Var->evaluateValue() : nullptr;
    return V && isZero(*V);
  }
  Expr::EvalResult Result;
  return E->EvaluateAsRValue(Result, Context) && isZero(Result.Val);
}

bool isLibraryCode(const FunctionDecl *F) {
  const NamespaceDecl *Outermost = nullptr;
  for (const DeclContext *DC = F->getDeclContext(); DC; DC = DC->getParent())
    if (const auto *Space = dyn_cast<NamespaceDecl>(DC))
      Outermost = Space->isAnonymousNamespace() ? Outermost : Space;
  if (!Outermost)
    return false;
  return llvm::StringSwitch<bool>(Outermost->getName())
      .Cases({"std", "asio", "boost", "folly", "seastar", "cppcoro", "coro"},
             true)
      .Cases({"unifex", "stdexec", "absl", "QCoro", "__gnu_cxx"}, true)
      .Default(false);
}

} // namespace heddle
