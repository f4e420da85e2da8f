//===- SignalSafety.cpp - library calls that no signal handler may make ---===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Source: POSIX.1-2024, 2.4.3, lists what is async-signal-safe; ISO/IEC
// 14882:2024, [support.signal], says it for C++. Here is what is in neither
// and takes a lock, allocates or keeps a state. What is in no table is
// unknown. Left out though not in the standard's list: snprintf and its like
// and dprintf, which format into memory of their own; getenv, which only
// reads; giving a lock back, which somebody has taken before; fork, which the
// list held until 2024.
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/LibraryCalls.h"
#include <array>

namespace heddle {

/// "std::vector::" stands for the members that do more than to look.
static constexpr llvm::StringLiteral Names[] = {
    // <stdio.h>
    "printf", "fprintf", "vprintf", "vfprintf", "asprintf", "vasprintf",
    "wprintf", "fwprintf", "puts", "putchar", "putc", "fputs", "fputc",
    "fwrite", "fread", "fgets", "gets", "getchar", "getc", "fgetc", "ungetc",
    "scanf", "fscanf", "vscanf", "vfscanf", "fopen", "fopen64", "freopen",
    "fdopen", "fclose", "fflush", "fseek", "fseeko", "ftell", "rewind",
    "setvbuf", "setbuf", "setlinebuf", "tmpfile", "perror", "psignal", "popen",
    "pclose", "getline", "getdelim", "open_memstream", "fmemopen", "flockfile",
    "funlockfile", "err", "errx", "warn", "warnx", "verr", "verrx", "vwarn",
    "vwarnx", "error",

    // The heap.
    "malloc", "calloc", "realloc", "reallocarray", "free", "aligned_alloc",
    "posix_memalign", "memalign", "valloc", "strdup", "strndup", "wcsdup",
    "malloc_trim", "mallinfo", "mallinfo2",

    // The end of the process.
    "exit", "atexit", "on_exit", "pthread_exit",

    // Locale, messages, time, environment, random numbers.
    "setlocale", "localeconv", "newlocale", "strerror", "strsignal", "strtok",
    "localtime", "localtime_r", "gmtime", "gmtime_r", "ctime", "ctime_r",
    "asctime", "mktime", "timegm", "strftime", "strptime", "tzset", "setenv",
    "unsetenv", "putenv", "clearenv", "rand", "srand", "random", "srandom",
    "drand48", "lrand48",

    // Logs, users, names, the loader, directories, other programs.
    "syslog", "vsyslog", "openlog", "closelog", "getpwnam", "getpwuid",
    "getpwnam_r", "getpwuid_r", "getgrnam", "getgrgid", "getgrnam_r",
    "getgrgid_r", "getgrouplist", "initgroups", "getlogin", "getaddrinfo",
    "freeaddrinfo", "getnameinfo", "gethostbyname", "gethostbyaddr",
    "getservbyname", "inet_ntoa", "dlopen", "dlclose", "dlsym", "dlerror",
    "backtrace", "backtrace_symbols", "opendir", "fdopendir", "readdir",
    "closedir", "scandir", "glob", "globfree", "wordexp", "ftw", "nftw",
    "realpath", "system",

    // POSIX and C11 threads.
    "pthread_mutex_lock", "pthread_mutex_trylock", "pthread_mutex_timedlock",
    "pthread_mutex_init", "pthread_mutex_destroy", "pthread_rwlock_rdlock",
    "pthread_rwlock_wrlock", "pthread_rwlock_tryrdlock",
    "pthread_rwlock_trywrlock", "pthread_spin_lock", "pthread_cond_wait",
    "pthread_cond_timedwait", "pthread_cond_signal", "pthread_cond_broadcast",
    "pthread_barrier_wait", "pthread_create", "pthread_join", "pthread_detach",
    "pthread_cancel", "pthread_once", "pthread_key_create",
    "pthread_setspecific", "sem_wait", "sem_timedwait", "sem_init", "sem_open",
    "mtx_lock", "mtx_trylock", "mtx_timedlock", "cnd_wait", "cnd_timedwait",
    "cnd_signal", "cnd_broadcast", "thrd_create", "thrd_join", "thrd_exit",
    "call_once",

    // C++: whole classes, of which members that only look are safe enough.
    "std::basic_string::", "std::vector::", "std::deque::", "std::list::",
    "std::forward_list::", "std::map::", "std::multimap::", "std::set::",
    "std::multiset::", "std::unordered_map::", "std::unordered_multimap::",
    "std::unordered_set::", "std::unordered_multiset::", "std::queue::",
    "std::priority_queue::", "std::stack::", "std::function::", "std::any::",
    "std::shared_ptr::", "std::basic_ostream::", "std::basic_istream::",
    "std::basic_fstream::", "std::basic_ifstream::", "std::basic_ofstream::",
    "std::basic_stringstream::", "std::basic_ostringstream::",
    "std::basic_istringstream::", "std::mutex::", "std::recursive_mutex::",
    "std::timed_mutex::", "std::shared_mutex::", "std::shared_timed_mutex::",
    "std::lock_guard::", "std::scoped_lock::", "std::unique_lock::",
    "std::shared_lock::", "std::condition_variable::",
    "std::condition_variable_any::", "std::thread::", "std::jthread::",
    "std::promise::", "std::future::", "std::operator<<", "std::operator>>",
    "std::operator+", "std::to_string", "std::stoi", "std::stol", "std::stoul",
    "std::stoll", "std::stod", "std::format", "std::print", "std::println",
    "std::getline", "std::make_unique", "std::make_shared",
    "std::allocate_shared", "std::async", "std::call_once", "std::lock",
    "std::get_temporary_buffer"};

static constexpr auto Calls = [] {
  std::array<LibraryCall, std::size(Names)> All{};
  for (size_t I = 0; I < All.size(); ++I) {
    All[I].Name = Names[I];
    All[I].SignalUnsafe = true;
  }
  return All;
}();

llvm::ArrayRef<LibraryCall> signalUnsafeCalls() { return Calls; }

} // namespace heddle
