//===- BottomUp.cpp - callees before callers ------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Strongly connected components by LLVM's iterator, which has a stack of its
// own: call chains can be long.
//
//===----------------------------------------------------------------------===//

#include "analysis/summary/CallGraph.h"
#include "llvm/ADT/SCCIterator.h"

using namespace clang;

namespace heddle {

namespace {
/// A node of the graph that LLVM's traversal walks; the root leads to all.
struct OrderNode {
  const FunctionNode *Function = nullptr;
  std::vector<OrderNode *> Successors;
};
} // namespace

} // namespace heddle

template <> struct llvm::GraphTraits<heddle::OrderNode *> {
  using NodeRef = heddle::OrderNode *;
  using ChildIteratorType = std::vector<NodeRef>::iterator;
  static NodeRef getEntryNode(NodeRef Root) { return Root; }
  static ChildIteratorType child_begin(NodeRef N) {
    return N->Successors.begin();
  }
  static ChildIteratorType child_end(NodeRef N) { return N->Successors.end(); }
};

namespace heddle {

std::vector<std::vector<const FunctionNode *>> CallGraph::bottomUp() const {
  std::vector<OrderNode> Order(Nodes.size());
  llvm::DenseMap<const FunctionDecl *, OrderNode *> ByFunction;
  OrderNode Root;
  for (const auto &[I, Entry] : llvm::enumerate(Nodes))
    if (Relevant.contains(Entry.first) && Live.contains(Entry.first)) {
      Order[I].Function = &Entry.second;
      ByFunction[Entry.first] = &Order[I];
      Root.Successors.push_back(&Order[I]);
    }
  auto Connect = [&](OrderNode *From, const FunctionDecl *Callee) {
    if (OrderNode *To = ByFunction.lookup(Callee->getCanonicalDecl()))
      From->Successors.push_back(To);
  };
  for (OrderNode *From : Root.Successors)
    for (const FunctionDecl *Callee : From->Function->Callees) {
      Connect(From, Callee);
      if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee))
        for (const FunctionDecl *Override : overriders(Method))
          Connect(From, Override);
    }
  std::vector<std::vector<const FunctionNode *>> Groups;
  for (auto It = llvm::scc_begin(&Root); !It.isAtEnd(); ++It) {
    Groups.emplace_back();
    for (const OrderNode *Member : *It)
      if (Member->Function)
        Groups.back().push_back(Member->Function);
    if (Groups.back().empty())
      Groups.pop_back();
  }
  return Groups;
}

} // namespace heddle
