// A5: nobody else uses the object of a running constructor or destructor.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <thread>

struct Service {
  Service() : Worker(&Service::run, this) {
    Ready = true; // missed: the thread is running
  }
  void stop() {
    // CHECK: own-object.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}Stopped' {{.*}} written
    Stopped = true;
    Worker.join();
  }
  void run() {
    // CHECK: own-object.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}Stopped' {{.*}} read
    while (!Ready || !Stopped)
      std::this_thread::yield();
  }
  bool Ready = false, Stopped = false;
  std::thread Worker;
};

int main() {
  static Service Shared;
  Shared.stop();
}
