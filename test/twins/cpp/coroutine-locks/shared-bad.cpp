// A reader in a coroutine waits for a writer that waits for a process.
#include "cppcoro/task.hpp"
#include <cstdlib>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>

std::shared_mutex TableMutex;
std::map<std::string, int> Table;

int rebuild() {
  std::unique_lock<std::shared_mutex> Writing(TableMutex);
  return std::system("make-table");
}

cppcoro::task<std::size_t> size() {
  std::shared_lock<std::shared_mutex> Reading(TableMutex); // BUG: blocking-in-coroutine
  co_return Table.size();
}
