// Two async tasks are in flight together and both append to one global string.
#include <cstdio>
#include <future>
#include <string>

std::string journal;

void note(const char *entry)
{
    journal += entry;  // BUG: unlocked-global
    journal += ';';    // BUG: unlocked-global
}

int main()
{
    auto breakfast = std::async(std::launch::async, note, "eggs");
    auto lunch = std::async(std::launch::async, note, "soup");
    breakfast.wait();
    lunch.wait();
    std::printf("%s\n", journal.c_str());
}
