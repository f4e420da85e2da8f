// The static local is initialised once but stepped by every caller.
#include <atomic>
#include <cstdio>
#include <string>
#include <thread>

static std::string unique_name(const std::string &prefix)
{
    static unsigned serial = 100;
    const unsigned mine = serial++;  // BUG: unlocked-global
    return prefix + std::to_string(mine);
}

int main()
{
    std::string tmp;
    std::string log;
    std::thread a([&tmp] { tmp = unique_name("tmp"); });
    std::thread b([&log] { log = unique_name("log"); });
    a.join();
    b.join();
    std::printf("%s %s\n", tmp.c_str(), log.c_str());
    return 0;
}
