// missed-alarm-today: The threads in the map are joined by a loop that leaves one name out until the end.
#include <cstdio>
#include <map>
#include <string>
#include <thread>

static int parsed_rows;

static void parse()
{
    for (int row = 0; row < 25; ++row)
        ++parsed_rows;  // BUG: unlocked-global
}

int main()
{
    std::map<std::string, std::thread> running;
    running["parser"] = std::thread(parse);
    running["spinner"] = std::thread([] { std::this_thread::yield(); });

    for (auto &[name, thread] : running)
        if (name != "parser")
            thread.join();
    parsed_rows *= 2;  // BUG: unlocked-global

    if (running["parser"].joinable())
        running["parser"].join();
    std::printf("%d rows\n", parsed_rows);
    return 0;
}
