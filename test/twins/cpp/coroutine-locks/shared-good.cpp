// A reader in a coroutine does not wait for another reader.
#include "cppcoro/task.hpp"
#include <cstdlib>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>

std::shared_mutex TableMutex;
std::map<std::string, int> Table;

int rebuild() {
  std::shared_lock<std::shared_mutex> Reading(TableMutex);
  return std::system("make-table");
}

cppcoro::task<std::size_t> size() {
  std::shared_lock<std::shared_mutex> Reading(TableMutex);
  co_return Table.size();
}
