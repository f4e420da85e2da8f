// The unique_ptr<std::thread> is joined before the global is swapped out.
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <utility>

static std::string report;

static void compose()
{
    for (const char *word : {"all ", "is ", "well"})
        report += word;
}

int main()
{
    auto writer = std::make_unique<std::thread>(compose);
    std::string mine;
    writer->join();
    std::swap(mine, report);
    writer.reset();
    std::printf("report: %s\n", mine.c_str());
}
