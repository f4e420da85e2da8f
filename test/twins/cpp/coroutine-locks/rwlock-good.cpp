// The walk is done before the lock is taken.
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
    for (auto &entry : std::filesystem::recursive_directory_iterator("/srv"))
        found.push_back(entry.path());
    pthread_rwlock_wrlock(&lock);
    names = found;
    pthread_rwlock_unlock(&lock);
    return nullptr;
}

cppcoro::task<std::size_t> count()
{
    pthread_rwlock_rdlock(&lock);
    std::size_t n = names.size();
    pthread_rwlock_unlock(&lock);
    co_return n;
}
