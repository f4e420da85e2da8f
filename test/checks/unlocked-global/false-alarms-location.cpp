// RUN: %check_heddle %s
// Today's wrong answer: an assignment that the compiler writes is reported at the class too, where there is no code.

#include <thread>

struct Pair {
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Whole.Left' is written here without a lock while another thread can write it
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
