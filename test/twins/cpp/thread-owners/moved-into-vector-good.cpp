// A thread moved into a vector is joined through the vector before main resets the global.
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

static int attempts = 3;

int main()
{
    std::thread dial([] {
        for (int wrong = 0; wrong < 3; ++wrong)
            attempts -= 1;
    });

    std::vector<std::thread> running;
    running.push_back(std::move(dial));

    for (auto &t : running)
        t.join();
    attempts = 0;

    std::printf("%d attempts left\n", attempts);
    return 0;
}
