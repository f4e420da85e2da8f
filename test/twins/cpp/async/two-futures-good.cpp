// The second async task starts when the first was waited for.
#include <cstdio>
#include <future>
#include <string>

std::string journal;

void note(const char *entry)
{
    journal += entry;
    journal += ';';
}

int main()
{
    auto breakfast = std::async(std::launch::async, note, "eggs");
    breakfast.wait();
    auto lunch = std::async(std::launch::async, note, "soup");
    lunch.wait();
    std::printf("%s\n", journal.c_str());
}
