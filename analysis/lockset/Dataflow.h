//===- Dataflow.h - the lockset dataflow over one function ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_LOCKSET_DATAFLOW_H
#define HEDDLE_ANALYSIS_LOCKSET_DATAFLOW_H

#include "analysis/lockset/Transfer.h"
#include <functional>

namespace heddle {

class Dataflow {
public:
  /// A block is not visited more often than this.
  static constexpr unsigned MaxVisits = 60;
  using Observer = std::function<void(const Event &, const State &)>;

  Dataflow(Domain &D, const Primitives &Table, Program &P, EffectPool &Pool,
           const clang::FunctionDecl *F, const EventGraph &Graph);

  /// Computes the states at every block, then the summary. \p Watch, if any,
  /// sees each event with the states before it.
  Summary run(const Observer &Watch = nullptr);

private:
  void findChangedParams();
  bool waitsSomewhere() const;
  void findLoopBodies();
  void solve();
  void flow(unsigned Block, Transfer::States &Out, EffectList *Sink,
            const Observer &Watch);
  void enterHandlers(unsigned Block, size_t Position,
                     const Transfer::States &Out);
  void propagate(unsigned Block, const Transfer::States &Out);
  void cross(const EventBlock &From, const EventEdge &Edge, State &S);
  bool mayTake(const EventBlock &From, const EventEdge &Edge, const State &S);
  bool mayTakeDefault(const EventBlock &From, const State &S);
  ExitState exitState(const State &S);
  static void endForks(Summary &Of);

  Domain &D;
  const EventGraph &Graph;
  Transfer Step;
  std::vector<StateSet> In;
  std::vector<unsigned> Visits;
  std::vector<bool> Pending;
  /// The calls in the body of the loop, or in the branch of the condition,
  /// that the block decides on.
  llvm::DenseMap<unsigned, std::vector<const Event *>> Bodies;
  bool Truncated = false;
};

} // namespace heddle

#endif
