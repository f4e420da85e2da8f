// A static method is the handler and only posts.
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
    Events.push_back(Event);
  }
  std::size_t run() {
    sem_wait(&Wake);
    add(SIGUSR1);
    return Events.size();
  }

private:
  static void onSignal(int Signal) {
    (void)Signal;
    sem_post(&Self->Wake);
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
