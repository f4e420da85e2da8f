//===- Facts.cpp - one engine per AST -------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts are kept with the AST they speak of: the AST frees them when it dies
// (in clangd several live at once, each on a thread of its own).
//
//===----------------------------------------------------------------------===//

#include "analysis/Facts.h"
#include "analysis/blocking/BlockingFinder.h"
#include "analysis/processes/Processes.h"
#include "analysis/summary/Engine.h"
#include "analysis/threads/LockOrder.h"
#include "analysis/threads/Races.h"
#include "analysis/threads/ThreadModel.h"
#include <mutex>

using namespace clang;

namespace heddle {

static std::mutex RegistryMutex;

/// Leaked on purpose: an AST may outlive the program's static objects.
static llvm::DenseMap<const ASTContext *, Facts *> &registry() {
  static auto *All = new llvm::DenseMap<const ASTContext *, Facts *>();
  return *All;
}

const Facts &Facts::of(ASTContext &Context, const Settings &Wanted) {
  {
    std::lock_guard<std::mutex> Lock(RegistryMutex);
    if (Facts *Known = registry().lookup(&Context))
      return *Known;
  }
  auto *New = new Facts(Context, Wanted);
  Context.AddDeallocation(
      [](void *Ptr) {
        auto *Of = static_cast<ASTContext *>(Ptr);
        std::lock_guard<std::mutex> Lock(RegistryMutex);
        delete registry().lookup(Of);
        registry().erase(Of);
      },
      &Context);
  std::lock_guard<std::mutex> Lock(RegistryMutex);
  registry()[&Context] = New;
  return *New;
}

Facts::Facts(ASTContext &Context, const Settings &Wanted)
    : Impl(std::make_unique<Engine>(Context, Wanted)) {
  ThreadModel Model(*Impl);
  Races = findRaces(*Impl, Model);
  Deadlocks = findDeadlocks(*Impl, Model);
  Blocks = findBlocking(*Impl);
  Processes = findProcessFaults(*Impl, Model);
}

Facts::~Facts() = default;

llvm::ArrayRef<const DeclRefExpr *> Facts::usesOf(const VarDecl *Var) const {
  return Impl->Graph.usesOf(Var);
}

} // namespace heddle
