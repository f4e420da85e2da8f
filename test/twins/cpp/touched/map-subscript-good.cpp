// find() of the const map does not insert, so both look-ups are reads.
#include <cstdio>
#include <string>
#include <thread>
#include <unordered_map>

static const std::unordered_map<std::string, int> ages{{"ann", 31}, {"bob", 27}};

static int age_of(const std::string &name)
{
    const auto it = ages.find(name);
    return it == ages.end() ? 0 : it->second;
}

int main()
{
    int cyd = 0;
    int eve = 0;
    std::thread a([&cyd] { cyd = age_of("cyd"); });
    std::thread b([&eve] { eve = age_of("eve"); });
    a.join();
    b.join();
    std::printf("%d, %d, %zu people\n", cyd, eve, ages.size());
    return 0;
}
