// Two threads, for each file of this folder.
#pragma once

#include <thread>

inline void runTwo(void (*First)(), void (*Second)()) {
  std::thread One(First), Two(Second);
  One.join();
  Two.join();
}
