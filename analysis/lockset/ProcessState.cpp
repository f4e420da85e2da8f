//===- ProcessState.cpp - joining what is known of the process ------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Forks and handlers are united, what must be so is intersected, and a child
// that is merged with another process is not known to be one any more.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/ProcessState.h"
#include "llvm/ADT/STLExtras.h"

namespace heddle {

/// More handlers than these are not told apart.
static constexpr size_t MaxHandlers = 8;

void ProcessState::note(const SpawnSite *Fork, uint8_t Roles) {
  auto At =
      llvm::lower_bound(Forks, Fork->Id, [](const ForkRecord &R, unsigned Id) {
        return R.Fork->Id < Id;
      });
  if (At != Forks.end() && At->Fork == Fork)
    At->Roles |= Roles;
  else
    Forks.insert(At, {Fork, Roles});
}

bool ProcessState::has(const SpawnSite *Fork, uint8_t Roles) const {
  return llvm::any_of(Forks, [&](const ForkRecord &R) {
    return R.Fork == Fork && (R.Roles & Roles) != 0;
  });
}

void ProcessState::reap() {
  Reaped = true;
  for (ForkRecord &R : Forks)
    if (R.Roles & ForkRecord::Parent)
      R.Roles |= ForkRecord::Reaped;
}

/// A number that is installed twice has the second handler.
void ProcessState::setHandler(const HandlerRecord &New) {
  if (New.Signal)
    llvm::erase_if(Handlers, [&](const HandlerRecord &Old) {
      return Old.Signal == New.Signal;
    });
  bool IsFunction = New.Handler && !New.Handler->isConst();
  if (IsFunction && Handlers.size() < MaxHandlers &&
      !llvm::is_contained(Handlers, New))
    Handlers.push_back(New);
}

bool ProcessState::mayMerge(const ProcessState &Other) const {
  if (Child == Other.Child)
    return true;
  if (Child && Other.Child)
    return false;
  // Not with its own parent, nor where it could not be made.
  const SpawnSite *Fork = Child ? Child : Other.Child;
  const ProcessState &NoChild = Child ? Other : *this;
  return !NoChild.has(Fork, ForkRecord::Parent | ForkRecord::Failed);
}

bool ProcessState::join(const ProcessState &Other) {
  if (*this == Other)
    return false;
  ProcessState Before = *this;
  if (Child != Other.Child) {
    Child = nullptr;
    Borrows = false;
  }
  Borrows &= Other.Borrows;
  Alone &= Other.Alone;
  Replaced &= Other.Replaced;
  Reaped |= Other.Reaped;
  if (Mask != Other.Mask)
    Mask = SignalMask::Unknown;
  for (const ForkRecord &R : Other.Forks)
    note(R.Fork, R.Roles);
  for (const HandlerRecord &R : Other.Handlers)
    if (!llvm::is_contained(Handlers, R) && Handlers.size() < MaxHandlers)
      Handlers.push_back(R);
  return !(*this == Before);
}

} // namespace heddle
