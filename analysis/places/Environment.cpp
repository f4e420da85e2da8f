//===- Environment.cpp - where two environments differ --------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Environments that meet at a join come from one branch and have most of
// their trees in common. Both are walked side by side in the order of their
// keys, and a subtree that both share is passed over whole.
//
//===----------------------------------------------------------------------===//

#include "analysis/places/Environment.h"
#include "llvm/ADT/SmallVector.h"

namespace heddle {

namespace {

/// What is left of one tree, the next key on top.
class Remainder {
public:
  using Tree = Environment::TreeTy;

  explicit Remainder(const Tree *Root) { push(Root); }
  bool empty() const { return Parts.empty(); }
  const Tree *top() const { return Parts.back().T; }
  /// The top is a node with all below it, not the node alone.
  bool isWhole() const { return Parts.back().Whole; }
  unsigned key() const { return top()->getValue().first; }
  const Value *const *value() const { return &top()->getValue().second; }
  void pop() { Parts.pop_back(); }
  void open() {
    const Tree *T = top();
    pop();
    push(T->getRight());
    Parts.push_back({T, false});
    push(T->getLeft());
  }

private:
  struct Part {
    const Tree *T;
    bool Whole;
  };
  void push(const Tree *T) {
    if (T)
      Parts.push_back({T, true});
  }
  llvm::SmallVector<Part, 32> Parts;
};

} // namespace

void forEachDifference(const Environment &A, const Environment &B,
                       llvm::function_ref<void(unsigned, const Value *const *,
                                               const Value *const *)>
                           Visit) {
  Remainder InA(A.getRootWithoutRetain()), InB(B.getRootWithoutRetain());
  while (!InA.empty() || !InB.empty()) {
    bool WholeA = !InA.empty() && InA.isWhole();
    bool WholeB = !InB.empty() && InB.isWhole();
    if (WholeA && WholeB && InA.top() == InB.top()) {
      InA.pop();
      InB.pop();
    } else if (WholeA &&
               (!WholeB || InA.top()->getHeight() >= InB.top()->getHeight())) {
      InA.open();
    } else if (WholeB) {
      InB.open();
    } else if (InB.empty() || (!InA.empty() && InA.key() < InB.key())) {
      Visit(InA.key(), InA.value(), nullptr);
      InA.pop();
    } else if (InA.empty() || InB.key() < InA.key()) {
      Visit(InB.key(), nullptr, InB.value());
      InB.pop();
    } else {
      if (*InA.value() != *InB.value())
        Visit(InA.key(), InA.value(), InB.value());
      InA.pop();
      InB.pop();
    }
  }
}

} // namespace heddle
