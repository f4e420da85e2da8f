// A thread moved into a vector is still running when main resets the global.
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

static int attempts = 3;

int main()
{
    std::thread dial([] {
        for (int wrong = 0; wrong < 3; ++wrong)
            attempts -= 1;  // BUG: unlocked-global
    });

    std::vector<std::thread> running;
    running.push_back(std::move(dial));

    attempts = 0;  // BUG: unlocked-global
    for (auto &t : running)
        t.join();

    std::printf("%d attempts left\n", attempts);
    return 0;
}
