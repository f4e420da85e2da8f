// A static method is the handler and reaches the queue of the object through a global pointer (tsan-cannot-see signals).
#include <csignal>
#include <cstdio>
#include <semaphore.h>
#include <vector>

class Reactor {
public:
  Reactor() {
    sem_init(&Wake, 0, 0);
    Self = this;
    std::signal(SIGUSR1, &Reactor::onSignal);
  }
  void add(int Event) {
    Events.push_back(Event); // BUG: process-unsafe-entry
  }
  std::size_t run() {
    return Events.size();
  }

private:
  static void onSignal(int Signal) {
    Self->add(Signal); // BUG: process-unsafe-entry
  }
  static Reactor *Self;
  std::vector<int> Events;
  sem_t Wake;
};

Reactor *Reactor::Self = nullptr;

int main() {
  Reactor R;
  std::raise(SIGUSR1);
  std::printf("%zu\n", R.run());
}
