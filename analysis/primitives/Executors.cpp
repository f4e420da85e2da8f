//===- Executors.cpp - recognising pools of threads -----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// By name: libraries agree on ThreadPool and thread_pool, on event_loop and
// scheduler, and on little else. A type counts with its template arguments and
// the classes that it is in, so that a strand of a pool is one.
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/Executors.h"
#include "analysis/primitives/Primitives.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace heddle {

/// Types in types in types: how deep a name is looked for.
static constexpr unsigned MaxDepth = 4;

static std::string plain(llvm::StringRef Name) {
  std::string Lower = Name.lower();
  llvm::erase(Lower, '_');
  return Lower;
}

static bool contains(llvm::StringRef Name,
                     llvm::ArrayRef<llvm::StringRef> Words) {
  std::string Lower = plain(Name);
  return llvm::any_of(Words, [&](llvm::StringRef Word) {
    return llvm::StringRef(Lower).contains(Word);
  });
}

static bool isNamed(QualType Type, llvm::ArrayRef<llvm::StringRef> Words,
                    unsigned Depth = 0) {
  if (Type.isNull() || Depth > MaxDepth)
    return false;
  Type = Type.getNonReferenceType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const RecordDecl *Record = Type->getAsRecordDecl();
  if (!Record || Record->isLambda())
    return false;
  for (const DeclContext *DC = Record; DC; DC = DC->getParent())
    if (const auto *Outer = dyn_cast<RecordDecl>(DC))
      if (Outer->getIdentifier() && contains(Outer->getName(), Words))
        return true;
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(Record);
  return Spec &&
         llvm::any_of(Spec->getTemplateArgs().asArray(),
                      [&](const TemplateArgument &Arg) {
                        return Arg.getKind() == TemplateArgument::Type &&
                               isNamed(Arg.getAsType(), Words, Depth + 1);
                      });
}

bool isThreadPool(QualType Type) {
  return isNamed(Type, {"threadpool", "workerpool", "blockingpool"});
}

static bool isLoop(QualType Type) {
  return isNamed(Type, {"eventloop", "iocontext", "ioservice", "scheduler"});
}

/// The object of a call and its arguments.
static llvm::SmallVector<const Expr *, 4> operandsOf(const Expr *E) {
  llvm::SmallVector<const Expr *, 4> All;
  if (const auto *Call = dyn_cast<CallExpr>(E))
    All.append(Call->arg_begin(), Call->arg_end());
  if (const auto *Method = dyn_cast<CXXMemberCallExpr>(E))
    All.push_back(Method->getImplicitObjectArgument());
  if (const auto *Made = dyn_cast<CXXConstructExpr>(E))
    All.append(Made->arg_begin(), Made->arg_end());
  llvm::erase(All, nullptr);
  // A pool that is passed as its base is still a pool.
  for (const Expr *&Operand : All)
    Operand = Operand->IgnoreParenImpCasts();
  return All;
}

/// A variable made for a pool: asio::steady_timer Timer(Pool).
static bool isMadeForPool(const Expr *Object) {
  const auto *Ref = dyn_cast<DeclRefExpr>(Object);
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const Expr *Init = Var ? Var->getInit() : nullptr;
  const auto *Made = Init && !Init->isValueDependent()
                         ? dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit())
                         : nullptr;
  return Made && llvm::any_of(Made->arguments(), [](const Expr *Arg) {
           return isThreadPool(Arg->getType());
         });
}

bool runsOnPool(const Expr *Call) {
  return llvm::any_of(operandsOf(Call), [](const Expr *Operand) {
    return isThreadPool(Operand->getType()) || isMadeForPool(Operand);
  });
}

/// The type is a class whose objects run a coroutine.
static bool isTask(QualType Type) {
  const CXXRecordDecl *Record =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return false;
  for (const Decl *D : Record->decls())
    if (const auto *Name = dyn_cast<TypeDecl>(D))
      if (Name->getIdentifier() && Name->getName() == "promise_type")
        return true;
  return false;
}

/// Asio comes back to the executor of the coroutine, unless the token is bound
/// to another.
static bool isBoundToken(const Expr *Operand) {
  const RecordDecl *Record =
      Operand->getType().getNonReferenceType()->getAsRecordDecl();
  return Record && Record->getIdentifier() &&
         Record->getName() == "executor_binder";
}

GoesOn afterwards(const CoroutineSuspendExpr *E) {
  const auto *Await = dyn_cast<CoawaitExpr>(E);
  const Expr *Operand = Await ? Await->getOperand()->IgnoreImplicit() : nullptr;
  const auto *Call = dyn_cast_or_null<CallExpr>(Operand);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return GoesOn::Here;
  std::string Name = primitiveName(Callee);
  llvm::StringRef Full = Name;
  bool Asio = Full.starts_with("asio::") || Full.starts_with("boost::asio::");
  if (!Asio && isTask(Operand->getType()))
    return GoesOn::Here;
  auto Operands = operandsOf(Operand);
  bool OnPool = llvm::any_of(Operands, [&](const Expr *One) {
    return isThreadPool(One->getType()) && (!Asio || isBoundToken(One));
  });
  bool Named = Operands.empty() && Callee->getIdentifier() &&
               contains(Callee->getName(),
                        {"threadpool", "background", "newthread", "toworker"});
  if (OnPool || Named)
    return GoesOn::OnPool;
  bool OnLoop = Asio || llvm::any_of(Operands, [](const Expr *One) {
                  return isLoop(One->getType());
                });
  return OnLoop ? GoesOn::OnLoop : GoesOn::Here;
}

} // namespace heddle
