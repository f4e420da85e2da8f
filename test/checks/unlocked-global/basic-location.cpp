// RUN: %check_heddle %s
// An assignment that the compiler writes is reported where it is called, not at the class, where there is no code.

#include <thread>

struct Pair {
  int Left, Right;
};
static Pair Whole;

static void assign() {
  Pair Local{1, 2};
  Whole = Local;
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Whole' is written here without a lock while another thread can write it
}

int main() {
  std::thread A(assign), B(assign);
  A.join();
  B.join();
  return 0;
}
