// Two threads set the lazily initialised static pointer.
#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>

[[maybe_unused]] static std::mutex motto_mutex;

static const char *motto()
{
    static const char *text = nullptr;
    if (!text)                   // BUG: unlocked-global
        text = "measure twice";  // BUG: unlocked-global
    return text;                 // BUG: unlocked-global
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
