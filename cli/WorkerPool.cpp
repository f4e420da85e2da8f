//===- WorkerPool.cpp - processes that take many tasks each ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parent and worker talk over two pipes: the parent writes the number of a
// task, the worker answers with a length and that many bytes. A third pipe
// takes whatever the worker prints. Closed pipes mean a dead worker.
//
//===----------------------------------------------------------------------===//

#include "cli/WorkerPool.h"
#include "llvm/ADT/STLExtras.h"
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace heddle::cli;
using Clock = std::chrono::steady_clock;

namespace {

struct Worker {
  pid_t Process = -1;
  int ToWorker = -1;
  int FromWorker = -1;
  int Printed = -1;
  bool IsBusy = false;
  bool TimedOut = false;
  size_t Task = 0;
  Clock::time_point Deadline;
  std::string Answer;
  std::string Output;
};

class Run {
public:
  Run(WorkerPool &Pool, llvm::ArrayRef<size_t> Tasks)
      : Pool(Pool), Waiting(Tasks) {}
  void run();

private:
  void start(Worker &New);
  [[noreturn]] void serve(int FromParent, int ToParent);
  bool giveTask(Worker &Idle);
  void pollAll();
  void readAnswer(Worker &From);
  void finishTask(Worker &Of, Outcome Result);
  void bury(Worker &Dead);
  int millisecondsToDeadline() const;
  void stopLateWorkers();

  WorkerPool &Pool;
  llvm::ArrayRef<size_t> Waiting;
  std::vector<Worker> Workers;
};

} // namespace

static bool writeFully(int File, const void *Data, size_t Size) {
  const char *Next = static_cast<const char *>(Data);
  while (Size) {
    ssize_t Written = ::write(File, Next, Size);
    if (Written < 0 && errno == EINTR)
      continue;
    if (Written <= 0)
      return false;
    Next += Written;
    Size -= Written;
  }
  return true;
}

static bool readFully(int File, void *Data, size_t Size) {
  char *Next = static_cast<char *>(Data);
  while (Size) {
    ssize_t Read = ::read(File, Next, Size);
    if (Read < 0 && errno == EINTR)
      continue;
    if (Read <= 0)
      return false;
    Next += Read;
    Size -= Read;
  }
  return true;
}

/// Appends what is there to read. False at the end of the stream.
static bool readSome(int File, std::string &To) {
  char Buffer[65536];
  ssize_t Read = ::read(File, Buffer, sizeof(Buffer));
  if (Read < 0)
    return errno == EINTR || errno == EAGAIN;
  To.append(Buffer, Read);
  return Read > 0;
}

//===----------------------------------------------------------------------===//
// In the worker
//===----------------------------------------------------------------------===//

void Run::serve(int FromParent, int ToParent) {
  // A parent that is killed must not leave workers behind.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  std::function<std::string(size_t)> Work = Pool.Start();
  uint64_t Task;
  while (readFully(FromParent, &Task, sizeof(Task))) {
    std::string Answer = Work(Task);
    uint64_t Size = Answer.size();
    if (!writeFully(ToParent, &Size, sizeof(Size)) ||
        !writeFully(ToParent, Answer.data(), Answer.size()))
      break;
  }
  ::_exit(0);
}

//===----------------------------------------------------------------------===//
// In the parent
//===----------------------------------------------------------------------===//

void Run::start(Worker &New) {
  int Pipes[6] = {-1, -1, -1, -1, -1, -1};
  int *Tasks = Pipes, *Answers = Pipes + 2, *Prints = Pipes + 4;
  bool Failed = ::pipe(Tasks) || ::pipe(Answers) || ::pipe(Prints);
  pid_t Process = Failed ? -1 : ::fork();
  if (Process < 0) {
    for (int File : Pipes)
      if (File >= 0)
        ::close(File);
    return;
  }
  if (Process == 0) {
    // Pipes of the other workers would keep those alive after the parent.
    for (Worker &Other : Workers)
      for (int File : {Other.ToWorker, Other.FromWorker, Other.Printed})
        if (File >= 0)
          ::close(File);
    ::close(Tasks[1]);
    ::close(Answers[0]);
    ::dup2(Prints[1], STDOUT_FILENO);
    ::dup2(Prints[1], STDERR_FILENO);
    serve(Tasks[0], Answers[1]);
  }
  ::close(Tasks[0]);
  ::close(Answers[1]);
  ::close(Prints[1]);
  New = Worker();
  New.Process = Process;
  New.ToWorker = Tasks[1];
  New.FromWorker = Answers[0];
  New.Printed = Prints[0];
}

/// Hands the next task to \p Idle; false if none is left.
bool Run::giveTask(Worker &Idle) {
  if (Waiting.empty())
    return false;
  Idle.Task = Waiting.front();
  Waiting = Waiting.drop_front();
  Idle.IsBusy = true;
  Idle.Answer.clear();
  Idle.Output.clear();
  Idle.Deadline = Clock::now() + std::chrono::seconds(Pool.Timeout);
  uint64_t Task = Idle.Task;
  // A worker that died while idle shows at the next poll.
  writeFully(Idle.ToWorker, &Task, sizeof(Task));
  return true;
}

void Run::finishTask(Worker &Of, Outcome Result) {
  Of.IsBusy = false;
  while (true) {
    pollfd Poll = {Of.Printed, POLLIN, 0};
    if (::poll(&Poll, 1, 0) <= 0 || !readSome(Of.Printed, Of.Output))
      break;
  }
  Result.Output = std::move(Of.Output);
  Pool.Done(Of.Task, Result);
}

/// Takes what the worker wrote, and its result when that is complete.
void Run::readAnswer(Worker &From) {
  if (!readSome(From.FromWorker, From.Answer)) {
    bury(From);
    return;
  }
  uint64_t Size;
  if (From.Answer.size() < sizeof(Size))
    return;
  std::memcpy(&Size, From.Answer.data(), sizeof(Size));
  if (From.Answer.size() - sizeof(Size) < Size)
    return;
  Outcome Result;
  Result.Result = From.Answer.substr(sizeof(Size));
  finishTask(From, std::move(Result));
}

/// Collects a dead worker, says what became of its task, and lets a new one
/// take its place while there is work.
void Run::bury(Worker &Dead) {
  int Status = 0;
  ::waitpid(Dead.Process, &Status, 0);
  if (Dead.IsBusy) {
    Outcome Result;
    if (Dead.TimedOut) {
      Result.Failure = "it took longer than " + std::to_string(Pool.Timeout) +
                       " s; raise --timeout, or report it";
    } else {
      Result.HasCrashed = true;
      Result.Failure = WIFSIGNALED(Status)
                           ? std::string("the analysis crashed (") +
                                 strsignal(WTERMSIG(Status)) + ")"
                           : "the analysis gave up (exit code " +
                                 std::to_string(WEXITSTATUS(Status)) + ")";
    }
    finishTask(Dead, std::move(Result));
  }
  for (int File : {Dead.ToWorker, Dead.FromWorker, Dead.Printed})
    ::close(File);
  Dead = Worker();
  if (!Waiting.empty())
    start(Dead);
}

int Run::millisecondsToDeadline() const {
  if (!Pool.Timeout)
    return -1;
  int64_t Least = INT32_MAX;
  for (const Worker &Busy : Workers)
    if (Busy.IsBusy)
      Least = std::min<int64_t>(
          Least, std::chrono::duration_cast<std::chrono::milliseconds>(
                     Busy.Deadline - Clock::now())
                         .count() +
                     1);
  return std::max<int64_t>(Least, 0);
}

void Run::stopLateWorkers() {
  for (Worker &Busy : Workers) {
    if (!Pool.Timeout || !Busy.IsBusy || Clock::now() < Busy.Deadline)
      continue;
    Busy.TimedOut = true;
    ::kill(Busy.Process, SIGKILL);
    bury(Busy);
  }
}

void Run::pollAll() {
  std::vector<pollfd> Polls;
  for (Worker &Each : Workers) {
    Polls.push_back({Each.FromWorker, POLLIN, 0});
    Polls.push_back({Each.Printed, POLLIN, 0});
  }
  if (::poll(Polls.data(), Polls.size(), millisecondsToDeadline()) > 0)
    for (size_t Index = 0; Index < Workers.size(); ++Index) {
      Worker &Each = Workers[Index];
      if (Polls[2 * Index + 1].revents & POLLIN)
        readSome(Each.Printed, Each.Output);
      if (Polls[2 * Index].revents)
        readAnswer(Each);
    }
  stopLateWorkers();
}

void Run::run() {
  // A worker may die between two of its tasks: writing to it is no reason to
  // die as well.
  auto *Before = ::signal(SIGPIPE, SIG_IGN);
  Workers.resize(std::min<size_t>(Pool.Jobs, Waiting.size()));
  for (Worker &Each : Workers)
    start(Each);
  while (true) {
    for (Worker &Each : Workers)
      if (Each.Process > 0 && !Each.IsBusy)
        giveTask(Each);
    if (llvm::none_of(Workers, [](const Worker &W) { return W.IsBusy; }))
      break;
    pollAll();
  }
  // With no worker left there may be tasks that nobody can take.
  Outcome NotStarted;
  NotStarted.Failure = "no process could be started for it; raise the limit of "
                       "memory or processes";
  for (size_t Task : std::exchange(Waiting, {}))
    Pool.Done(Task, NotStarted);
  for (Worker &Each : Workers)
    if (Each.Process > 0)
      bury((::close(Each.ToWorker), Each.ToWorker = -1, Each));
  ::signal(SIGPIPE, Before);
}

void WorkerPool::run(llvm::ArrayRef<size_t> Tasks) { Run(*this, Tasks).run(); }
