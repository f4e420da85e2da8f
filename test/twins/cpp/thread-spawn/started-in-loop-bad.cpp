// A loop starts one worker per name and all of them share the "last" global.
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <thread>
#include <vector>

static std::array<std::size_t, 3> lengths;

static void measure(const char *name, [[maybe_unused]] std::size_t slot)
{
    lengths[0] = std::strlen(name);  // BUG: unlocked-global
}

int main()
{
    const std::array<const char *, 3> names{"Ada", "Grace", "Edsger"};
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < names.size(); ++i)
        workers.emplace_back(measure, names[i], i);
    for (auto &w : workers)
        w.join();
    std::printf("%zu %zu %zu\n", lengths[0], lengths[1], lengths[2]);
}
