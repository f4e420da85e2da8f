//===- FactsPrinter.cpp - states at marked points -------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/FactsPrinter.h"
#include "analysis/Facts.h"
#include "analysis/summary/Engine.h"
#include "analysis/threads/ThreadModel.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <set>

using namespace clang;

namespace heddle {

namespace {

struct Mark {
  std::string Name;
  unsigned Line;
  const Event *At = nullptr;
  unsigned AtLine = ~0u;
  std::set<std::string> States;
};

} // namespace

static std::vector<Mark> findMarks(const SourceManager &SM) {
  std::vector<Mark> Marks;
  llvm::StringRef Text = SM.getBufferData(SM.getMainFileID());
  unsigned Line = 0;
  while (!Text.empty()) {
    auto [First, Rest] = Text.split('\n');
    Text = Rest;
    ++Line;
    size_t At = First.find("// point: ");
    if (At != llvm::StringRef::npos)
      Marks.push_back({First.substr(At + 10).rtrim().str(), Line});
  }
  return Marks;
}

static std::string list(llvm::ArrayRef<std::string> Names) {
  return "{" + llvm::join(Names, ", ") + "}";
}

static std::string threadName(const SpawnSite *Site) {
  while (Site->Inner)
    Site = Site->Inner;
  const auto *E = dyn_cast_or_null<Expr>(Site->Site);
  const auto *Call = dyn_cast_or_null<CallExpr>(E);
  llvm::SmallVector<const Expr *, 4> Args;
  if (Call)
    Args.append(Call->arg_begin(), Call->arg_end());
  if (const auto *Made = dyn_cast_or_null<CXXConstructExpr>(E))
    Args.append(Made->arg_begin(), Made->arg_end());
  for (const Expr *Arg : Args) {
    const Expr *Inner = Arg->IgnoreParenImpCasts();
    if (const auto *Op = dyn_cast<UnaryOperator>(Inner))
      Inner = Op->getSubExpr()->IgnoreParenImpCasts();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Inner))
      if (isa<FunctionDecl>(Ref->getDecl()))
        return Ref->getDecl()->getNameAsString();
  }
  return "thread";
}

static std::string describe(const Situation &S) {
  std::vector<std::string> Held, Dropped, Running;
  for (const HeldLock &L : S.Held)
    if (L.Lock->kind() != Place::Part)
      Held.push_back(L.Lock->str() + (L.Shared ? "(shared)" : "") +
                     (L.Depth > 1 ? "(x" + std::to_string(L.Depth) + ")" : "") +
                     (L.Maybe ? "(maybe)" : ""));
  for (const Place *P : S.Dropped)
    Dropped.push_back(P->str());
  for (const RunningThread &T : S.Running)
    Running.push_back(threadName(T.Thread) + (T.Many ? "*" : ""));
  return "held " + list(Held) + " dropped " + list(Dropped) + " running " +
         list(Running);
}

static void observe(Engine &E, const FunctionDecl *F,
                    std::vector<Mark *> &Inside) {
  const SourceManager &SM = E.Context.getSourceManager();
  auto LineOf = [&](const Event &At) {
    return At.Loc.isValid() ? SM.getExpansionLineNumber(At.Loc) : 0u;
  };
  // First find the event of each mark, then collect the states before it.
  // The events live as long as one run: identify them by location.
  std::map<Mark *, std::pair<SourceLocation, unsigned>> First;
  E.watch(F, [&](const Event &At, const State &) {
    for (Mark *M : Inside) {
      unsigned Line = LineOf(At);
      if (Line >= M->Line && Line < M->AtLine) {
        M->AtLine = Line;
        First[M] = {At.Loc, At.K};
      }
    }
  });
  E.watch(F, [&](const Event &At, const State &S) {
    for (Mark *M : Inside)
      if (First.count(M) && First[M].first == At.Loc && First[M].second == At.K)
        M->States.insert(describe(S.S));
  });
}

void printFacts(ASTContext &Context, llvm::raw_ostream &Out) {
  const SourceManager &SM = Context.getSourceManager();
  std::vector<Mark> Marks = findMarks(SM);
  Engine &E = Facts::of(Context).engine();
  for (const auto &[Key, Node] : E.Graph.nodes()) {
    SourceRange Range = Node.F->getSourceRange();
    if (!SM.isInMainFile(SM.getExpansionLoc(Range.getBegin())))
      continue;
    unsigned From = SM.getExpansionLineNumber(Range.getBegin());
    unsigned To = SM.getExpansionLineNumber(Range.getEnd());
    std::vector<Mark *> Inside;
    for (Mark &M : Marks)
      if (M.Line >= From && M.Line <= To)
        Inside.push_back(&M);
    if (!Inside.empty())
      observe(E, Node.F, Inside);
  }
  for (const Mark &M : Marks) {
    if (M.States.empty())
      Out << M.Name << ": not reached\n";
    for (const std::string &S : M.States)
      Out << M.Name << ": " << S << "\n";
  }
  ThreadModel Model(E);
  for (const Thread &T : Model.threads()) {
    if (T.K == Thread::Caller || T.K == Thread::Before)
      continue;
    Out << "thread " << (T.Entry ? T.Entry->getNameAsString() : "")
        << (T.Many ? "*" : "");
    if (T.Started.isValid())
      Out << " started at line " << SM.getExpansionLineNumber(T.Started);
    Out << "\n";
  }
}

} // namespace heddle
