// The unique_ptr<std::thread> is joined after the global was swapped out.
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <utility>

static std::string report;

static void compose()
{
    for (const char *word : {"all ", "is ", "well"})
        report += word;  // BUG: unlocked-global
}

int main()
{
    auto writer = std::make_unique<std::thread>(compose);
    std::string mine;
    std::swap(mine, report);  // BUG: unlocked-global
    writer->join();
    writer.reset();
    std::printf("report: %s\n", mine.c_str());
}
