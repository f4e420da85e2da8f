// One thread appends to the global string while the other asks for its length.
#include <cstdio>
#include <string>
#include <thread>

static std::string line = "to be";

static void extend()
{
    line += " or not to be";  // BUG: unlocked-global
}

static void measure(std::size_t &out)
{
    out = line.length();  // BUG: unlocked-global
}

int main()
{
    line += ",";
    std::size_t length = 0;
    std::thread writer(extend);
    std::thread reader(measure, std::ref(length));
    writer.join();
    reader.join();
    std::printf("length %zu\n", length);
    return 0;
}
