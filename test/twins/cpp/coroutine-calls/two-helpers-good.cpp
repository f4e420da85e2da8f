// The same functions, but their caller is a thread.
#include "cppcoro/task.hpp"
#include <thread>

namespace {
void backoff(int attempt) {
  std::this_thread::sleep_for(std::chrono::milliseconds(10 << attempt));
}

bool attemptOnce(int attempt) { return attempt == 2; }

bool withRetries(int limit) {
  for (int attempt = 0; attempt < limit; ++attempt) {
    if (attemptOnce(attempt))
      return true;
    backoff(attempt);
  }
  return false;
}
} // namespace

cppcoro::task<bool> upload() { co_return attemptOnce(5); }

void uploadInBackground() {
  std::thread worker([] { withRetries(5); });
  worker.join();
}
