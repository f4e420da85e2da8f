// A writer's lock is held during a walk through a folder.
#include "cppcoro/task.hpp"
#include <filesystem>
#include <pthread.h>
#include <string>
#include <vector>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static std::vector<std::string> names;

void *scan(void *)
{
    std::vector<std::string> found;
    pthread_rwlock_wrlock(&lock);
    for (auto &entry : std::filesystem::recursive_directory_iterator("/srv"))
        found.push_back(entry.path());
    names = found;
    pthread_rwlock_unlock(&lock);
    return nullptr;
}

cppcoro::task<std::size_t> count()
{
    pthread_rwlock_rdlock(&lock); // BUG: blocking-in-coroutine
    std::size_t n = names.size();
    pthread_rwlock_unlock(&lock);
    co_return n;
}
