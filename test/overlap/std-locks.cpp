// The analyzer looks through std::scoped_lock down to POSIX, and dislikes the order in which it gives back its locks.
// RUN: %overlap %s --checks=clang-analyzer-alpha.unix.PthreadLock

// REPORTS ELSEWHERE: clang-analyzer-alpha.unix.PthreadLock

#include <mutex>

static std::mutex A, B;

// Nothing is wrong here.
void sound() { std::scoped_lock Both(A, B); }
