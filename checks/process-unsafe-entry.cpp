//===- process-unsafe-entry.cpp -------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/process-unsafe-entry.h"
#include "checks/common/SignalFix.h"

using namespace clang;

namespace heddle {

ProcessUnsafeEntryCheck::ProcessUnsafeEntryCheck(
    llvm::StringRef Name, tidy::ClangTidyContext *Context)
    : TranslationUnitCheck(Name, Context),
      Includes(Options.getLocalOrGlobal("IncludeStyle",
                                        tidy::utils::IncludeSorter::IS_LLVM),
               areDiagsSelfContained()),
      CrashHandlers(Options.get("CrashHandlers", false)) {}

void ProcessUnsafeEntryCheck::registerPPCallbacks(const SourceManager &,
                                                  Preprocessor *PP,
                                                  Preprocessor *) {
  Includes.registerPreprocessor(PP);
}

void ProcessUnsafeEntryCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "IncludeStyle", Includes.getStyle());
  Options.store(Opts, "CrashHandlers", CrashHandlers);
}

/// In the words: %0 is what Name says, %1 whether it is written, %2 the handler
/// or the threads, %3 whether the other side writes, %4 whether it is a call,
/// %5 whether it stands in the handler itself, %6 what a child of vfork does.
static llvm::StringRef words(ProcessKind Kind) {
  switch (Kind) {
  case ProcessKind::UnsafeInHandler:
    return "'%0' is %select{used|called}4 here %select{below|in}5 signal "
           "handler %2: it is not async-signal-safe";
  case ProcessKind::JumpFromHandler:
    return "'%0' leaves signal handler %2 here: what the signal interrupted "
           "is never finished";
  case ProcessKind::SharedWithHandler:
    return "'%0' is %select{read|written}1 here in signal handler %2 and "
           "%select{read|written}3 by what it interrupts: it is neither "
           "'volatile sig_atomic_t' nor a lock-free atomic";
  case ProcessKind::UpdatedBeside:
    return "'%0' is read and written here in two steps, between which signal "
           "handler %2 can write it";
  case ProcessKind::ForkWithThreads:
    return "the process forks here while %2 may be running, and its child "
           "goes on without exec";
  case ProcessKind::UnsafeInChild:
    return "'%0' is %select{used|called}4 here between fork and exec, while "
           "%2 may be running: it is not async-signal-safe";
  case ProcessKind::LockInChild:
    return "a lock is taken here between fork and exec that %2 may have held "
           "at the fork: nobody gives it back in the child";
  case ProcessKind::HeldAtFork:
    return "the process forks here while '%0' is locked, and its child waits "
           "for '%0'";
  case ProcessKind::VforkMisuse:
    return "the child of vfork %select{returns|writes to its parent's memory|"
           "calls '%0'}6 here: it may only exec or _exit";
  case ProcessKind::PrivateVariable:
    return "'%0' is changed here in the child of a fork: the parent, which "
           "reads it, has a copy of its own";
  case ProcessKind::PrivateLock:
    return "'%0' is used here in the child of a fork as well as in the "
           "parent: each has a lock of its own";
  case ProcessKind::UnsharedLock:
    return "'%0' is made here for one process, but lies in memory that "
           "several share";
  case ProcessKind::ThreadBeforeMain:
    return "a thread is started here before main, and nobody joins it";
  case ProcessKind::ThreadTooEarly:
    return "a thread is started here before main and uses '%0', which may not "
           "have been made yet";
  case ProcessKind::ForkBeforeMain:
    return "the process forks here before main: both processes go on to run "
           "it";
  case ProcessKind::LoopBeforeMain:
    return "'%0' is called here before main, which does not begin until it "
           "returns";
  case ProcessKind::ThreadAfterMain:
    return "a thread is started here when main has ended, and nobody joins it";
  case ProcessKind::UsesDestroyed:
    return "'%0' is used here by %2, which never ends: it is destroyed at the "
           "end of the program before that";
  }
  return "";
}

/// The handler or the threads.
std::string ProcessUnsafeEntryCheck::who(const ProcessFact &Fact) {
  if (!Fact.Threads.empty()) {
    const ThreadFact &First = Fact.Threads.front();
    return First.Entry || First.IsMain ? nameOf(First) : "another thread";
  }
  std::string Name = Fact.Entry ? Fact.Entry->getNameAsString() : "";
  bool Lambda = llvm::StringRef(Name).starts_with("operator");
  return Lambda ? "a lambda" : "'" + Name + "'";
}

DiagnosticBuilder ProcessUnsafeEntryCheck::word(const ProcessFact &Fact) {
  bool OtherWrites = !Fact.Others.empty() && Fact.Others.front().Write;
  return diag(Fact.Where, words(Fact.Kind))
         << Fact.Name << Fact.Write << who(Fact) << OtherWrites
         << (Fact.Callee != nullptr) << Fact.Calls.empty()
         << (Fact.Callee ? 2 : Fact.Write);
}

/// Where the other side stands, or more of the same.
static llvm::StringRef otherSide(ProcessKind Kind, bool Write) {
  switch (Kind) {
  case ProcessKind::SharedWithHandler:
    return Write ? "the program writes '%0' here"
                 : "the program reads '%0' here";
  case ProcessKind::UpdatedBeside:
    return "the handler writes '%0' here";
  case ProcessKind::ForkWithThreads:
    return "the child uses '%0' here, which is not async-signal-safe";
  case ProcessKind::HeldAtFork:
    return "the child waits for '%0' here";
  case ProcessKind::PrivateVariable:
    return "the parent reads '%0' here";
  case ProcessKind::PrivateLock:
    return "the parent uses '%0' here";
  case ProcessKind::UnsharedLock:
    return "the child uses '%0' here";
  case ProcessKind::ThreadTooEarly:
    return "'%0' is used here";
  default:
    return "'%0' is used here as well";
  }
}

static llvm::StringRef originOf(ProcessKind Kind) {
  if (Kind <= ProcessKind::UpdatedBeside)
    return "the handler is installed here";
  if (Kind <= ProcessKind::UnsharedLock)
    return "the process forks here";
  if (Kind == ProcessKind::UsesDestroyed)
    return "the program ends here";
  return Kind == ProcessKind::ThreadAfterMain
             ? "this runs at the end of the program"
             : "this is initialised before main";
}

/// More places than these say nothing new.
static constexpr size_t MaxOthers = 3;

void ProcessUnsafeEntryCheck::noteOthers(const ProcessFact &Fact) {
  noteCalls(Fact.Calls);
  for (const AccessFact &Other :
       llvm::ArrayRef(Fact.Others).take_front(MaxOthers)) {
    diag(Other.Where, otherSide(Fact.Kind, Other.Write), DiagnosticIDs::Note)
        << Other.Name;
    noteCalls(Other.Calls);
  }
}

void ProcessUnsafeEntryCheck::noteOrigin(const ProcessFact &Fact) {
  if (Fact.Origin.isValid() && Fact.Origin != Fact.Where)
    diag(Fact.Origin, originOf(Fact.Kind), DiagnosticIDs::Note);
  for (const ThreadFact &Thread : Fact.Threads)
    if (Thread.Started.isValid())
      diag(Thread.Started, "%0 %select{is|are}1 started here",
           DiagnosticIDs::Note)
          << nameOf(Thread) << Thread.Many;
}

void ProcessUnsafeEntryCheck::report(const Facts &Known, ASTContext &Context) {
  SignalFix Fixes(Known, Context, Includes);
  for (const ProcessFact &Fact : Known.mayBreakProcesses()) {
    if (Fact.Crash && !CrashHandlers)
      continue;
    {
      DiagnosticBuilder Warning = word(Fact);
      for (const FixItHint &Fix : Fixes.of(Fact))
        Warning << Fix;
    }
    noteOthers(Fact);
    noteOrigin(Fact);
  }
}

} // namespace heddle
