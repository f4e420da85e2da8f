// The threads in the map are all joined by a loop.
#include <cstdio>
#include <map>
#include <string>
#include <thread>

static int parsed_rows;

static void parse()
{
    for (int row = 0; row < 25; ++row)
        ++parsed_rows;
}

int main()
{
    std::map<std::string, std::thread> running;
    running["parser"] = std::thread(parse);
    running["spinner"] = std::thread([] { std::this_thread::yield(); });

    for (auto &[name, thread] : running)
        if (thread.joinable())
            thread.join();
    parsed_rows *= 2;

    if (running["parser"].joinable())
        running["parser"].join();
    std::printf("%d rows\n", parsed_rows);
    return 0;
}
