//===- Event.h - one function's body as a graph of events -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An event is what one element of the control-flow graph does, as far as
// concurrency is concerned, before anything is known of the values involved.
// The graph is built once; the dataflow walks it as often as it needs.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_EVENTS_EVENT_H
#define HEDDLE_ANALYSIS_EVENTS_EVENT_H

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include <memory>
#include <vector>

namespace heddle {

struct Event {
  enum Kind : uint8_t {
    Read,          ///< the lvalue E is read
    Update,        ///< the lvalue E is read and written
    Store,         ///< the lvalue E is written with the value of Init
    Declare,       ///< Var comes to life with Init (may be null)
    InitField,     ///< the constructor initialises Field with Init
    Call,          ///< E is a call or a construction
    Atomic,        ///< E is a builtin atomic operation
    DestroyVar,    ///< the life of Var ends
    DestroyTemp,   ///< the life of the temporary made by E ends
    Cleanup,       ///< Function is called with the address of Var
    DestroyMember, ///< the destructor at hand destroys Field
    Delete,        ///< E is a delete expression
    Suspend,       ///< the coroutine may be suspended in E, and has gone on
    Runtime,       ///< E calls the language's library: new, throw, dynamic_cast
    Return,        ///< the function returns Init (may be null)
  };
  /// Where the object that a call or construction makes comes to lie.
  enum TargetKind : uint8_t {
    Temporary,
    Variable,
    Member,
    Self,
    New,
    Returned
  };

  Kind K;
  TargetKind Target = Temporary;
  /// Call: nobody looks at the result.
  bool Discarded = false;
  const clang::Expr *E = nullptr;
  const clang::Expr *Init = nullptr;
  const clang::VarDecl *Var = nullptr;
  const clang::FieldDecl *Field = nullptr;
  const clang::FunctionDecl *Function = nullptr;
  clang::SourceLocation Loc;
};

/// How an edge of the graph was chosen.
enum class Branch : uint8_t { Always, True, False, Case, Once };

struct EventEdge {
  unsigned To;
  Branch Why;
  /// Case: the label, null for default.
  const clang::Expr *Label = nullptr;
};

struct EventBlock {
  std::vector<Event> Events;
  std::vector<EventEdge> Successors;
  /// What decides between the successors, if they are True and False or Case.
  const clang::Expr *Condition = nullptr;
  /// Once: the local static whose first execution the branch asks for.
  const clang::VarDecl *StaticVar = nullptr;
  /// The loop or the if statement whose condition the block ends with.
  const clang::Stmt *Controls = nullptr;
  /// The block ends in a call that does not return.
  bool NoReturn = false;
  /// Try statements that begin before an event of this block: the position of
  /// the event, and the block of a handler.
  std::vector<std::pair<size_t, unsigned>> Handlers;
};

struct EventGraph {
  std::vector<EventBlock> Blocks; ///< by number
  std::vector<unsigned> Order;    ///< reverse post-order from the entry
  unsigned Entry = 0;
  unsigned Exit = 0;
};

/// Builds the graph of a function that has a body; null when Clang cannot
/// build a control-flow graph or the body contains errors.
std::unique_ptr<EventGraph> buildEvents(const clang::FunctionDecl *F);

/// The graph of a variable's initialiser that runs before main.
std::unique_ptr<EventGraph> buildEvents(const clang::VarDecl *Var);

/// The expression that makes the object which E denotes: E without the nodes
/// that only convey it (casts, materialisation, cleanups).
const clang::Expr *makerOf(const clang::Expr *E);

} // namespace heddle

#endif
