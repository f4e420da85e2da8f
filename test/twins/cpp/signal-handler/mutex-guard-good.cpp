// The handler notifies through eventfd; a thread takes the lock.
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
  std::lock_guard<std::mutex> Guard(M);
  Total += N;
}

static void handler(int) {
  std::uint64_t One = 1;
  if (::write(Event, &One, sizeof One) < 0)
    ::_exit(1);
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
  Worker.join();
  std::lock_guard<std::mutex> Guard(M);
  return Total > 10;
}
