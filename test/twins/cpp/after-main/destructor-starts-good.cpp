// The destructor of a global starts a thread and joins it.
#include <cstdio>
#include <thread>

struct Uploader {
  ~Uploader() {
    std::thread T([] { std::puts("uploading"); });
    T.join();
  }
};

static Uploader AtTheEnd;

int main() {}
