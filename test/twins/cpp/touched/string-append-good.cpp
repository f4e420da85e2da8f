// Both threads only ask the global string, which main has filled before.
#include <cstdio>
#include <string>
#include <thread>

static std::string line = "to be";

static void extend()
{
    std::string copy = line + " or not to be";
    std::printf("%zu characters\n", copy.size());
}

static void measure(std::size_t &out)
{
    out = line.length();
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
