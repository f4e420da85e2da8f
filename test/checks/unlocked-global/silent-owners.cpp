// RUN: %check_heddle %s
// Guards, threads and promises that belong to other objects.

#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

static std::mutex Mutex;

// A future's wait is for the promise that it came from.
static std::promise<void> Promise;
static int ByPromise;
static void promised() {
  auto Answer = Promise.get_future();
  std::thread Producer([] {
    ByPromise = 1;
    Promise.set_value();
  });
  Answer.wait();
  ByPromise += 2;
  Producer.join();
}

// Guards inside of optional and vector.
static int ByOptional;
static void optional() {
  std::optional<std::lock_guard<std::mutex>> Guard;
  Guard.emplace(Mutex);
  ++ByOptional;
}
static int ByVector;
static void vector() {
  std::vector<std::unique_lock<std::mutex>> Guards;
  Guards.emplace_back(Mutex);
  ++ByVector;
}

// A thread that was started is joinable.
static int IfJoinable;
static void joinable() {
  std::thread Worker([] { ++IfJoinable; });
  if (Worker.joinable())
    Worker.join();
  ++IfJoinable;
}

// An aggregate's member that braces move a thread into.
struct Joining {
  std::thread Member;
  ~Joining() { Member.join(); }
};
static int InAggregate;
static void aggregate() {
  { Joining Worker{std::thread([] { ++InAggregate; })}; }
  ++InAggregate;
}

template <typename Entry> static void twice(Entry Run) {
  std::thread A(Run), B(Run);
  A.join();
  B.join();
}

int main() {
  promised();
  twice(optional);
  twice(vector);
  joinable();
  aggregate();
  return 0;
}
