#include <thread>

static int Balance;

static void deposit() { ++Balance; }

int main() {
  std::thread Clerk(deposit);
  ++Balance;
  Clerk.join();
}
