// A member of a class template waits for another process.
#include "cppcoro/task.hpp"
#include <sys/wait.h>

template <class Log> class Supervisor {
public:
  explicit Supervisor(pid_t child) : child_(child) {}
  cppcoro::task<int> supervise() {
    int status = 0;
    while (!ended(status))
      log_.write("still there");
    co_return status;
  }

private:
  bool ended(int &status) {
    return waitpid(child_, &status, WUNTRACED) == child_; // BUG: blocking-in-coroutine
  }
  pid_t child_;
  Log log_;
};

struct Silence {
  void write(const char *) {}
};

cppcoro::task<int> watch(pid_t child) {
  Supervisor<Silence> supervisor(child);
  co_return co_await supervisor.supervise();
}
