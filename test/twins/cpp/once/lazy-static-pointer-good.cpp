// Two threads set the lazily initialised static pointer, under a mutex.
#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>

[[maybe_unused]] static std::mutex motto_mutex;

static const char *motto()
{
    static const char *text = nullptr;
    std::lock_guard<std::mutex> lock(motto_mutex);
    if (!text)
        text = "measure twice";
    return text;
}

int main()
{
    std::size_t lengths[2] = {0, 0};
    std::thread a([&] { lengths[0] = std::strlen(motto()); });
    std::thread b([&] { lengths[1] = std::strlen(motto()); });
    a.join();
    b.join();
    std::printf("%zu %zu\n", lengths[0], lengths[1]);
    return 0;
}
