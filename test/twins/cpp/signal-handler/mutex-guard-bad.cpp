// The handler takes a lock guard (tsan-cannot-see signals).
#include <csignal>
#include <cstdint>
#include <mutex>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>

static std::mutex M;
static long Total;
static int Event = -1;

static void add(long N) {
  std::lock_guard<std::mutex> Guard(M); // BUG: process-unsafe-entry
  Total += N; // BUG: process-unsafe-entry
}

static void handler(int) {
  add(1);
}

int main() {
  Event = eventfd(0, 0);
  std::signal(SIGUSR2, handler);
  std::thread Worker([] {
    std::uint64_t Count = 0;
    if (::read(Event, &Count, sizeof Count) > 0)
      add(static_cast<long>(Count));
  });
  std::raise(SIGUSR2);
  std::uint64_t One = 1;
  (void)!::write(Event, &One, sizeof One);
  Worker.join();
  std::lock_guard<std::mutex> Guard(M);
  return Total > 10;
}
