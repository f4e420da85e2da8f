// The destructor of a global detaches a thread (tsan-cannot-see the end).
#include <cstdio>
#include <thread>

struct Uploader {
  ~Uploader() {
    std::thread T([] { std::puts("uploading"); }); // BUG: process-unsafe-entry
    T.detach(); // BUG: process-unsafe-entry
  }
};

static Uploader AtTheEnd;

int main() {}
