//===- Readiness.cpp - descriptors, streams, futures ----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether a read waits depends on how its descriptor was made, on flags that
// were set, and on who asked before. All that is looked for in the text: where
// the variable gets its value, which calls it is given to, whether the code
// knows EAGAIN. What shows that somebody thought of waiting counts.
//
//===----------------------------------------------------------------------===//

#include "analysis/blocking/Readiness.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"
#include <fcntl.h>
#include <sys/socket.h>

using namespace clang;

namespace heddle {

/// The variable or field that an expression names, through `&` and `*`.
static const ValueDecl *named(const Expr *E) {
  if (!E)
    return nullptr;
  E = E->IgnoreParenImpCasts();
  if (const auto *Op = dyn_cast<UnaryOperator>(E))
    return named(Op->getSubExpr());
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return Ref->getDecl();
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Member->getMemberDecl();
  return nullptr;
}

/// The name without capitals and underscores; empty for operators.
static std::string plainName(const NamedDecl *D) {
  std::string Name =
      D && D->getIdentifier() ? D->getName().lower() : std::string();
  llvm::erase(Name, '_');
  return Name;
}

static bool hasWord(const NamedDecl *D, llvm::ArrayRef<llvm::StringRef> Words) {
  std::string Name = plainName(D);
  return llvm::any_of(Words, [&](llvm::StringRef Word) {
    return llvm::StringRef(Name).contains(Word);
  });
}

/// The literal was written by a macro of a name with one of these words.
static bool isFromMacro(const IntegerLiteral *E, const ASTContext &Context,
                        llvm::ArrayRef<llvm::StringRef> Words) {
  if (!E->getBeginLoc().isMacroID())
    return false;
  llvm::StringRef Name = Lexer::getImmediateMacroName(
      E->getBeginLoc(), Context.getSourceManager(), Context.getLangOpts());
  return llvm::any_of(
      Words, [&](llvm::StringRef Word) { return Name.contains(Word); });
}

static constexpr llvm::StringRef UnblockingMacros[] = {"NONBLOCK", "NDELAY",
                                                       "FIONBIO"};
static constexpr llvm::StringRef UnblockingWords[] = {"nonblock", "noblock"};
/// Asio's objects are asked by these alone: to be awaited is their life.
static constexpr llvm::StringRef AsioWords[] = {"nonblock", "asyncwait"};
static constexpr llvm::StringRef AskingWords[] = {
    "nonblock", "noblock", "poll",      "select",  "ready",
    "readable", "waitfor", "waituntil", "trywait", "epollctl"};

namespace {

/// Looks for signs in one function that a thing was asked or made ready.
class SignFinder : public RecursiveASTVisitor<SignFinder> {
  using Base = RecursiveASTVisitor<SignFinder>;

public:
  SignFinder(const ValueDecl *Thing, const Expr *Call,
             const ASTContext &Context, bool Asio = false)
      : Thing(Thing), Call(Call), Context(Context), Asio(Asio) {}

  bool shouldVisitImplicitCode() const { return true; }

  bool TraverseStmt(Stmt *S) {
    if (!S || S == Call)
      return true;
    bool Outer = Asking;
    Asking |= asks(S);
    bool Continue = Base::TraverseStmt(S);
    Asking = Outer;
    return Continue;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    Asked |= Asking && E->getDecl() == Thing;
    return true;
  }
  bool VisitMemberExpr(MemberExpr *E) {
    Asked |= Asking && E->getMemberDecl() == Thing;
    return true;
  }
  bool VisitIntegerLiteral(IntegerLiteral *E) {
    KnowsAgain |= isFromMacro(E, Context, {"EAGAIN", "EWOULDBLOCK"});
    return true;
  }
  /// Values that the thing is given.
  bool VisitVarDecl(VarDecl *Var) {
    if (Var == Thing && Var->getInit())
      Origins.push_back(Var->getInit());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *Op) {
    if (Op->getOpcode() == BO_Assign && named(Op->getLHS()) == Thing)
      Origins.push_back(Op->getRHS());
    return true;
  }
  /// `fcntl(fd, F_SETFL, ... | O_NONBLOCK)`
  bool VisitCallExpr(CallExpr *E) {
    llvm::StringRef Name = E->getDirectCallee() ? simple(E) : "";
    if ((Name == "fcntl" || Name == "ioctl") && E->getNumArgs() > 1 &&
        named(E->getArg(0)) == Thing)
      Changed |=
          Name == "ioctl" || constantOf(E->getArg(1), Context) == F_SETFL;
    return true;
  }

  bool Asked = false, KnowsAgain = false, Changed = false;
  llvm::SmallVector<const Expr *, 2> Origins;

private:
  static llvm::StringRef simple(const CallExpr *E) {
    const IdentifierInfo *Name = E->getDirectCallee()->getIdentifier();
    return Name ? Name->getName() : "";
  }

  bool asks(const Stmt *S) const {
    if (isa<CoawaitExpr>(S))
      return !Asio;
    if (const auto *Of = dyn_cast<CallExpr>(S))
      return hasWord(Of->getDirectCallee(),
                     Asio ? llvm::ArrayRef(AsioWords) : AskingWords);
    const auto *E = dyn_cast<Expr>(S);
    if (const auto *Op = dyn_cast_or_null<BinaryOperator>(E))
      if (Op->isAssignmentOp() || Op->isCompoundAssignmentOp())
        E = Op->getLHS();
    if (const auto *Element = dyn_cast_or_null<ArraySubscriptExpr>(E))
      return hasWord(named(Element->getBase()), {"fdsbits"});
    if (const auto *Member = dyn_cast_or_null<MemberExpr>(E))
      E = Member->getBase();
    const RecordDecl *Record = E ? E->getType()->getAsRecordDecl() : nullptr;
    bool Set = isa<InitListExpr, BinaryOperator>(S);
    return Set && Record && hasWord(Record, {"pollfd", "epollevent"});
  }

  const ValueDecl *Thing;
  const Expr *Call;
  const ASTContext &Context;
  bool Asio, Asking = false;
};

/// Looks for anything that makes a descriptor non-blocking.
class UnblockingFinder : public RecursiveASTVisitor<UnblockingFinder> {
public:
  explicit UnblockingFinder(const ASTContext &Context) : Context(Context) {}
  bool VisitIntegerLiteral(IntegerLiteral *E) {
    Found |= isFromMacro(E, Context, UnblockingMacros);
    return !Found;
  }
  bool VisitCallExpr(CallExpr *E) {
    Found |= hasWord(E->getDirectCallee(), UnblockingWords);
    return !Found;
  }
  bool Found = false;

private:
  const ASTContext &Context;
};

} // namespace

bool Readiness::fileUnblocks() {
  if (!Unblocks) {
    UnblockingFinder Finder(E.Context);
    for (const auto &[F, Node] : E.Graph.nodes())
      if (!Finder.Found)
        Finder.TraverseStmt(Node.F->getBody());
    Unblocks = Finder.Found;
  }
  return *Unblocks;
}

/// The function of the standard library whose result the expression is.
static llvm::StringRef madeBy(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E->IgnoreParenCasts());
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->getIdentifier() ? Callee->getName() : "";
}

Blocking Readiness::judgeStream(const Expr *Stream, const Effect &Of) const {
  const ValueDecl *Source = named(Stream);
  if (!Source || !Source->getIdentifier())
    return Blocking::No;
  llvm::StringRef Name = Source->getName();
  bool Standard =
      isa<VarDecl>(Source) &&
      E.Context.getSourceManager().isInSystemHeader(Source->getLocation());
  if (Standard)
    return Name == "stdin" || Name == "__stdinp" || Name == "cin" ||
                   Name == "wcin"
               ? Blocking::Input
               : Blocking::No;
  const RecordDecl *Record =
      Source->getType().getNonReferenceType()->getAsRecordDecl();
  if (Record && (Record->getName() == "basic_ifstream" ||
                 Record->getName() == "basic_fstream"))
    return Blocking::File;
  SignFinder Signs(Source, Of.E, E.Context);
  Signs.TraverseStmt(Of.In->getBody());
  for (const Expr *Origin : Signs.Origins) {
    if (madeBy(Origin) == "popen")
      return Blocking::Input;
    if (madeBy(Origin) == "fopen")
      return Blocking::File;
  }
  return Blocking::No;
}

/// What a call that makes a descriptor says of it.
static Blocking judgeOrigin(const Expr *E, const ASTContext &Context) {
  llvm::StringRef Maker = madeBy(E);
  int FlagsAt = llvm::StringSwitch<int>(Maker)
                    .Cases({"socket", "open"}, 1)
                    .Case("accept4", 3)
                    .Default(-1);
  if (Maker == "accept")
    return Blocking::Input;
  const auto *Call = dyn_cast<CallExpr>(E->IgnoreParenCasts());
  if (FlagsAt < 0 || static_cast<int>(Call->getNumArgs()) <= FlagsAt)
    return Blocking::Wait;
  auto Flags = constantOf(Call->getArg(FlagsAt), Context);
  if (!Flags || *Flags & (O_NONBLOCK | SOCK_NONBLOCK))
    return Blocking::No;
  return Maker == "open" ? Blocking::File : Blocking::Input;
}

Blocking Readiness::judgeDescriptor(const Expr *Descriptor, const Effect &Of,
                                    bool Callback) {
  const ValueDecl *Source = named(Descriptor);
  bool Terminal = constantOf(Descriptor, E.Context) == 0;
  if (!Source && !Terminal)
    return Blocking::No;
  SignFinder Signs(Source, Of.E, E.Context);
  Signs.TraverseStmt(Of.In->getBody());
  if (Signs.Asked || Signs.Changed || Signs.KnowsAgain)
    return Blocking::No;
  if (Terminal)
    return fileUnblocks() ? Blocking::No : Blocking::Input;
  // Wait stands for a descriptor of unknown origin.
  Blocking Why = Signs.Origins.empty() ? Blocking::Wait : Blocking::Input;
  for (const Expr *Origin : Signs.Origins) {
    Blocking One = judgeOrigin(Origin, E.Context);
    if (One != Blocking::Input)
      Why = Why == Blocking::No ? Why : One;
  }
  if (Why != Blocking::Wait)
    return Why;
  return Callback || fileUnblocks() ? Blocking::No : Blocking::Input;
}

/// The argument of the call, or the object, in this role.
const Expr *Readiness::role(const Effect &Of, int Which) const {
  CallShape Call = Evaluator(E.D, E.Table, Of.In).shapeOf(Of.E);
  if (Which == BlockingCall::ThisArg)
    return Call.Object;
  bool There = Which >= 0 && Which < static_cast<int>(Call.Args.size());
  return There ? Call.Args[Which] : nullptr;
}

std::string Readiness::shownName(const Effect &Of) const {
  const ValueDecl *Stream =
      Of.E && Of.In ? named(role(Of, Of.Row->Stream)) : nullptr;
  bool Input = Stream && Stream->isInStdNamespace();
  if (Input)
    return "std::" + Stream->getNameAsString();
  // An object that waits when it is made is known by its class.
  bool Made = Of.V->function() && isa<CXXConstructorDecl>(Of.V->function());
  return (Made ? Of.Row->Name.rsplit("::").first : Of.Row->Name).str();
}

Blocking Readiness::judge(const Effect &Of, bool Callback) {
  const BlockingCall &Row = *Of.Row;
  if (!Of.E || !Of.In)
    return Row.Blocks;
  if (const Expr *Stream = role(Of, Row.Stream))
    return judgeStream(Stream, Of);
  if (const Expr *Descriptor = role(Of, Row.Descriptor))
    return judgeDescriptor(Descriptor, Of, Callback);
  if (const ValueDecl *Thing = named(role(Of, Row.Asked))) {
    SignFinder Signs(Thing, Of.E, E.Context, !Row.Instead.empty());
    Signs.TraverseStmt(Of.In->getBody());
    if (Signs.Asked)
      return Blocking::No;
  }
  return Row.Blocks;
}

} // namespace heddle
